import { createHash } from 'node:crypto';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { ClaimOutline } from './claim-outline.ts';
import { adjudicate } from './payer/adjudicate.ts';
import type { AcceptedClaim, DecidedClaim } from './payer/build-remittance.ts';
import type { Rejection, RuleTable } from './payer/rule.ts';
import { holds } from './scenario/holds.ts';
import type { Scenario } from './scenario/scenario-schema.ts';

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
export interface SubmissionDecision<Accepted extends AcceptedClaim = AcceptedClaim> {
  readonly claims: readonly (Accepted | RejectedClaim)[];
}

export interface DecisionOptions<Accepted extends AcceptedClaim> {
  /** Takes a claim, or says why not. */
  readonly decide: (received: ReadableClaim) => Accepted | Rejection;
  /** Whether a claim of this CLM01 was taken in before. */
  readonly hasClaim: (patientControlNumber: string) => boolean;
}

/** Status 54: the same claim was processed before. */
const REPEATED: Rejection = { kind: 'reject', by: 'clearinghouse', category: 'A3', status: '54' };

/** Status 21: information is missing or invalid. */
const UNREADABLE: Rejection = { kind: 'reject', by: 'clearinghouse', category: 'A7', status: '21' };

/** Decides each claim of a set. A CLM01 that was taken in before, or stands twice in the set, is turned away. */
export function decideSubmission<Accepted extends AcceptedClaim>(
  claims: readonly ReceivedClaim[],
  { decide, hasClaim }: DecisionOptions<Accepted>,
): SubmissionDecision<Accepted> {
  const seen = new Set<string>();
  return {
    claims: claims.map((received) => {
      const { patientControlNumber } = received;
      if (seen.has(patientControlNumber) || hasClaim(patientControlNumber)) {
        return { ...received, rejection: REPEATED, isDuplicate: true };
      }
      seen.add(patientControlNumber);
      if (!('claim' in received)) return { ...received, rejection: UNREADABLE, isDuplicate: false };
      const decided = decide(received);
      return 'claim' in decided ? decided : { ...received, rejection: decided, isDuplicate: false };
    }),
  };
}

/** As the rule table decides it; drawn by the seed where no rule is forced. */
export function decideByRules(
  received: ReadableClaim,
  options: { readonly seed: string; readonly rules?: RuleTable },
): DecidedClaim | Rejection {
  const adjudication = adjudicate(received.claim, options);
  if (adjudication.kind === 'rejected') return adjudication.rejection;
  return { ...acceptedClaim(received, options.seed), adjudication };
}

/** As the first rule of a scenario that holds decides it; what is paid is decided by the days. */
export function decideByScenario(
  received: ReadableClaim,
  { rules, seed }: Scenario,
): AcceptedClaim | Rejection {
  const reject = rules.find(({ when }) => holds(when, received))?.reject;
  if (reject === undefined) return acceptedClaim(received, seed);
  const { by, status } = reject;
  return { kind: 'reject', by, ...status };
}

/** The payer's own number of a claim: always the same, so that 277CA and 835 agree without a memory. */
function acceptedClaim(received: ReadableClaim, seed: string): AcceptedClaim {
  const digest = createHash('sha256').update(`${seed}\npayer number\n${received.patientControlNumber}`);
  return { ...received, payerClaimControlNumber: `P${digest.digest('hex').slice(0, 14).toUpperCase()}` };
}
