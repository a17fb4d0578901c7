import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import { differingPointers } from '../domain/claim/claim-key.ts';
import { foldClaim } from '../domain/claim/fold.ts';
import { chargeEntry } from '../domain/ledger/charge-entry.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import type { Fact, NewClaim } from '../ports/claim-store.ts';
import type { AdmittedClaim, SubmissionError } from './admit-claim.ts';
import { gatewayFact } from './fact-id.ts';

/** What became of one admitted claim, by its place in the chunk. */
export type AcceptanceOutcome =
  | { readonly outcome: 'accepted' | 'already-accepted'; readonly claimId: string }
  | { readonly outcome: 'refused'; readonly errors: readonly SubmissionError[] };

export interface AcceptancePlan {
  readonly outcomes: readonly AcceptanceOutcome[];
  readonly claims: readonly NewClaim[];
  readonly facts: readonly Fact[];
  readonly entries: readonly JournalEntry[];
}

/** What is on record for a chunk. */
export interface AcceptanceRecord {
  readonly byKey: ReadonlyMap<string, Pick<NewClaim, 'id' | 'contentSha256' | 'claim'>>;
  /** The claim whose charge stands in the ledger for an account number which a replacement or void changes. */
  readonly standingByAccount: ReadonlyMap<string, ProfessionalClaim>;
}

/** What a claim is of which no more is known than that it was taken in. */
const ACCEPTED = foldClaim([{ body: { kind: 'claim.accepted' } }]);

/**
 * Decides each claim of a chunk against what is on record and against the claims before it in the chunk. Same key
 * and same content: the answer of the first time. Same key and other content: refused, naming what differs.
 */
export function planAcceptance(
  admitted: readonly AdmittedClaim[],
  record: AcceptanceRecord,
  archiveSha256: string,
): AcceptancePlan {
  const known = new Map(record.byKey);
  const standingByAccount = new Map(record.standingByAccount);
  const outcomes: AcceptanceOutcome[] = [];
  const claims: NewClaim[] = [];
  const facts: Fact[] = [];
  const entries: JournalEntry[] = [];
  for (const { id, key, contentSha256, partnerId, claim } of admitted) {
    const same = known.get(key);
    if (same !== undefined) {
      outcomes.push(
        same.contentSha256 === contentSha256
          ? { outcome: 'already-accepted', claimId: same.id }
          : { outcome: 'refused', errors: otherContentErrors(same.claim, claim) },
      );
      continue;
    }
    const fact = gatewayFact(id, { kind: 'claim.accepted' });
    const accepted = { id, key, contentSha256, archiveSha256, partnerId, claim, status: ACCEPTED };
    known.set(key, accepted);
    claims.push(accepted);
    facts.push(fact);
    const stands = claim.frequency === '1' ? undefined : standingByAccount.get(claim.accountNumber);
    const entry = chargeEntry({ claimId: id, claim, ...(stands === undefined ? {} : { stands }) });
    if (entry !== undefined) entries.push(entry);
    standingByAccount.set(claim.accountNumber, claim);
    outcomes.push({ outcome: 'accepted', claimId: id });
  }
  return { outcomes, claims, facts, entries };
}

function otherContentErrors(one: ProfessionalClaim, other: ProfessionalClaim): SubmissionError[] {
  return differingPointers(one, other).map((pointer) => ({
    pointer,
    code: 'claim.exists-with-other-content',
    message: 'A claim with this account number was accepted before, and differs here.',
    remedy: 'Give a new claim its own account number; change a sent claim by a replacement (frequency 7).',
  }));
}
