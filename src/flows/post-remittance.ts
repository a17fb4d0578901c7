import { type Instant, utcDayOf } from '../base/time.ts';
import type { ExceptionCode } from '../domain/posting/exception-code.ts';
import { payerKeyOf } from '../domain/posting/payer-key.ts';
import { type RemittanceHold, remittanceHold } from '../domain/posting/remittance-hold.ts';
import { type BalanceProof, proveBalance } from '../domain/remittance/balance.ts';
import type { Remittance } from '../domain/remittance/remittance.ts';
import { remittanceIdentity } from '../domain/remittance/remittance-identity.ts';
import type { NewRemittance } from '../ports/remittance-store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import type { ApplyContext } from './applied-answers.ts';
import { keepProof } from './balance-proof.ts';
import { derivedId } from './fact-id.ts';
import { publishRemittance } from './posting/publish-remittance.ts';
import { pairRemittance } from './reassociation/pair-remittance.ts';

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
  | { readonly outcome: 'held'; readonly remittanceId: string; readonly holdCode: ExceptionCode };

/**
 * Publishes a remittance whole, or holds it whole. Posted: its balance proof, its claim payments and which claims they
 * are, their journal entries and those of every provider-level adjustment, what the payer decided of each claim, and
 * the work that is left. A remittance that does not balance at every level, cannot be read, or resembles another one too
 * much posts nothing and waits for a person; one that was received before, under whatever envelope, changes nothing.
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
  if (same !== undefined) {
    if (same.id !== context.releasing || !(await transaction.remittances.release(same.id))) {
      return { outcome: 'duplicate', remittanceId: same.id };
    }
    await pairRemittance(transaction, same.traceNumber, context.pairing);
    return await publish(context, remittance, same);
  }
  // Against what is posted only: a payer mends a remittance that was held by sending it again, corrected.
  const posted = similar.filter((one) => one.state === 'published');
  const proof = proveBalance(remittance);
  const hold = remittanceHold(remittance, proof, {
    isIdentityPosted: posted.some((one) => one.identity === identity),
    isContentPosted: posted.some((one) => one.contentSha256 === contentSha256),
  });
  const proofSha256 = await keepProof(context, received, proof);
  const row = remittanceRow(context, received, {
    identity,
    proof,
    ...(hold === undefined ? {} : { hold }),
    ...(proofSha256 === undefined ? {} : { proofSha256 }),
  });
  await transaction.remittances.insert(row);
  await pairRemittance(transaction, row.traceNumber, context.pairing);
  if (hold !== undefined) {
    await transaction.workItems.open([heldWorkItem(row, hold)]);
    return { outcome: 'held', remittanceId: row.id, holdCode: hold.codes[0] };
  }
  return await publish(context, remittance, row);
}

async function publish(
  { transaction, pending, fileSha256, receivedAt, failpoint }: Parameters<typeof postRemittance>[0],
  remittance: Remittance,
  { id: remittanceId, paymentDate }: Pick<NewRemittance, 'id' | 'paymentDate'>,
): Promise<PostingOutcome> {
  const effectiveDate = paymentDate ?? utcDayOf(receivedAt);
  const published = { remittanceId, remittance, fileSha256, effectiveDate };
  const facts = await publishRemittance(transaction, published, { pending: pending.facts, failpoint });
  // One by one: a remittance has more facts than a call takes arguments.
  for (const fact of facts) pending.facts.push(fact);
  return { outcome: 'posted', remittanceId };
}

function remittanceRow(
  { tenantId, fileSha256 }: ApplyContext,
  { remittance, contentSha256 }: ReceivedRemittance,
  found: {
    readonly identity: string;
    readonly proof: BalanceProof;
    readonly proofSha256?: string;
    readonly hold?: RemittanceHold;
  },
): NewRemittance {
  const { payment, payer, payee, claims, place } = remittance;
  const { identity, proof, proofSha256, hold } = found;
  return {
    id: derivedId('remittance', tenantId, identity, contentSha256),
    identity,
    contentSha256,
    fileSha256,
    setControlNumber: place.setControlNumber,
    payerName: payer.name,
    payerKey: payerKeyOf(remittance),
    payee,
    traceNumber: payment.traceNumber,
    ...(payment.date === undefined ? {} : { paymentDate: payment.date }),
    paidCents: payment.amountCents,
    paymentMethod: payment.method,
    claimCount: claims.length,
    ...(hold === undefined ? { state: 'published' } : { state: 'held', holdCode: hold.codes[0] }),
    proof,
    ...(proofSha256 === undefined ? {} : { proofSha256 }),
  };
}

function heldWorkItem(row: NewRemittance, { codes, amountCents }: RemittanceHold): WorkItem {
  return {
    id: `remittance-held:${row.id}`,
    kind: 'remittance-held',
    remittanceId: row.id,
    fileSha256: row.fileSha256,
    amountCents,
    codes,
  };
}
