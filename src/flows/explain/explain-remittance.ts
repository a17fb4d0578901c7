import { sumCents } from '../../base/money.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import type { StoredPaymentMatch } from '../../ports/claim-payment-store.ts';
import type { StoredJournalEntry } from '../../ports/ledger-store.ts';
import type { StoredRemittance } from '../../ports/remittance-store.ts';
import type { StoredResolution } from '../../ports/resolution-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import type { ProofClaim, ProofHeader, ProofLine, ProofTrailer } from '../../proof/proof-form.ts';
import { type RemittanceAtBank, tellRemittanceAtBank } from '../reassociation/tell-bank-payment.ts';
import { type ClaimTerms, claimTerms, providerTerms, type Term } from './claim-terms.ts';
import { type EntryStory, providerAdjustmentStory, routedTerms } from './entry-story.ts';
import type { ExplainDependencies } from './explain-entry.ts';
import { type OpenItemStory, openItemStories } from './open-items.ts';
import { proofLines } from './proof-terms.ts';
import { providerOrdinalOf, storyOfPayment } from './trace-entry.ts';

/** A claim payment as the file has it, and where it was posted. */
export interface ClaimPaymentStory {
  readonly ordinal: number;
  readonly terms: ClaimTerms;
  /** Oldest first; none where nothing was posted: it is held with its remittance, or decided nothing. */
  readonly entries: readonly EntryStory[];
  /** Its money stands in no claim's books. */
  readonly isUnapplied: boolean;
  /** The claim that it was posted to. */
  readonly claimId?: string;
  /** How it found its claim, or why it did not. */
  readonly match?: StoredPaymentMatch;
}

export interface ProviderAdjustmentStory {
  readonly ordinal: number;
  readonly term: Term;
  readonly entry?: EntryStory;
  readonly openItem?: OpenItemStory;
}

/** Everything that `explain` tells of a remittance. */
export interface RemittanceStory {
  readonly remittance: StoredRemittance;
  /** The decision of a person by which it was posted, though it was held. */
  readonly postedBy?: StoredResolution;
  readonly atBank: RemittanceAtBank;
  /** Absent where no proof was kept; then nothing below is known. */
  readonly header?: ProofHeader;
  readonly trailer?: ProofTrailer;
  readonly claims: readonly ClaimPaymentStory[];
  /** Claim payments beyond the limit. */
  readonly omittedClaimCount: number;
  readonly providerAdjustments: readonly ProviderAdjustmentStory[];
}

/**
 * Tells of each remittance that the reference names, by id or trace number, where its cents went and which segment said
 * so. None when it names no remittance. At most `claimLimit` claim payments are told one by one.
 */
export async function* explainRemittances(
  { store, archive }: ExplainDependencies,
  tenantId: string,
  { reference, claimLimit }: { readonly reference: string; readonly claimLimit: number },
): AsyncGenerator<RemittanceStory> {
  const remittances = await store.inTransaction(tenantId, (transaction) =>
    transaction.remittances.lookUp(reference),
  );
  for (const remittance of remittances) {
    const known = await store.inTransaction(tenantId, (transaction) =>
      knownOf(transaction, remittance, claimLimit),
    );
    yield await tell(archive, remittance, { known, claimLimit });
  }
}

/** What the store knows of a remittance's first claim payments and of its provider-level adjustments. */
interface Known {
  readonly postedBy: StoredResolution | undefined;
  readonly atBank: RemittanceAtBank;
  readonly entries: readonly StoredJournalEntry[];
  readonly matches: ReadonlyMap<number, StoredPaymentMatch>;
  readonly openItems: ReadonlyMap<number, OpenItemStory>;
}

async function knownOf(
  transaction: StoreTransaction,
  remittance: StoredRemittance,
  claimLimit: number,
): Promise<Known> {
  const { ledger, claimPayments, providerAdjustments } = transaction;
  const { id, claimCount } = remittance;
  const matches = new Map<number, StoredPaymentMatch>();
  for (let ordinal = 1; ordinal <= Math.min(claimCount, claimLimit); ordinal++) {
    const match = (await claimPayments.get(id, ordinal))?.match;
    if (match !== undefined) matches.set(ordinal, match);
  }
  const openItems = await openItemStories(providerAdjustments, await providerAdjustments.ofRemittance(id));
  const { holdCode, state } = remittance;
  const wasHeld = holdCode !== undefined && state === 'published';
  const resolutions = wasHeld ? await transaction.resolutions.ofWorkItems([`remittance-held:${id}`]) : [];
  return {
    postedBy: resolutions.find(({ action }) => action === 'post'),
    atBank: await tellRemittanceAtBank(transaction, remittance),
    entries: await ledger.entriesForRemittance(id, { claimPaymentsMax: claimLimit }),
    matches,
    openItems: new Map([...openItems].map(([{ ordinal }, item]) => [ordinal, item])),
  };
}

