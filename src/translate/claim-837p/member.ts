const NONE = Object.freeze({});

/** An object with the member where there is a value, and without it where there is none. */
export function member<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  if (value === undefined) return NONE;
  return { [key]: value } as { readonly [Name in Key]?: Value };
}
