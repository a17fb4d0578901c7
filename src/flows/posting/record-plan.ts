import { invariant } from '../../base/invariant.ts';
import type { FoldedFact } from '../../domain/claim/folded-fact.ts';
import type { WorkItemKind } from '../../domain/exchange/work-item-kind.ts';
import type { PaymentOnFile } from '../../domain/posting/payment-on-file.ts';
import { paymentKey } from '../../domain/posting/payment-order.ts';
import type { PlannedPayment } from '../../domain/posting/planned-payment.ts';
import type { PostingWorkItem } from '../../domain/posting/posting-work-item.ts';
import type { PaymentPlace } from '../../ports/claim-payment-store.ts';
import type { Fact } from '../../ports/claim-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { adjudicationFacts, type StandingPayment } from './adjudication-facts.ts';

/** What was planned, and all that it speaks of. */
export interface PlanToRecord {
  /** Claims that had payments before, of which the plan tells how each stands. */
  readonly claimIds: readonly string[];
  readonly planned: readonly PlannedPayment[];
  readonly workItems: readonly PostingWorkItem[];
  /** The payments that are planned, and were on file before. */
  readonly before: readonly PaymentOnFile[];
  /** Claims that payments were matched to before and are no longer. */
  readonly left: readonly { readonly claimId: string; readonly onFile: PaymentOnFile }[];
  /** Provider-level adjustments of the open items that were looked at. */
  readonly adjustments: readonly PaymentPlace[];
  /** Those that are planned and arrive now, of one remittance: nothing was said of them before. */
  readonly arriving?: {
    readonly remittanceId: string;
    readonly fileSha256: string;
    readonly payments: readonly PaymentOnFile[];
  };
  /** Facts of this transaction that are not recorded yet. */
  readonly pending: readonly Fact[];
}

const KEPT: readonly WorkItemKind[] = [
  'denial',
  'adjustment-review',
  'unmatched-claim-payment',
  'posting-exception',
  'provider-adjustment',
];

/**
 * Keeps work items equal to a plan, and gives the facts that make what is said of the claims equal to it, when they are
 * asked for.
 */
export async function recordPlan(transaction: StoreTransaction, plan: PlanToRecord): Promise<() => Fact[]> {
  const files = await filesOf(transaction, plan);
  const fileOf = (remittanceId: string): string => {
    const fileSha256 = files.get(remittanceId);
    invariant(fileSha256 !== undefined, 'a claim payment is of a remittance that is on file');
    return fileSha256;
  };
  const keeping = transaction.workItems.keep(
    {
      kinds: KEPT,
      claimIds: plan.claimIds,
      ids: [
        ...plan.before.map((one) => `unmatched-claim-payment:${paymentKey(one)}`),
        ...plan.adjustments.map((one) => `provider-adjustment:${paymentKey(one)}`),
      ],
    },
    plan.workItems.map((item) => ({ ...item, fileSha256: fileOf(item.remittanceId) })),
  );
  const [said] = await Promise.all([saidBefore(transaction, plan), keeping]);
  return () => adjudicationFacts(standingPayments(plan), said, fileOf);
}

/** What stands decides the claim; so does word that another payer has it (CLP02 23), which is no matter of books. */
function standingPayments({ planned, before, arriving, left }: PlanToRecord): StandingPayment[] {
  const payments = [...before, ...(arriving?.payments ?? [])];
  const onFileByKey = new Map(payments.map((one) => [paymentKey(one), one]));
  const standing: StandingPayment[] = [];
  for (const one of planned) {
    const onFile = onFileByKey.get(paymentKey(one));
    if (one.claimId === undefined || onFile === undefined) continue;
    const stands = one.disposition === 'applied' || one.disposition === 'none';
    standing.push({ claimId: one.claimId, onFile, stands });
  }
  return [...standing, ...left.map(({ claimId, onFile }) => ({ claimId, onFile, stands: false }))];
}

/** What was said of the claims that had payments before; of the others nothing is asked. */
async function saidBefore(
  { facts }: StoreTransaction,
  { claimIds: known, left, pending }: PlanToRecord,
): Promise<ReadonlyMap<string, readonly FoldedFact[]>> {
  const claimIds = new Set([...known, ...left.map(({ claimId }) => claimId)]);
  if (claimIds.size === 0) return new Map();
  const said = new Map<string, readonly FoldedFact[]>(await facts.toFold([...claimIds]));
  for (const { subjectId, body } of pending) {
    if (claimIds.has(subjectId)) said.set(subjectId, [...(said.get(subjectId) ?? []), { body }]);
  }
  return said;
}

/** The file that each remittance of the plan was read in. */
async function filesOf(
  { remittances }: StoreTransaction,
  { workItems, before, arriving }: PlanToRecord,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([...workItems, ...before].map(({ remittanceId }) => remittanceId));
  if (arriving !== undefined) ids.delete(arriving.remittanceId);
  const stored = ids.size === 0 ? [] : await remittances.byIds([...ids]);
  return new Map([
    ...stored.map(({ id, fileSha256 }) => [id, fileSha256] as const),
    ...(arriving === undefined ? [] : [[arriving.remittanceId, arriving.fileSha256] as const]),
  ]);
}
