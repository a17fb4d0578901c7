import { createHash } from 'node:crypto';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { ClaimOutline } from './claim-outline.ts';
import { adjudicate } from './payer/adjudicate.ts';
import type { DecidedClaim } from './payer/build-remittance.ts';
import type { Rejection, RuleTable } from './payer/rule.ts';

/** A claim as it was taken from an accepted transaction set. */
export type ReceivedClaim = ReadableClaim | UnreadableClaim;

export interface ReadableClaim {
  readonly patientControlNumber: string;
  readonly lineControlNumbers: readonly string[];
  readonly claim: ProfessionalClaim;
}

/** The guide lets it pass, but it holds something that no payer here can decide. */
interface UnreadableClaim {
  readonly patientControlNumber: string;
  readonly outline: ClaimOutline;
}

export type RejectedClaim = (Pick<ReadableClaim, 'patientControlNumber' | 'claim'> | UnreadableClaim) & {
  readonly rejection: Rejection;
  readonly isDuplicate: boolean;
};

/** What becomes of the claims of one transaction set, in the order of the file. */
export interface SubmissionDecision {
  readonly claims: readonly (DecidedClaim | RejectedClaim)[];
}

export interface DecisionOptions {
  readonly seed: string;
  readonly rules?: RuleTable;
  /** Whether a claim of this CLM01 was taken in before. */
  readonly hasClaim: (patientControlNumber: string) => boolean;
}

/** Status 54: the same claim was processed before. */
const REPEATED: Rejection = { kind: 'reject', by: 'clearinghouse', category: 'A3', status: '54' };

/** Status 21: information is missing or invalid. */
const UNREADABLE: Rejection = { kind: 'reject', by: 'clearinghouse', category: 'A7', status: '21' };

/** Decides each claim of a set. A CLM01 that was taken in before, or stands twice in the set, is turned away. */
export function decideSubmission(
  claims: readonly ReceivedClaim[],
  options: DecisionOptions,
): SubmissionDecision {
  const seen = new Set<string>();
  return {
    claims: claims.map((received) => {
      const { patientControlNumber } = received;
      if (seen.has(patientControlNumber) || options.hasClaim(patientControlNumber)) {
        return { ...received, rejection: REPEATED, isDuplicate: true };
      }
      seen.add(patientControlNumber);
      return decide(received, options);
    }),
  };
}

function decide(received: ReceivedClaim, options: DecisionOptions): DecidedClaim | RejectedClaim {
  if (!('claim' in received)) return { ...received, rejection: UNREADABLE, isDuplicate: false };
  const adjudication = adjudicate(received.claim, options);
  if (adjudication.kind === 'rejected') {
    return { ...received, rejection: adjudication.rejection, isDuplicate: false };
  }
  const payerClaimControlNumber = payerNumberOf(options.seed, received.patientControlNumber);
  return { ...received, payerClaimControlNumber, adjudication };
}

/** The payer's own number of a claim: always the same, so that 277CA and 835 agree without a memory. */
function payerNumberOf(seed: string, patientControlNumber: string): string {
  const digest = createHash('sha256').update(`${seed}\npayer number\n${patientControlNumber}`).digest('hex');
  return `P${digest.slice(0, 14).toUpperCase()}`;
}
