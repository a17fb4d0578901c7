/** `T` with each member that may be null made optional instead. */
type WithoutNulls<T> = {
  [Key in keyof T as null extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as null extends T[Key] ? Key : never]?: Exclude<T[Key], null>;
};

/** A row as our types see it: what is NULL in SQL is absent in TypeScript. */
export function withoutNulls<T extends object>(row: T): WithoutNulls<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<T>;
}
