/** What was done, as a code of one list. */
export interface Procedure {
  /** HC: HCPCS and CPT; ER: jurisdiction specific. */
  readonly qualifier: string;
  readonly code: string;
  /** Up to four, two characters each. */
  readonly modifiers: readonly string[];
}
