/** A number is a whole one and not negative; undefined is empty, as '' is. */
export type Component = string | number | undefined;

/** How many components are left when trailing empty ones are dropped. */
export function usedCount(components: readonly Component[]): number {
  let used = components.length;
  while (used > 0 && isEmpty(components[used - 1])) used--;
  return used;
}

/** By kind, because to compare a number with a text takes a call. */
function isEmpty(component: Component): boolean {
  return component === undefined || (typeof component === 'string' && component.length === 0);
}
