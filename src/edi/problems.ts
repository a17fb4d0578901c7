/**
 * Trouble in an input, as data. A problem has a closed code, a place and our own plain sentence;
 * it never holds a value from the file. 999 and TA1 are made from problems.
 */
export type ProblemSeverity = 'error' | 'warning';

/** Every problem code; `docs/reference/problems.md` has a row for each. */
export const PROBLEM_CODES = [
  // What the bytes are.
  'file.empty',
  'file.not-x12',
  'file.cut',
  'segment.too-long',
  'segment.identifier-invalid',
  'segment.outside-envelope',
  // Interchange envelope: answered by a TA1.
  'interchange.trailer-missing',
  'interchange.control-number-mismatch',
  'interchange.group-count-mismatch',
  'interchange.control-number-invalid',
  'interchange.version-unsupported',
  'interchange.usage-invalid',
  'interchange.header-invalid',
  'interchange.group-header-invalid',
  'interchange.duplicate-control-number',
  // Functional group envelope: answered by AK9.
  'group.trailer-missing',
  'group.control-number-mismatch',
  'group.control-number-invalid',
  'group.set-count-mismatch',
  'group.duplicate-control-number',
  // Transaction set: answered by IK5.
  'set.trailer-missing',
  'set.control-number-mismatch',
  'set.control-number-invalid',
  'set.segment-count-mismatch',
  'set.duplicate-control-number',
  'set.guide-unsupported',
  'set.identifier-mismatch',
  'set.guide-mismatch',
  // Segments of a set: answered by IK3.
  'segment.required-missing',
  'loop.required-missing',
  'segment.unknown',
  'segment.unexpected',
  'segment.wrong-order',
  'segment.too-many',
  'loop.too-many',
  'segment.not-used',
  // Elements: answered by IK4.
  'element.required-missing',
  'element.conditional-missing',
  'element.excluded',
  'element.not-used',
  'element.too-many',
  'element.too-many-components',
  'element.too-many-repetitions',
  'element.trailing-separator',
  'element.too-short',
  'element.too-long',
  'element.character-invalid',
  'element.number-invalid',
  'element.amount-invalid',
  'element.date-invalid',
  'element.time-invalid',
  'element.code-not-in-list',
  // Codes that are kept outside the guide (SNIP 5).
  'code.unknown',
  'code.not-valid-on-date',
  // Balancing (SNIP 3).
  'balance.line',
  'balance.claim',
  'balance.transaction',
  // Further balancing.
  'balance.patient-responsibility',
  'balance.interest',
  'balance.other-payer',
  'balance.other-payer-line',
  'balance.acknowledged-claims',
  'balance.acknowledged-sets',
  // The tree of HL segments (SNIP 4).
  'hierarchy.number-out-of-sequence',
  'hierarchy.parent-wrong',
  'hierarchy.children-unannounced',
  'hierarchy.children-missing',
  // Situations: what one segment demands of another (SNIP 4).
  'situation.subscriber-has-dependent',
  'situation.patient-undetermined',
  'situation.patient-details-missing',
  'situation.claim-missing',
  'situation.first-name-missing',
  'situation.provider-identifier-invalid',
  'situation.payer-rank-repeated',
  'situation.primary-payer-missing',
  'situation.insurance-type-missing',
  'situation.filing-indicator-missing',
  'situation.original-claim-number-missing',
  'situation.original-claim-number-present',
  'situation.frequency-unusual',
  'situation.accident-state-missing',
  'situation.accident-date-missing',
  'situation.charge-negative',
  'situation.charge-zero',
  'situation.claim-number-repeated',
  'situation.attachment-number-missing',
  'situation.attachment-number-present',
  'situation.external-cause-principal',
  'situation.diagnosis-pointer-dangling',
  'situation.admission-date-missing',
  'situation.admitting-diagnosis-missing',
  'situation.attending-provider-missing',
  'situation.ambulance-location-missing',
  'situation.service-date-missing',
  'situation.prior-placement-date-missing',
  'situation.line-number-out-of-sequence',
  'situation.line-control-number-repeated',
  'situation.quantity-zero',
  'situation.authorization-repeated',
  'situation.service-date-in-future',
  'situation.period-reversed',
  'situation.address-is-post-office-box',
  'situation.zip-code-short',
  'situation.tax-identifier-invalid',
  'situation.other-payer-unknown',
  'situation.payer-paid-missing',
  'situation.adjudication-date-missing',
  'situation.adjudication-date-repeated',
  'situation.patient-liability-repeated',
  'situation.reversal-not-negated',
  'situation.adjustment-repeated',
  'situation.provider-adjustment-zero',
  'situation.payment-negative',
  'situation.payment-method-of-nothing',
  'situation.payment-without-method',
  'situation.payer-identifier-mismatch',
  'situation.header-number-repeated',
  'situation.status-category-wrong',
  'situation.status-contradictory',
  'situation.group-verdict-wrong',
  'situation.accepted-with-errors-noted',
  'situation.rejection-unexplained',
  'situation.subscriber-name-missing',
  'situation.loop-header-missing',
  'situation.loop-trailer-missing',
  // A TA1 that was received.
  'interchange.acknowledgment-wrong',
  // What only a partner says of what we sent, in a TA1 or a 999.
  'partner.segment-missing',
  'partner.segment-excluded',
  'partner.element-missing',
  'partner.element-excluded',
  'partner.element-repeated-too-seldom',
  'partner.element-pattern',
  'partner.interchange-fault',
  'partner.group-fault',
  'partner.set-fault',
  'partner.segment-fault',
  'partner.element-fault',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The segment, or a part of it, that makes a situational rule apply: a 999 tells it as the situational trigger. */
export interface ProblemTrigger {
  readonly segment: string;
  readonly segmentOrdinal: number;
  readonly loop?: string;
  readonly element?: number;
  readonly component?: number;
}

/** Where a problem stands. What does not apply is absent. */
export interface ProblemLocation {
  readonly interchangeControlNumber?: string;
  readonly groupControlNumber?: string;
  readonly setControlNumber?: string;
  /** Counts from ST = 1 within the transaction set, as 999 IK302 does. */
  readonly segmentOrdinal?: number;
  readonly segment?: string;
  readonly loop?: string;
  readonly element?: number;
  readonly component?: number;
  readonly repetition?: number;
  readonly byteStart: number;
  readonly byteStop: number;
  /** CLM01 or CLP01 of the claim it stands in: ours, never the patient's name. */
  readonly claim?: string;
  readonly trigger?: ProblemTrigger;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly message: string;
  /** What the sender should do about it. */
  readonly remedy: string;
  readonly location: ProblemLocation;
}
