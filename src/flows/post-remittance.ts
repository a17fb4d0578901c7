import { type Instant, utcDayOf } from '../base/time.ts';
import { payerKeyOf } from '../domain/posting/payer-key.ts';
import { type RemittanceHold, remittanceHold } from '../domain/posting/remittance-hold.ts';
import { remittanceIdentity } from '../domain/remittance/remittance-identity.ts';
import type { NewRemittance } from '../ports/remittance-store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import type { ApplyContext } from './applied-answers.ts';
import { derivedId } from './fact-id.ts';
import { RemittancePublication } from './posting/publish-remittance.ts';
import { pairRemittance } from './reassociation/pair-remittance.ts';
import type { ProvenRemittance } from './survey-remittances.ts';

/**
 * Puts a remittance on file, to be published whole or held whole. Published: its claim payments and which claims they
 * are, their journal entries and those of every provider-level adjustment, what the payer decided of each claim, and
 * the work that is left, all of which the answer posts. A remittance that does not balance at every level, cannot be
 * read, or resembles another one too much posts nothing and waits for a person; one that was received before, under
 * whatever envelope, changes nothing. Both give `undefined`.
 */
export async function openRemittance(
  context: ApplyContext & { readonly receivedAt: Instant },
  proven: ProvenRemittance,
): Promise<RemittancePublication | undefined> {
  const { transaction } = context;
  const { particulars, contentSha256, balance } = proven;
  // One turn for all who put payments or remittances on file, or post them.
  await transaction.claimPayments.takeTurn('posting');
  const identity = remittanceIdentity(particulars);
  const similar = await transaction.remittances.findByIdentityOrContent(identity, contentSha256);
  const same = similar.find((one) => one.identity === identity && one.contentSha256 === contentSha256);
  if (same !== undefined) {
    if (same.id !== context.releasing || !(await transaction.remittances.release(same.id))) return undefined;
    await pairRemittance(transaction, same.traceNumber, context.pairing);
    return publicationOf(context, proven, same.id);
  }
  // Against what is posted only: a payer mends a remittance that was held by sending it again, corrected.
  const posted = similar.filter((one) => one.state === 'published');
  const hold = remittanceHold(particulars, balance, {
    isIdentityPosted: posted.some((one) => one.identity === identity),
    isContentPosted: posted.some((one) => one.contentSha256 === contentSha256),
  });
  const row = remittanceRow(context, proven, { identity, ...(hold === undefined ? {} : { hold }) });
  await transaction.remittances.insert(row);
  await pairRemittance(transaction, row.traceNumber, context.pairing);
  if (hold !== undefined) {
    await transaction.workItems.open([heldWorkItem(row, hold)]);
    return undefined;
  }
  return publicationOf(context, proven, row.id);
}

function publicationOf(
  { transaction, pending, fileSha256, receivedAt, failpoint }: Parameters<typeof openRemittance>[0],
  surveyed: ProvenRemittance,
  remittanceId: string,
): RemittancePublication {
  const { particulars } = surveyed;
  return new RemittancePublication(
    { transaction, pending, failpoint },
    {
      remittanceId,
      payerKey: payerKeyOf(particulars),
      effectiveDate: particulars.payment.date ?? utcDayOf(receivedAt),
      fileSha256,
      surveyed,
    },
  );
}

function remittanceRow(
  { tenantId, fileSha256 }: ApplyContext,
  { particulars, contentSha256, claimCount, balance, proofSha256 }: ProvenRemittance,
  { identity, hold }: { readonly identity: string; readonly hold?: RemittanceHold },
): NewRemittance {
  const { payment, payer, payee, place } = particulars;
  return {
    id: derivedId('remittance', tenantId, identity, contentSha256),
    identity,
    contentSha256,
    fileSha256,
    setControlNumber: place.setControlNumber,
    payerName: payer.name,
    payerKey: payerKeyOf(particulars),
    payee,
    traceNumber: payment.traceNumber,
    ...(payment.date === undefined ? {} : { paymentDate: payment.date }),
    paidCents: payment.amountCents,
    paymentMethod: payment.method,
    claimCount,
    ...(hold === undefined ? { state: 'published' } : { state: 'held', holdCode: hold.codes[0] }),
    proof: balance,
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
