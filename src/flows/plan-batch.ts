import { lineControlNumber, patientControlNumber } from '../domain/claim/control-numbers.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { ClaimAttempt, StoredClaim } from '../ports/claim-store.ts';
import type { ClaimInterchange } from '../translate/claim-837p/claim-interchange.ts';
import { submitterKey } from '../translate/claim-837p/submitter-form.ts';
import type { LocalMoment } from './local-moment.ts';

/** One claim on its way into an interchange: its attempt, and where in the interchange it stands. */
export interface BatchedClaim {
  readonly stored: StoredClaim;
  readonly attempt: number;
  readonly patientControlNumber: string;
  readonly setControlNumber: string;
}

export interface BatchPlan {
  readonly interchange: ClaimInterchange;
  readonly claims: readonly BatchedClaim[];
}

export interface BatchNumbers {
  /** ISA13, nine digits. */
  readonly interchangeControlNumber: string;
  /** GS06. */
  readonly groupControlNumber: string;
}

/**
 * Puts claims into the transaction sets of one interchange. A 999 rejects a set as a whole, so that each set holds
 * the claims of one submitter and one billing provider: what is wrong with one provider's claims stays its own.
 */
export function planBatch(
  claims: readonly StoredClaim[],
  options: {
    readonly profile: PartnerProfile;
    readonly numbers: BatchNumbers;
    readonly moment: LocalMoment;
    /** Attempts made of each claim so far; absent: none. */
    readonly attemptsMade: ReadonlyMap<string, number>;
  },
): BatchPlan {
  const { profile, numbers, moment, attemptsMade } = options;
  const batched: BatchedClaim[] = [];
  const sets = setsOf(claims, profile).map((members, index) => {
    const controlNumber = String(index + 1).padStart(4, '0');
    const own = members.map((stored) => {
      const attempt = (attemptsMade.get(stored.id) ?? 0) + 1;
      return {
        stored,
        attempt,
        patientControlNumber: patientControlNumber(stored.id, attempt),
        setControlNumber: controlNumber,
      };
    });
    batched.push(...own);
    return {
      controlNumber,
      submissionId: submissionId(numbers.interchangeControlNumber, controlNumber),
      claims: own.map((one) => ({
        patientControlNumber: one.patientControlNumber,
        lineControlNumbers: one.stored.claim.lines.map((line) =>
          lineControlNumber(one.patientControlNumber, line.number),
        ),
        claim: one.stored.claim,
      })),
    };
  });
  const { date, time } = moment;
  return { interchange: { profile, ...numbers, moment: { date, time }, sets }, claims: batched };
}

/** BHT03 of a set, which a 277CA returns (loop 2200B TRN02): ISA13, then ST02. */
export function submissionId(interchangeControlNumber: string, setControlNumber: string): string {
  return `${interchangeControlNumber}${setControlNumber}`;
}

/** What `submissionId` was made of; undefined for a text that it did not make. */
export function submissionPlace(
  submission: string,
): { readonly interchangeControlNumber: string; readonly setControlNumber: string } | undefined {
  const match = /^(\d{9})(\d{4,9})$/.exec(submission);
  if (match === null) return undefined;
  return { interchangeControlNumber: match[1] as string, setControlNumber: match[2] as string };
}

/** What a claim answers to as an attempt. */
export function attemptOf(claim: BatchedClaim, interchangeId: string): ClaimAttempt {
  return {
    claimId: claim.stored.id,
    number: claim.attempt,
    patientControlNumber: claim.patientControlNumber,
    interchangeId,
    setControlNumber: claim.setControlNumber,
  };
}

/** Claims that belong in one set, in the order of the first of each; no set holds more than the partner takes. */
function setsOf(claims: readonly StoredClaim[], profile: PartnerProfile): StoredClaim[][] {
  const { claimsPerSet } = profile.limits;
  const bySender = new Map<string, StoredClaim[]>();
  for (const stored of claims) {
    const sender = `${submitterKey(stored.claim, profile)} ${stored.claim.billingProvider.npi}`;
    const members = bySender.get(sender);
    if (members === undefined) bySender.set(sender, [stored]);
    else members.push(stored);
  }
  return [...bySender.values()].flatMap((members) => {
    const sets: StoredClaim[][] = [];
    for (let start = 0; start < members.length; start += claimsPerSet) {
      sets.push(members.slice(start, start + claimsPerSet));
    }
    return sets;
  });
}
