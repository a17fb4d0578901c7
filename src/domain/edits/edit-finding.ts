/** Every business edit of a claim; `docs/reference/edits.md` has a row for each. */
export const EDIT_CODES = [
  'claim.charge-not-positive',
  'claim.line-sum',
  'claim.line-count',
  'claim.original-number-missing',
  'claim.patient-paid-exceeds-charge',
  'claim.place-of-service',
  'claim.accident-state-missing',
  'diagnosis.count',
  'diagnosis.shape',
  'diagnosis.repeated',
  'diagnosis.external-cause-first',
  'line.number-sequence',
  'line.diagnosis-pointer-count',
  'line.diagnosis-pointer',
  'line.charge-negative',
  'line.units',
  'line.procedure-shape',
  'line.modifier-count',
  'line.modifier-shape',
  'line.repeated',
  'date.service-in-future',
  'date.service-end-before-start',
  'date.service-before-birth',
  'date.onset-after-service',
  'date.accident-after-service',
  'provider.npi',
  'provider.tax-id',
  'provider.taxonomy',
  'patient.relationship',
  'payer.filing-indicator',
  'address.state',
  'address.postal-code',
  'address.postal-code-short',
  'address.post-office-box',
  'coverage.rank-repeated',
  'coverage.primary-missing',
  'coverage.decision-missing',
  'coverage.decision-date',
  'coverage.out-of-balance',
  'text.identifier-characters',
  'text.characters',
] as const;

export type EditCode = (typeof EDIT_CODES)[number];

/** An error keeps the claim from being sent; a warning does not. */
export type EditSeverity = 'error' | 'warning';

/** A business rule that a claim breaks. No part of it holds a value of the claim. */
export interface EditFinding {
  readonly code: EditCode;
  readonly severity: EditSeverity;
  /**
   * JSON pointer (RFC 6901) into the claim as its JSON form names the members: `/lines/0/diagnosisPointers/1`,
   * amounts without their unit (`/charge`). The member may be absent where it is what is missing.
   */
  readonly pointer: string;
  readonly message: string;
  /** What the biller should do. */
  readonly remedy: string;
}

/** One broken rule and where, as a single edit sees it. */
export interface BrokenRule {
  readonly code: EditCode;
  readonly pointer: string;
}
