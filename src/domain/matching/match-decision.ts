import type { MatchEvidence } from './match-evidence.ts';

/**
 * How a claim payment found its claim. 1: by our number; 2: by the payer's number on file; 3: by what our number begins
 * with, the person and the day; 4: by member, day, charge and procedures.
 */
export type MatchTier = 1 | 2 | 3 | 4;

/** Why a claim payment is not posted to a claim by itself. */
export type MatchRefusal =
  | 'no-claim'
  | 'ambiguous-claim'
  | 'charge-mismatch'
  | 'wrong-payee'
  | 'payer-id-conflict';

/** A claim that a person may choose, the best tier first. */
export interface MatchProposal {
  readonly claimId: string;
  readonly tier: MatchTier;
  readonly evidence: MatchEvidence;
}

export type MatchDecision =
  | {
      /** May be posted with nobody asked. */
      readonly isSafe: true;
      readonly tier: 1 | 2;
      readonly claimId: string;
      readonly evidence: MatchEvidence;
    }
  | {
      readonly isSafe: false;
      /** Of the best proposal. */
      readonly tier: MatchTier | 'none';
      readonly code: MatchRefusal;
      readonly proposals: readonly MatchProposal[];
    };
