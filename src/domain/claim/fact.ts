import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';

/** How an interchange, a group or a set was received: TA1 A/E/R; 999 A, E and P, R and the security rejections. */
export type AcknowledgmentOutcome = 'accepted' | 'accepted-with-errors' | 'partially-accepted' | 'rejected';

/** What became of a claim at the payer, as an 835 shows it (`facts`: classified from CLP02, money and adjustments). */
export type AdjudicationResult =
  | 'paid-full'
  | 'paid-partial'
  | 'patient-responsibility'
  | 'contractual-zero'
  | 'denied'
  | 'reversed'
  | 'forwarded-not-ours'
  | 'predetermination';

/** The gateway took the claim. */
export interface ClaimAcceptedFact {
  readonly kind: 'claim.accepted';
}
/** The gateway cannot write the claim as a transaction set: it stays behind, and the others go. */
export interface ClaimHeldBackFact {
  readonly kind: 'claim.held-back';
  /** Our refusal code, and where in the claim's JSON form. */
  readonly code: string;
  readonly pointer: string;
}
/** The claim got its place in an interchange, under a patient control number of its own. */
export interface ClaimBatchedFact {
  readonly kind: 'claim.batched';
  readonly attempt: number;
  readonly patientControlNumber: string;
  readonly interchangeId: string;
  readonly setControlNumber: string;
}
/**
 * The partner has the file: seen there, proven by the temporary object's absence (witness protocol), or said by the
 * partner, in an acknowledgment or to a person.
 */
export interface InterchangeDeliveredFact {
  readonly kind: 'interchange.delivered';
  readonly basis: 'observed' | 'witness' | 'acknowledged' | 'confirmed';
}
/** A TA1 answered the interchange. */
export interface InterchangeAcknowledgedFact {
  readonly kind: 'interchange.acknowledged';
  readonly outcome: AcknowledgmentOutcome;
  /** TA105. */
  readonly noteCode: string;
}
/** A 999 answered the group; `setControlNumber` absent: every set that the 999 does not name. */
export interface SetAcknowledgedFact {
  readonly kind: 'set.acknowledged';
  readonly setControlNumber?: string;
  readonly outcome: AcknowledgmentOutcome;
  /** Each IK3/IK4: segment, its place and the codes; codes and positions only. */
  readonly errors: readonly SetError[];
}
export interface SetError {
  readonly segment: string;
  readonly segmentOrdinal: number;
  /** IK304. */
  readonly segmentCode: string;
  readonly element?: number;
  readonly component?: number;
  /** IK403. */
  readonly elementCode?: string;
  /** CTX*CLM01: the patient control number that the error belongs to. */
  readonly patientControlNumber?: string;
}
/** A 277CA spoke of the claim. */
export interface FrontEndStatusFact {
  readonly kind: 'claim.front-end-status';
  readonly from: 'clearinghouse' | 'payer';
  readonly outcome: 'accepted' | 'rejected';
  /** Every STC composite: category (A2, A7 …), status code, entity code. */
  readonly statuses: readonly {
    readonly category: string;
    readonly status: string;
    readonly entity?: string;
  }[];
  readonly payerClaimControlNumber?: string;
  readonly effectiveDate?: BusinessDate;
  /** The attempt it answers, by its patient control number; absent: whichever is the latest. */
  readonly patientControlNumber?: string;
}
/** An 835 decided the claim, by a claim payment that stands in its books. */
export interface AdjudicatedFact {
  readonly kind: 'claim.adjudicated';
  readonly remittanceId: string;
  readonly claimPaymentOrdinal: number;
  /** Counts what was said of this claim payment and this claim from 1; the highest holds. Absent: 1. */
  readonly number?: number;
  readonly paymentDate?: BusinessDate;
  readonly statusCode: string;
  readonly result: AdjudicationResult;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly patientResponsibilityCents: Cents;
  readonly payerClaimControlNumber?: string;
}

/**
 * A claim payment that stood in the claim's books no longer does: it turned out to be another claim's, or a second
 * decision of which the first was not taken back.
 */
export interface AdjudicationWithdrawnFact {
  readonly kind: 'claim.adjudication-withdrawn';
  readonly remittanceId: string;
  readonly claimPaymentOrdinal: number;
  readonly number: number;
}

export type FactBody =
  | ClaimAcceptedFact
  | ClaimHeldBackFact
  | ClaimBatchedFact
  | InterchangeDeliveredFact
  | InterchangeAcknowledgedFact
  | SetAcknowledgedFact
  | FrontEndStatusFact
  | AdjudicatedFact
  | AdjudicationWithdrawnFact;

/** Version of the shapes above; a change that old rows do not fit raises it. */
export const FACT_VERSION = 1;
