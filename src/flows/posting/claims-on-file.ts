import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import { claimTermsOf } from '../../domain/posting/claim-terms.ts';
import { paymentKey } from '../../domain/posting/payment-order.ts';
import type { ClaimOnFile } from '../../domain/posting/plan-claim.ts';
import type { StoreTransaction } from '../../ports/store.ts';

/**
 * Claims with everything that their books follow from, by id: their terms, the claim payments that are matched to them
 * and the entries of those. One query for each of these, however many claims.
 */
export async function claimsOnFile(
  { claims, claimPayments, ledger }: Pick<StoreTransaction, 'claims' | 'claimPayments' | 'ledger'>,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimOnFile>> {
  if (claimIds.length === 0) return new Map();
  const numbers = new Map<string, string[]>();
  for (const { claimId, patientControlNumber } of await claims.attemptsByClaims(claimIds)) {
    addTo(numbers, claimId, patientControlNumber);
  }
  const payments = await claimPayments.onFile(claimIds);
  const claimIdByPayment = new Map(
    [...payments].flatMap(([claimId, own]) => own.map((one) => [paymentKey(one), claimId] as const)),
  );
  const posted = new Map<string, JournalEntry[]>();
  const all = [...payments.values()].flat();
  for (const entry of all.length === 0 ? [] : await ledger.entriesForPayments(all)) {
    const { remittanceId = '', claimPaymentOrdinal: ordinal = 0 } = entry;
    addTo(posted, claimIdByPayment.get(paymentKey({ remittanceId, ordinal })) ?? '', entry);
  }
  const stored = await claims.byIds(claimIds);
  return new Map(
    stored.map(({ id, claim }) => [
      id,
      {
        terms: claimTermsOf(id, claim, numbers.get(id) ?? []),
        payments: payments.get(id) ?? [],
        posted: posted.get(id) ?? [],
      },
    ]),
  );
}

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [item]);
  else known.push(item);
}
