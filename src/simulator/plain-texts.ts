/** The usual delimiters and control characters: what a sender with other delimiters may have in its data. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[*^:~\u0000-\u001f]/g;

/**
 * The same data with a dash for each character that an answer under the usual delimiters cannot hold. Answers are
 * always written under these, so that a file of any sender can be answered.
 */
export function withPlainTexts<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll(UNWRITABLE, '-') as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withPlainTexts(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPlainTexts(item)])) as T;
}
