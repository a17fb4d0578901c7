/** What became of one comparison. `not-given`: one side does not say it. */
export type Agreement = 'agrees' | 'differs' | 'not-given';

/**
 * What was compared of a claim payment and a claim, and how that went. It is kept with the match and shown to people:
 * names of comparisons only, never a value.
 */
export interface MatchEvidence {
  /** CLP01. `beginning`: the same but for case, dashes and what stands behind the claim's id. */
  readonly patientControlNumber: 'exact' | 'beginning' | 'differs' | 'not-given';
  /** CLP07. `original`: the number, or REF*F8 of the payment, goes back to a claim before. */
  readonly payerClaimControlNumber: 'on-file' | 'original' | 'of-another-claim' | 'not-on-file' | 'not-given';
  readonly payer: Agreement;
  readonly payee: Agreement;
  /**
   * `sum-of-parts`: with the other claim payments of this claim (interpretations 137, 1076); `marked-part`: the payer
   * says by remark code MA15 that it split the claim; `part-taken-back`: a reversal, of less or more than the claim.
   */
  readonly charge: 'whole' | 'sum-of-parts' | 'marked-part' | 'part-taken-back' | 'differs';
  readonly serviceDates: Agreement;
  readonly member: Agreement;
  readonly name: Agreement;
  /** `some`: every procedure that was decided is on the claim, and more are. */
  readonly procedures: 'same' | 'some' | 'differs' | 'not-given';
}
