const DIGITS = /^\d{1,10}$/;

/** A trailer's count; undefined when it is no count. Leading zeros are suppressed by rule and common in practice. */
export function parseCount(text: string): number | undefined {
  return DIGITS.test(text) ? Number(text) : undefined;
}

/** Whether two control numbers of type N0 are one number: `0001` is `1` (X12.6, type N). */
export function isSameNumber(one: string, other: string): boolean {
  return one === other || (DIGITS.test(one) && DIGITS.test(other) && Number(one) === Number(other));
}

/** More numbers than any file that is meant to be read has at one level, and too few to fill memory. */
const REMEMBERED_MAX = 100_000;

/** Remembers a control number, so that its second use is found; past the first hundred thousand it does not. */
export function remember(numbers: Set<string>, number: string): void {
  if (numbers.size < REMEMBERED_MAX) numbers.add(number);
}
