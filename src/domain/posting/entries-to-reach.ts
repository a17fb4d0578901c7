import { invariant } from '../../base/invariant.ts';
import { cents } from '../../base/money.ts';
import type { Account } from '../ledger/account.ts';
import { type JournalEntry, journalEntry, type Posting } from '../ledger/journal-entry.ts';
import type { PlannedPayment } from './planned-payment.ts';

const IN_TRANSIT: Account = 'payer-payments-in-transit';
const UNAPPLIED: Account = 'unapplied-payments';

/** Balances by account of one claim. */
type Balances = Map<Account, number>;

/**
 * The entries that bring the books to what is planned for a claim payment, from what stands there: `posted`, all entries
 * of that claim payment, whatever claim they name. Nothing is changed or taken away. What came in transit stays as it
 * came: only the first entry touches it. Money moves from claim to claim, and off a claim, by way of
 * unapplied payments, which belong to no claim.
 */
export function entriesToReach(
  planned: PlannedPayment,
  posted: readonly JournalEntry[],
): readonly JournalEntry[] {
  if (posted.length === 0) return firstEntry(planned);
  const { remittanceId, ordinal, effectiveDate } = planned;
  invariant(
    inTransit(posted.flatMap((entry) => entry.postings)) === inTransit(planned.postings),
    'what came in transit with a claim payment stays as it came',
  );
  let number = posted.filter((entry) => entry.kind === 'reposting').length;
  return differencesByClaim(planned, posted).map(([claimId, postings]) =>
    journalEntry({
      id: `reposting:${remittanceId}:${ordinal}:${++number}`,
      kind: 'reposting',
      effectiveDate,
      claimId,
      remittanceId,
      claimPaymentOrdinal: ordinal,
      postings,
    }),
  );
}

function firstEntry(planned: PlannedPayment): readonly JournalEntry[] {
  const { remittanceId, ordinal, effectiveDate, postings, claimId } = planned;
  if (postings.length === 0) return [];
  const place = { effectiveDate, remittanceId, claimPaymentOrdinal: ordinal, postings };
  const id = `${remittanceId}:${ordinal}`;
  if (planned.disposition !== 'applied' || claimId === undefined) {
    return [journalEntry({ id: `unapplied:${id}`, kind: 'unapplied-payment', ...place })];
  }
  return [journalEntry({ id: `claim-payment:${id}`, kind: 'claim-payment', claimId, ...place })];
}

/** For each claim whose books must change, the postings that change them, with unapplied payments as the other side. */
function differencesByClaim(
  planned: PlannedPayment,
  posted: readonly JournalEntry[],
): readonly (readonly [claimId: string, postings: readonly Posting[]])[] {
  const differences = new Map<string, Balances>();
  const add = (claimId: string | undefined, { account, amountCents }: Posting, sign: 1 | -1): void => {
    if (account === IN_TRANSIT || account === UNAPPLIED) return;
    invariant(claimId, 'only unapplied money belongs to no claim');
    const ofClaim = differences.get(claimId) ?? new Map<Account, number>();
    ofClaim.set(account, (ofClaim.get(account) ?? 0) + sign * amountCents);
    differences.set(claimId, ofClaim);
  };
  for (const { claimId, postings } of posted) for (const posting of postings) add(claimId, posting, -1);
  if (planned.disposition === 'applied') {
    for (const posting of planned.postings) add(planned.claimId, posting, 1);
  }
  return [...differences].flatMap(([claimId, balances]) => {
    const changes = [...balances].filter(([, amount]) => amount !== 0);
    if (changes.length === 0) return [];
    const total = changes.reduce((sum, [, amount]) => sum + amount, 0);
    const all: readonly (readonly [Account, number])[] = [...changes, [UNAPPLIED, 0 - total]];
    return [[claimId, all.map(([account, amount]) => ({ account, amountCents: cents(amount) }))] as const];
  });
}

function inTransit(postings: readonly Posting[]): number {
  return postings
    .filter((posting) => posting.account === IN_TRANSIT)
    .reduce((total, posting) => total + posting.amountCents, 0);
}
