const DIGIT_ZERO = 48;

/**
 * A decimal as X12 writes it (X12.6, type R): no leading zeros, no zeros behind the decimals, zero as `0`. Undefined
 * for what is no decimal.
 */
export function decimalForm(text: string): string | undefined {
  if (isPlainWhole(text)) return text;
  const match = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/.exec(text);
  if (match === null || !/\d/.test(text)) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  if (whole === '' && decimals === '') return '0';
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** As nearly every count of units is: digits, the first no zero. */
function isPlainWhole(text: string): boolean {
  if (text === '' || text.charCodeAt(0) === DIGIT_ZERO) return false;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}
