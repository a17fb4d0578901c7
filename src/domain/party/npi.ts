/** The prefix of United States health identifiers, part of an NPI's check digit though never written (ISO 7812). */
const PREFIX = '80840';

/** Whether a text is a National Provider Identifier: ten digits, the first 1 or 2, with the right check digit. */
export function isValidNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  let sum = 0;
  const digits = PREFIX + text;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
