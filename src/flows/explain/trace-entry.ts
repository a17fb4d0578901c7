import type { ArchiveReader } from '../../ports/archive.ts';
import type { StoredPaymentMatch } from '../../ports/claim-payment-store.ts';
import type { StoredJournalEntry, StoredPublication } from '../../ports/ledger-store.ts';
import type { StoredRemittance } from '../../ports/remittance-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import type { ProofClaim } from '../../proof/proof-form.ts';
import { proofClaim, proofProviders } from '../balance-proof.ts';
import { providerTerms, type Term } from './claim-terms.ts';
import {
  bareStory,
  chargeStory,
  claimPaymentStory,
  type EntryStory,
  manualStory,
  providerAdjustmentStory,
  repostingStory,
  unappliedStory,
} from './entry-story.ts';
import { type OpenItemStory, openItemStories } from './open-items.ts';
import { provenClaimPayment, termOfProviderAdjustment } from './proof-terms.ts';

/** What explains an entry: the remittance that was posted, the biller's own file, a person's decision. */
export interface EntryCause {
  readonly remittance?: StoredRemittance;
  /** SHA-256 of the file in which the claim was submitted. */
  readonly submittedIn?: string;
  /** Of what was posted later than its remittance, or by hand: when, why and by whom. */
  readonly publication?: StoredPublication;
  /** How the claim payment was matched, as it holds now. */
  readonly match?: StoredPaymentMatch;
  /** Of a provider-level adjustment that runs over several remittances. */
  readonly openItem?: OpenItemStory;
}

/** An entry with what the store knows of its cause. */
export interface TracedEntry {
  readonly entry: StoredJournalEntry;
  readonly cause: EntryCause;
  /** Of a claim payment that is kept. */
  readonly payment?: ProofClaim;
  /** Of a provider-level adjustment that is kept. */
  readonly adjustment?: Term;
}

/** What the store knows of an entry's cause. */
export async function traceEntry(
  transaction: StoreTransaction,
  entry: StoredJournalEntry,
): Promise<TracedEntry> {
  const { remittanceId, claimId, kind } = entry;
  const isLater = kind === 'reposting' || kind === 'manual';
  const publication = isLater ? await transaction.ledger.publication(entry.publicationId) : undefined;
  const later = publication === undefined ? {} : { publication };
  if (remittanceId === undefined) {
    const [claim] = claimId === undefined ? [] : await transaction.claims.lookUp(claimId);
    const isCharge = kind === 'charge' && claim !== undefined;
    return { entry, cause: { ...later, ...(isCharge ? { submittedIn: claim.archiveSha256 } : {}) } };
  }
  const remittance = await transaction.remittances.get(remittanceId);
  const cause = { ...later, ...(remittance === undefined ? {} : { remittance }) };
  if (kind === 'provider-adjustment') return await tracedAdjustment(transaction, entry, cause);
  const { claimPaymentOrdinal } = entry;
  const kept =
    claimPaymentOrdinal === undefined
      ? undefined
      : await transaction.claimPayments.get(remittanceId, claimPaymentOrdinal);
  if (kept === undefined) return { entry, cause };
  const match = kept.match === undefined ? {} : { match: kept.match };
  return { entry, cause: { ...cause, ...match }, payment: proofClaim(kept.payment) };
}

/** The story of a traced entry; what was posted before claim payments were kept is read from its proof. */
export async function entryStory(archive: ArchiveReader, traced: TracedEntry): Promise<EntryStory> {
  const { entry, cause } = traced;
  if (entry.kind === 'charge') return chargeStory(entry);
  if (entry.kind === 'manual') return manualStory(entry);
  const proofSha256 = cause.remittance?.proofSha256;
  if (entry.kind === 'provider-adjustment') {
    const term =
      traced.adjustment ??
      (proofSha256 === undefined
        ? undefined
        : await termOfProviderAdjustment(archive, proofSha256, providerOrdinalOf(entry)));
    return term === undefined ? bareStory(entry) : providerAdjustmentStory(entry, term);
  }
  const payment =
    traced.payment ??
    (proofSha256 === undefined
      ? undefined
      : await provenClaimPayment(archive, proofSha256, entry.claimPaymentOrdinal ?? 0));
  return payment === undefined ? bareStory(entry) : storyOfPayment(entry, payment);
}

/** The story of an entry of a claim payment. */
export function storyOfPayment(entry: StoredJournalEntry, payment: ProofClaim): EntryStory {
  if (entry.kind === 'claim-payment') return claimPaymentStory(entry, payment);
  return entry.kind === 'reposting' ? repostingStory(entry, payment) : unappliedStory(entry, payment);
}

/** An entry of a provider-level adjustment has no ordinal but in its id. */
export function providerOrdinalOf({ id }: StoredJournalEntry): number {
  return Number(id.slice(id.lastIndexOf(':') + 1));
}

async function tracedAdjustment(
  { providerAdjustments }: StoreTransaction,
  entry: StoredJournalEntry,
  cause: EntryCause,
): Promise<TracedEntry> {
  const kept = await providerAdjustments.ofRemittance(entry.remittanceId ?? '');
  const own = kept.find(({ ordinal }) => ordinal === providerOrdinalOf(entry));
  if (own === undefined) return { entry, cause };
  const [adjustment] = proofProviders([own.adjustment]).flatMap(providerTerms);
  const openItem = (await openItemStories(providerAdjustments, [own])).get(own);
  return {
    entry,
    cause: { ...cause, ...(openItem === undefined ? {} : { openItem }) },
    ...(adjustment === undefined ? {} : { adjustment }),
  };
}
