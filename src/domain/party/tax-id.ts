/** Whether a text can be an employer identification or social security number: nine digits, not all of them zero. */
export function isPlausibleTaxId(text: string): boolean {
  return /^\d{9}$/.test(text) && text !== '000000000';
}
