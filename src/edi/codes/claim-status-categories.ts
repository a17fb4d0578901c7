/** Claim status category codes (STC01-1, code source 507) in our own short words. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['A0', 'forwarded to another entity'],
  ['A1', 'received, not yet accepted'],
  ['A2', 'accepted into adjudication'],
  ['A3', 'returned as unprocessable'],
  ['A4', 'claim not found'],
  ['A5', 'claim split'],
  ['A6', 'rejected: information missing'],
  ['A7', 'rejected: information invalid'],
  ['A8', 'rejected: fields contradict each other'],
  ['P0', 'pending'],
  ['P1', 'pending: in process'],
  ['P2', 'pending: payer review'],
  ['P3', 'pending: provider asked for information'],
  ['P4', 'pending: patient asked for information'],
  ['P5', 'pending: administrative hold'],
  ['F0', 'finalized'],
  ['F1', 'finalized: paid'],
  ['F2', 'finalized: denied'],
  ['F3', 'finalized: revised'],
  ['F3F', 'finalized: forwarded'],
  ['F3N', 'finalized: not forwarded'],
  ['F4', 'finalized: complete, no payment coming'],
  ['R0', 'more information wanted'],
  ['R1', 'more information wanted about an entity'],
  ['R3', 'more information wanted about the claim'],
  ['R4', 'documents wanted'],
  ['R5', 'more specific information wanted'],
  ['D0', 'data not found'],
  ['E0', 'error in the request'],
  ['E1', 'system not answering'],
  ['E2', 'information holder not answering'],
  ['E3', 'fields of the request contradict each other'],
  ['E4', 'rule of the trading partner broken'],
]);

/** What a claim status category means; undefined when it is not known here. */
export function claimStatusCategoryWords(code: string): string | undefined {
  return CATEGORIES.get(code);
}
