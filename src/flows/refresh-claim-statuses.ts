import { invariant } from '../base/invariant.ts';
import { meanwhile } from '../base/meanwhile.ts';
import { foldClaim } from '../domain/claim/fold.ts';
import type { FoldedFact } from '../domain/claim/folded-fact.ts';
import type { ClaimStatus } from '../domain/claim/status.ts';
import { type AnswerKind, isAwaited } from '../domain/exchange/answer-kind.ts';
import type { StoreTransaction } from '../ports/store.ts';
import { settleLateAnswers } from './settle-late-answers.ts';

/** Claims folded at a time: their facts are held in memory together. */
const CLAIMS_MAX = 2000;
const SLICES_AHEAD = 2;

/** The first answer that claims of an interchange wait for, by interchange. */
type Awaiting = Map<string, AnswerKind | undefined>;

/**
 * Folds all facts of these claims anew and writes the projection. Call it in the transaction that appended the
 * facts, so that a status is never older than what it is derived from. An answer that was missed closes the work
 * item about its silence.
 */
export async function refreshClaimStatuses(
  transaction: StoreTransaction,
  claimIds: readonly string[],
): Promise<void> {
  // One order for every caller, so that two files that speak of the same claims cannot lock each other out.
  const ids = [...new Set(claimIds)].toSorted();
  const awaiting: Awaiting = new Map();
  const slices: string[][] = [];
  for (let start = 0; start < ids.length; start += CLAIMS_MAX)
    slices.push(ids.slice(start, start + CLAIMS_MAX));
  // Read while those before are folded, and folded while those are written.
  const read = (place: number) => meanwhile(transaction.facts.toFold(slices[place] ?? []));
  const reads = slices.slice(0, SLICES_AHEAD).map((_, place) => read(place));
  let writing = Promise.resolve();
  for (const [place, slice] of slices.entries()) {
    const facts = await reads.shift();
    invariant(facts, 'what is folded was read');
    if (place + SLICES_AHEAD < slices.length) reads.push(read(place + SLICES_AHEAD));
    const statuses = slice.map((claimId) => ({
      claimId,
      status: foldClaim(facts.get(claimId) ?? []),
    }));
    await writing;
    writing = meanwhile(transaction.claims.updateStatuses(statuses));
    noteAwaiting(awaiting, facts, statuses);
  }
  await writing;
  const touched = [...awaiting].map(([interchangeId, next]) => ({
    interchangeId,
    ...(next === undefined ? {} : { awaiting: next }),
  }));
  const unsettled = touched.length === 0 ? [] : await transaction.awaitedAnswers.takeUnsettled(touched);
  if (unsettled.length > 0) await settleLateAnswers(transaction, unsettled);
}

/** A claim waits in the interchange of its latest attempt, and nowhere else. */
function noteAwaiting(
  awaiting: Awaiting,
  facts: ReadonlyMap<string, readonly FoldedFact[]>,
  statuses: readonly { status: ClaimStatus }[],
): void {
  const nextByNumber = new Map(statuses.map(({ status }) => [status.patientControlNumber, status.awaiting]));
  for (const { body } of [...facts.values()].flat()) {
    if (body.kind !== 'claim.batched') continue;
    const next = nextByNumber.get(body.patientControlNumber);
    const known = awaiting.get(body.interchangeId);
    const isEarlier = next !== undefined && (known === undefined || isAwaited(known, next));
    awaiting.set(body.interchangeId, isEarlier ? next : known);
  }
}
