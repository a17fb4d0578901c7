import { cents } from '../../base/money.ts';
import type { ProfessionalClaim } from '../claim/claim.ts';
import { priorDecidedCents } from '../posting/claim-terms.ts';
import { RECEIVABLE_OF } from '../posting/payer-rank.ts';
import type { Account } from './account.ts';
import { type JournalEntry, journalEntry } from './journal-entry.ts';

/** What of a claim says who owes its charge. */
export type ChargedClaim = Pick<
  ProfessionalClaim,
  'frequency' | 'chargeCents' | 'payerRank' | 'otherCoverages' | 'lines'
>;

/**
 * What the payer owes for a claim, from the first day of service on. Posted once, when the claim is accepted. A
 * replacement or void posts the difference to the claim that `stands` for the account number, and undefined where that
 * is none; the payer's reversal takes back what was paid.
 */
export function chargeEntry(charge: {
  readonly claimId: string;
  readonly claim: ChargedClaim;
  /** The claim before this one, where this one corrects it. */
  readonly stands?: ChargedClaim;
}): JournalEntry | undefined {
  const { claimId, claim, stands } = charge;
  const serviceDate = claim.lines.map((line) => line.serviceDate).toSorted()[0];
  if (serviceDate === undefined) return undefined;
  const totals = new Map<Account, number>();
  for (const [account, amount] of chargePostings(claim)) totals.set(account, amount);
  for (const [account, amount] of stands === undefined ? [] : chargePostings(stands)) {
    totals.set(account, (totals.get(account) ?? 0) - amount);
  }
  const entry = journalEntry({
    id: `charge:${claimId}`,
    kind: 'charge',
    effectiveDate: serviceDate,
    claimId,
    postings: [...totals].map(([account, amount]) => ({ account, amountCents: cents(amount) })),
  });
  return entry.postings.length === 0 ? undefined : entry;
}

/** A void leaves nothing owed. */
function chargePostings(claim: ChargedClaim): (readonly [Account, number])[] {
  if (claim.frequency === '8') return [];
  const decidedCents = priorDecidedCents(claim);
  return [
    [RECEIVABLE_OF[claim.payerRank], claim.chargeCents - decidedCents],
    ['prior-payer-decisions', decidedCents],
    ['charges', 0 - claim.chargeCents],
  ];
}
