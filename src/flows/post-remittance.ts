import { type Instant, utcDayOf } from '../base/time.ts';
import { planRemittanceEntries } from '../domain/ledger/remittance-entries.ts';
import type { MatchRefusal } from '../domain/matching/match-decision.ts';
import { payerKeyOf } from '../domain/posting/payer-key.ts';
import { proveBalance } from '../domain/remittance/balance.ts';
import type { Remittance } from '../domain/remittance/remittance.ts';
import { remittanceIdentity } from '../domain/remittance/remittance-identity.ts';
import type { NewRemittance, StoredRemittance } from '../ports/remittance-store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import { adjudicatedFacts } from './adjudicated-facts.ts';
import type { ApplyContext } from './applied-answers.ts';
import { keepProof } from './balance-proof.ts';
import { derivedId } from './fact-id.ts';
import { matchRemittance } from './match-remittance.ts';

/** One 835 transaction set as it was read. */
export interface ReceivedRemittance {
  readonly remittance: Remittance;
  /** SHA-256 of the set with its envelope left out and its delimiters normalised. */
  readonly contentSha256: string;
}

export type PostingOutcome =
  | { readonly outcome: 'posted'; readonly remittanceId: string }
  /** The same remittance was received before, whatever file it stood in. */
  | { readonly outcome: 'duplicate'; readonly remittanceId: string }
  | { readonly outcome: 'held'; readonly remittanceId: string; readonly holdCode: HoldCode };

export type HoldCode =
  | 'remittance.unreadable'
  | 'remittance.out-of-balance'
  | 'remittance.identity-conflict'
  | 'remittance.content-repeated';

/**
 * Publishes a remittance whole, or holds it whole. Posted: its balance proof, the journal entries of every claim
 * payment and provider-level adjustment, what the payer decided of each claim, and the work that is left. A remittance
 * that does not balance at every level, cannot be read, or resembles another one too much posts nothing and waits for
 * a person; one that was received before, under whatever envelope, changes nothing.
 */
export async function postRemittance(
  context: ApplyContext & { readonly receivedAt: Instant },
  received: ReceivedRemittance,
): Promise<PostingOutcome> {
  const { transaction } = context;
  const { remittance, contentSha256 } = received;
  const identity = remittanceIdentity(remittance);
  const similar = await transaction.remittances.findByIdentityOrContent(identity, contentSha256);
  const same = similar.find((one) => one.identity === identity && one.contentSha256 === contentSha256);
  if (same !== undefined) return { outcome: 'duplicate', remittanceId: same.id };
  const proof = proveBalance(remittance);
  const proofSha256 = await keepProof(context, received, proof);
  const holdCode = holdCodeOf(remittance, { isBalanced: proof.isBalanced, identity, similar });
  const row: NewRemittance = {
    id: derivedId('remittance', context.tenantId, identity, contentSha256),
    identity,
    contentSha256,
    fileSha256: context.fileSha256,
    setControlNumber: remittance.place.setControlNumber,
    payerName: remittance.payer.name,
    payerKey: payerKeyOf(remittance),
    payee: remittance.payee,
    traceNumber: remittance.payment.traceNumber,
    ...(remittance.payment.date === undefined ? {} : { paymentDate: remittance.payment.date }),
    paidCents: remittance.payment.amountCents,
    claimCount: remittance.claims.length,
    state: holdCode === undefined ? 'published' : 'held',
    ...(holdCode === undefined ? {} : { holdCode }),
    proof,
    ...(proofSha256 === undefined ? {} : { proofSha256 }),
  };
  await transaction.remittances.insert(row);
  if (holdCode !== undefined) {
    await transaction.workItems.open([heldWorkItem(row, holdCode)]);
    return { outcome: 'held', remittanceId: row.id, holdCode };
  }
  await publish(context, row, remittance);
  return { outcome: 'posted', remittanceId: row.id };
}

/** The reason not to post, in order of what a person must know first. */
function holdCodeOf(
  remittance: Remittance,
  found: {
    readonly isBalanced: boolean;
    readonly identity: string;
    readonly similar: readonly StoredRemittance[];
  },
): HoldCode | undefined {
  if (remittance.unreadable.length > 0) return 'remittance.unreadable';
  if (!found.isBalanced) return 'remittance.out-of-balance';
  // Against what is posted only: a payer mends a remittance that was held by sending it again, corrected.
  const posted = found.similar.filter((one) => one.state === 'published');
  // Payers do reuse trace numbers (X12 interpretation 1847), so it is neither dropped nor posted.
  if (posted.some((one) => one.identity === found.identity)) return 'remittance.identity-conflict';
  return posted.length > 0 ? 'remittance.content-repeated' : undefined;
}

function heldWorkItem(row: NewRemittance, holdCode: HoldCode): WorkItem {
  return {
    id: `remittance-held:${row.id}`,
    kind: 'remittance-held',
    remittanceId: row.id,
    fileSha256: row.fileSha256,
    amountCents: row.paidCents,
    codes: [holdCode],
  };
}

async function publish(
  context: ApplyContext & { readonly receivedAt: Instant },
  row: NewRemittance,
  remittance: Remittance,
): Promise<void> {
  const { transaction, fileSha256, pending, failpoint } = context;
  const decisions = await matchRemittance(transaction.claims, remittance);
  const claimIdByOrdinal = new Map<number, string>();
  const refusalByOrdinal = new Map<number, MatchRefusal>();
  for (const [ordinal, decision] of decisions) {
    if (decision.isSafe) claimIdByOrdinal.set(ordinal, decision.claimId);
    else refusalByOrdinal.set(ordinal, decision.code);
  }
  const claims = await transaction.claims.byIds([...new Set(claimIdByOrdinal.values())]);
  const plan = planRemittanceEntries({
    remittanceId: row.id,
    remittance,
    claimIdByOrdinal,
    rankByClaimId: new Map(claims.map(({ id, claim }) => [id, claim.payerRank])),
    refusalByOrdinal,
    effectiveDate: row.paymentDate ?? utcDayOf(context.receivedAt),
  });
  await transaction.ledger.append(plan.entries, { kind: 'remittance', remittanceId: row.id });
  await failpoint?.('post.entered');
  for (const fact of adjudicatedFacts({ remittanceId: row.id, remittance, claimIdByOrdinal, fileSha256 })) {
    pending.facts.push(fact);
  }
  await transaction.workItems.open(
    plan.workItems.map(({ kind, claimOrdinal, claimId, codes, amountCents }) => ({
      id: `${kind}:${row.id}:${claimOrdinal}`,
      kind,
      ...(claimId === undefined ? {} : { claimId }),
      remittanceId: row.id,
      fileSha256,
      amountCents,
      codes,
    })),
  );
  await failpoint?.('post.published');
}
