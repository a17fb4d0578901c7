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
  // Segments of a set: answered by IK3.
  'segment.required-missing',
  'segment.unexpected',
  // Elements: answered by IK4.
  'element.required-missing',
  'element.amount-invalid',
  'element.date-invalid',
  'element.code-not-in-list',
  // Balancing (SNIP 3).
  'balance.line',
  'balance.claim',
  'balance.transaction',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

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
}

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly message: string;
  /** What the sender should do about it. */
  readonly remedy: string;
  readonly location: ProblemLocation;
}
