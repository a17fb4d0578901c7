import type { BusinessDate } from '../../base/time.ts';
import {
  adjustmentsOnFile,
  paymentsOnFile,
  planRemittance,
  type RemittancePlan,
} from '../../domain/posting/plan-remittance.ts';
import type { Remittance } from '../../domain/remittance/remittance.ts';
import type { Fact } from '../../ports/claim-store.ts';
import type { Failpoint } from '../../ports/failpoint.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { matchRemittance } from '../match-remittance.ts';
import { claimsOnFile } from './claims-on-file.ts';
import { isKnownReason } from './known-reason.ts';
import { matchRow, postingDecision } from './match-rows.ts';
import { openItemsConcerned } from './open-items-concerned.ts';
import { recordPlan } from './record-plan.ts';

/** A remittance that is proven to balance and resembles no other one. */
export interface PublishedRemittance {
  readonly remittanceId: string;
  readonly remittance: Remittance;
  readonly fileSha256: string;
  readonly effectiveDate: BusinessDate;
}

/**
 * Puts a remittance on file and its money into the books, as one publication; what that changes of claim payments of
 * earlier remittances is a second one. Gives what it says of claims, to be recorded with what else the file says.
 *
 * @param pending facts of this transaction that are not recorded yet
 */
export async function publishRemittance(
  transaction: StoreTransaction,
  published: PublishedRemittance,
  { pending, failpoint }: { readonly pending: readonly Fact[]; readonly failpoint?: Failpoint | undefined },
): Promise<Fact[]> {
  const { claimPayments, providerAdjustments } = transaction;
  const { remittanceId, remittance, fileSha256 } = published;
  await claimPayments.takeTurn('alone');
  const matched = await matchRemittance(transaction.claims, remittance);
  const claimIds = [...matched.values()].flatMap((one) => (one.isSafe ? [one.claimId] : []));
  const claims = await claimsOnFile(transaction, [...new Set(claimIds)]);
  const payments = paymentsOnFile(published);
  const adjustments = adjustmentsOnFile(published);
  const open = await openItemsConcerned(transaction, { payments, adjustments });
  const plan = planRemittance({
    ...published,
    decisions: new Map([...matched].map(([ordinal, decision]) => [ordinal, postingDecision(decision)])),
    claims,
    openItems: open.adjustments,
    reversedNumbers: open.reversedNumbers,
    isKnownReason,
  });
  await claimPayments.insert(payments);
  await claimPayments.decide(
    [...matched].map(([ordinal, decision]) => matchRow({ remittanceId, ordinal }, decision)),
  );
  await providerAdjustments.insert(adjustments);
  await appendEntries(transaction, plan, remittanceId);
  await failpoint?.('post.entered');
  const before = [...claims.values()].flatMap((claim) => claim.payments);
  const facts = await recordPlan(transaction, {
    claimIds: [...claims.values()].flatMap((one) => (one.payments.length === 0 ? [] : [one.terms.claimId])),
    planned: plan.payments,
    workItems: plan.workItems,
    payments: [...before, ...payments],
    left: [],
    adjustments: open.adjustments,
    published: { remittanceId, fileSha256 },
    pending,
  });
  await failpoint?.('post.published');
  return facts;
}

async function appendEntries(
  { ledger }: StoreTransaction,
  { entries }: RemittancePlan,
  remittanceId: string,
): Promise<void> {
  const own = entries.filter((entry) => entry.remittanceId === remittanceId);
  const others = entries.filter((entry) => entry.remittanceId !== remittanceId);
  await ledger.append(own, { kind: 'remittance', remittanceId });
  await ledger.append(others, { kind: 'reposting', remittanceId });
}