async function tell(
  archive: ArchiveReader,
  remittance: StoredRemittance,
  { known, claimLimit }: { readonly known: Known; readonly claimLimit: number },
): Promise<RemittanceStory> {
  const told = new Telling(known, claimLimit);
  if (remittance.proofSha256 !== undefined) {
    for await (const line of proofLines(archive, remittance.proofSha256)) told.add(line);
  }
  const { postedBy, atBank } = known;
  return { remittance, ...(postedBy === undefined ? {} : { postedBy }), atBank, ...told.story() };
}

class Telling {
  readonly #known: Known;
  readonly #claimLimit: number;
  readonly #entriesByOrdinal = new Map<number | undefined, StoredJournalEntry[]>();
  readonly #claims: ClaimPaymentStory[] = [];
  readonly #providerAdjustments: ProviderAdjustmentStory[] = [];
  #omittedClaimCount = 0;
  #header: ProofHeader | undefined;
  #trailer: ProofTrailer | undefined;

  constructor(known: Known, claimLimit: number) {
    this.#known = known;
    this.#claimLimit = claimLimit;
    for (const entry of known.entries) {
      const before = this.#entriesByOrdinal.get(entry.claimPaymentOrdinal);
      if (before === undefined) this.#entriesByOrdinal.set(entry.claimPaymentOrdinal, [entry]);
      else before.push(entry);
    }
  }

  add(line: ProofLine): void {
    if ('proof' in line) this.#header = line;
    else if ('claim' in line) {
      if (this.#claims.length >= this.#claimLimit) this.#omittedClaimCount++;
      else this.#claims.push(this.#claimStory(line));
    } else if ('plb' in line) {
      for (const term of providerTerms(line)) this.#addProviderAdjustment(term);
    } else this.#trailer = line;
  }

  story(): Omit<RemittanceStory, 'remittance' | 'postedBy' | 'atBank'> {
    return {
      ...(this.#header === undefined ? {} : { header: this.#header }),
      ...(this.#trailer === undefined ? {} : { trailer: this.#trailer }),
      claims: this.#claims,
      omittedClaimCount: this.#omittedClaimCount,
      providerAdjustments: this.#providerAdjustments,
    };
  }

  #claimStory(payment: ProofClaim): ClaimPaymentStory {
    const ordinal = payment.claim;
    const entries = this.#entriesByOrdinal.get(ordinal) ?? [];
    const applied = entries.findLast(({ claimId }) => claimId !== undefined);
    const isUnapplied = unappliedOf(entries) !== 0;
    const match = this.#known.matches.get(ordinal);
    const claimId = match?.claimId ?? (isUnapplied ? undefined : applied?.claimId);
    return {
      ordinal,
      terms: applied === undefined ? claimTerms(payment) : routedTerms(applied, payment),
      entries: entries.map((entry) => storyOfPayment(entry, payment)),
      isUnapplied,
      ...(claimId === undefined ? {} : { claimId }),
      ...(match === undefined ? {} : { match }),
    };
  }

  #addProviderAdjustment(term: Term): void {
    const ordinal = this.#providerAdjustments.length + 1;
    const entry = this.#entriesByOrdinal
      .get(undefined)
      ?.find((one) => one.kind === 'provider-adjustment' && providerOrdinalOf(one) === ordinal);
    const openItem = this.#known.openItems.get(ordinal);
    this.#providerAdjustments.push({
      ordinal,
      term,
      ...(entry === undefined ? {} : { entry: providerAdjustmentStory(entry, term) }),
      ...(openItem === undefined ? {} : { openItem }),
    });
  }
}

function unappliedOf(entries: readonly StoredJournalEntry[]): number {
  const postings = entries.flatMap((entry) => entry.postings);
  return sumCents(
    postings.filter(({ account }) => account === 'unapplied-payments').map(({ amountCents }) => amountCents),
  );
}
