import { Ahead } from '../../base/ahead.ts';
import { invariant } from '../../base/invariant.ts';
import { accepted, type Result, refused } from '../../base/result.ts';
import type { Latin1Decoder } from '../../edi/syntax/segment-reader.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { Archive } from '../../ports/archive.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import type { WorkItem } from '../../ports/work-item-store.ts';
import { applyAnswers } from '../apply-answers.ts';
import { noPendingAnswers, recordAnswers } from '../pending-answers.ts';
import type { PairingTerms } from '../reassociation/pair-payments.ts';
import { surveyRemittances } from '../survey-remittances.ts';
import type { Done } from './resolve-exception.ts';

/** What it takes to read an archived file again. */
export interface RereadingTerms extends PairingTerms {
  readonly archive: Archive;
  readonly decode: Latin1Decoder;
  readonly profileOf: (partnerId: string) => PartnerProfile;
}

export type PostingRefusal = 'remittance-not-found' | 'proof-not-kept';

/**
 * Posts a remittance that was held because it resembles a posted one, and that a person says is money of its own. Its
 * file is applied once more from the archive: what counts already changes nothing, and this remittance is published as
 * it would have been.
 */
export async function postHeldRemittance(
  transaction: StoreTransaction,
  { remittanceId }: WorkItem,
  { tenantId, terms }: { readonly tenantId: string; readonly terms: RereadingTerms },
): Promise<Result<Done, PostingRefusal>> {
  const { remittances, files, ledger } = transaction;
  const remittance = remittanceId === undefined ? undefined : await remittances.get(remittanceId);
  if (remittance === undefined) return refused('remittance-not-found');
  const { id, fileSha256, paidCents } = remittance;
  // Held by a release that kept no proofs: nothing is published without one.
  if (remittance.proofSha256 === undefined) return refused('proof-not-kept');
  const file = await files.get(fileSha256);
  invariant(file !== undefined, 'the file of a remittance is on record');
  const { archive, decode, clock, eft } = terms;
  const { partnerId, receivedAt } = file;
  const profile = terms.profileOf(partnerId);
  const pending = noPendingAnswers();
  const surveyed = { sha256: fileSha256, decode, bytes: archive.open(fileSha256) };
  const context = { transaction, tenantId, partnerId, profile, fileSha256, receivedAt, pending };
  await applyAnswers(
    { ...context, pairing: { clock, eft }, releasing: id },
    { decode, bytes: archive.open(fileSha256), remittances: new Ahead(surveyRemittances(surveyed, archive)) },
  );
  await recordAnswers(transaction, pending);
  invariant((await remittances.get(id))?.state === 'published', 'a remittance is read from its file again');
  const [entry] = await ledger.entriesForRemittance(id, { claimPaymentsMax: 1 });
  return accepted({
    movedCents: paidCents,
    ...(entry === undefined ? {} : { publicationId: entry.publicationId }),
  });
}
