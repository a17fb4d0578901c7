/** What kind of plan pays (element 1032 as guide 005010X222A1 allows it in SBR09). */
const FILING_INDICATORS: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ'.split(' '),
);

/** Whether a text is a claim filing indicator that a professional claim may carry. */
export function isFilingIndicator(text: string): boolean {
  return FILING_INDICATORS.has(text);
}
