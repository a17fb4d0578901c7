/**
 * A decimal as X12 writes it (X12.6, type R): no leading zeros, no zeros behind the decimals, zero as `0`. Undefined
 * for what is no decimal.
 */
export function decimalForm(text: string): string | undefined {
  if (/^[1-9]\d*$/.test(text)) return text;
  const match = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/.exec(text);
  if (match === null || !/\d/.test(text)) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  if (whole === '' && decimals === '') return '0';
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
