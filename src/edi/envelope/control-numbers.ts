const DIGITS = /^\d{1,10}$/;

/** A trailer's count; undefined when it is no count. Leading zeros are suppressed by rule and common in practice. */
export function parseCount(text: string): number | undefined {
  return DIGITS.test(text) ? Number(text) : undefined;
}

/** Whether two control numbers of type N0 are one number: `0001` is `1` (X12.6, type N). */
export function isSameNumber(one: string, other: string): boolean {
  return one === other || (DIGITS.test(one) && DIGITS.test(other) && Number(one) === Number(other));
}
