import type { AnswerKind } from '../exchange/answer-kind.ts';
import type { AdjudicationResult } from './fact.ts';

/** The one word a biller sees first; derived from the axes. */
export const CLAIM_HEADLINES = [
  'ready',
  'batched',
  'delivered',
  'acknowledged',
  'rejected',
  'accepted-by-clearinghouse',
  'accepted-by-payer',
  'paid',
  'partly-paid',
  'patient-responsibility',
  'contractual-zero',
  'denied',
  'reversed',
  'forwarded',
] as const;

export type ClaimHeadline = (typeof CLAIM_HEADLINES)[number];

/** The claim on each of its axes, as the facts leave it. Any order of facts, any duplicates: the same status. */
export interface ClaimStatus {
  readonly headline: ClaimHeadline;
  readonly transport: 'none' | 'held-back' | 'batched' | 'delivered';
  readonly acknowledgment: 'none' | 'accepted' | 'accepted-with-errors' | 'rejected';
  readonly frontEnd: 'none' | 'accepted-by-clearinghouse' | 'accepted-by-payer' | 'rejected';
  readonly adjudication: 'none' | AdjudicationResult;
  /** The first answer that may still come, and with it those after it; absent: nobody owes one. */
  readonly awaiting?: AnswerKind;
  /** The payer's number for the claim, where one has been told. */
  readonly payerClaimControlNumber?: string;
  readonly patientControlNumber?: string;
}
