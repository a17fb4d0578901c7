import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { PaymentOnFile } from '../../domain/posting/payment-on-file.ts';
import { entriesToReachAll, planClaim } from '../../domain/posting/plan-claim.ts';
import type { MatchDecision } from '../../domain/posting/plan-payments.ts';
import { planUnmatched } from '../../domain/posting/plan-unmatched.ts';
import type { StoredClaimPayment } from '../../ports/claim-payment-store.ts';
import type { Fact } from '../../ports/claim-store.ts';
import type { NewPublication } from '../../ports/ledger-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { claimsOnFileByIds } from './claims-on-file.ts';
import { isKnownReason } from './known-reason.ts';
import { recordPlan } from './record-plan.ts';

/** A claim payment about which something else was decided. */
export interface ChangedPayment {
  /** With the decision that held before. */
  readonly before: StoredClaimPayment;
  /** Already on file. */
  readonly now: MatchDecision;
}

export interface Reposted {
  readonly publicationId?: string;
  /** Claims whose books were planned anew. */
  readonly claimIds: readonly string[];
  /** To be added. */
  readonly facts: Fact[];
}

/**
 * Brings the books to what was decided anew about claim payments: those of the claims that they were and are, all
 * payments of which are planned again, and the payments that are no claim's. A few queries, however many payments.
 */
export async function repost(
  transaction: StoreTransaction,
  {
    changed,
    publication,
  }: { readonly changed: readonly ChangedPayment[]; readonly publication: NewPublication },
): Promise<Reposted> {
  const left = changed.flatMap(leftClaim);
  const claimIds = [
    ...new Set([
      ...left.map(({ claimId }) => claimId),
      ...changed.flatMap(({ now }) => ('claimId' in now ? [now.claimId] : [])),
    ]),
  ];
  const claims = [...(await claimsOnFileByIds(transaction, claimIds)).values()];
  const plans = claims.map((claim) => planClaim(claim, isKnownReason));
  const unmatched = changed.flatMap(({ before, now }) =>
    'code' in now ? [planUnmatched(onFileOf(before), now.code)] : [],
  );
  const planned = [...plans.flatMap(({ payments }) => payments), ...unmatched];
  const posted: readonly JournalEntry[] =
    unmatched.length === 0 ? [] : await transaction.ledger.entriesForPayments(unmatched);
  const publicationId = await transaction.ledger.append(
    [...plans.flatMap(({ entries }) => entries), ...entriesToReachAll(unmatched, posted)],
    publication,
  );
  const say = await recordPlan(transaction, {
    claimIds,
    planned,
    workItems: planned.flatMap(({ workItems }) => workItems),
    before: [...claims.flatMap(({ payments }) => payments), ...changed.map(({ before }) => onFileOf(before))],
    left,
    adjustments: [],
    pending: [],
  });
  return { claimIds, facts: say(), ...(publicationId === undefined ? {} : { publicationId }) };
}

/** The claim that a payment was, where it is that no more. */
function leftClaim({ before, now }: ChangedPayment): { claimId: string; onFile: PaymentOnFile }[] {
  const claimId = before.match?.disposition === 'match' ? before.match.claimId : undefined;
  if (claimId === undefined || ('claimId' in now && now.claimId === claimId)) return [];
  return [{ claimId, onFile: onFileOf(before) }];
}

function onFileOf({ remittanceId, ordinal, payerKey, effectiveDate, payment }: PaymentOnFile): PaymentOnFile {
  return { remittanceId, ordinal, payerKey, effectiveDate, payment };
}
