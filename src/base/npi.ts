const LENGTH = 10;
const DIGIT_ZERO = 0x30;

/**
 * What `80840`, the prefix of United States health identifiers, adds to the sum: it is part of an NPI's check digit
 * though never written (ISO 7812; 45 CFR 162.406).
 */
const PREFIX_SUM = 24;

/** Whether a text is a National Provider Identifier: ten digits, the first 1 or 2, with the right check digit. */
export function isValidNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  return isValidNpiBytes(
    Uint8Array.from(text, (digit) => digit.charCodeAt(0)),
    0,
    LENGTH,
  );
}

/** The same of the bytes `[start, stop)` of a file. */
export function isValidNpiBytes(bytes: Uint8Array, start: number, stop: number): boolean {
  const first = (bytes[start] as number) - DIGIT_ZERO;
  if (stop - start !== LENGTH || (first !== 1 && first !== 2)) return false;
  let sum = PREFIX_SUM;
  for (let place = 0; place < LENGTH; place++) {
    const digit = (bytes[start + place] as number) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) return false;
    // From the right, every second digit counts twice; of a product of two digits, both.
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
