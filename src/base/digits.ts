const DIGIT_ZERO = 48;

/** Digits of the largest safe integer. */
export const WHOLE_DIGITS_MAX = 16;

/**
 * Prints a whole number that is not negative to `bytes` from `at` on, where there is room for `WHOLE_DIGITS_MAX`, without a
 * string. Gives where it ends.
 */
export function printDigits(value: number, bytes: Uint8Array, at: number): number {
  if (value < 10) {
    bytes[at] = DIGIT_ZERO + value;
    return at + 1;
  }
  let stop = at + 1;
  for (let limit = 10; limit <= value; limit *= 10) stop++;
  let rest = value;
  for (let place = stop - 1; place >= at; place--) {
    const tens = Math.floor(rest / 10);
    bytes[place] = DIGIT_ZERO + rest - tens * 10;
    rest = tens;
  }
  return stop;
}
