import { type Cents, cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { ClaimStatus } from '../domain/claim/status.ts';
import { type AnswerKind, isAwaited } from '../domain/exchange/answer-kind.ts';
import type { Source } from '../domain/exchange/source.ts';
import type { WorkItemKind } from '../domain/exchange/work-item-kind.ts';
import type { Account } from '../domain/ledger/account.ts';
import { balancesOf } from '../domain/ledger/balances.ts';
import { adjustmentGroupWords, adjustmentReasonWords } from '../edi/codes/adjustment-reasons.ts';
import { claimStatusCategoryWords } from '../edi/codes/claim-status-categories.ts';
import { claimStatusWords } from '../edi/codes/claim-statuses.ts';
import type { StoredPaymentMatch } from '../ports/claim-payment-store.ts';
import type { StoredClaim, StoredFact } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredJournalEntry } from '../ports/ledger-store.ts';
import type { StoreTransaction } from '../ports/store.ts';
import type { WorkItemClosing } from '../ports/work-item-store.ts';
import { type EntryStory } from './explain/entry-story.ts';
import type { ExplainDependencies } from './explain/explain-entry.ts';
import { type EntryCause, entryStory, type TracedEntry, traceEntry } from './explain/trace-entry.ts';
import { type FactWords, factWords } from './fact-sentences.ts';
import { inOrderOfJourney } from './order-of-journey.ts';

/** One thing that happened to a claim. */
export interface StoryStep extends FactWords {
  readonly kind: StoredFact['body']['kind'];
  readonly recordedAt: Instant;
  /** Where it was read; absent for what the gateway itself did. */
  readonly source?: Source;
}

export interface StoryWorkItem {
  readonly kind: WorkItemKind;
  readonly openedAt: Instant;
  /** When it was closed, and why; absent: it is left to do. */
  readonly closedAt?: Instant;
  readonly closedAs?: WorkItemClosing;
  readonly amountCents?: Cents;
  /** Each code with its meaning, where it is known here. */
  readonly reasons: readonly string[];
}

/** An answer that the claim waits for. */
export interface StoryAnswer {
  readonly answer: AnswerKind;
  readonly dueAt: Instant;
  readonly isOverdue: boolean;
}

/** A journal entry with the amounts that it is made of, and the segment that made it, where one did. */
export interface StoryEntry extends EntryStory, Pick<EntryCause, 'publication'> {
  readonly source?: Source;
}

/** A claim payment of the claim, and how it was found to be that. */
export interface StoryPayment {
  readonly remittanceId: string;
  readonly ordinal: number;
  readonly match: StoredPaymentMatch;
}

/** Everything that `explain` tells of a claim. */
export interface ClaimStory {
  readonly claimId: string;
  /** SHA-256 of the file in which the biller submitted it. */
  readonly submittedIn: string;
  readonly accountNumber: string;
  readonly payerName: string;
  readonly serviceDate?: BusinessDate;
  readonly chargeCents: Cents;
  readonly partnerId: string;
  readonly status: ClaimStatus;
  readonly steps: readonly StoryStep[];
  readonly payments: readonly StoryPayment[];
  readonly entries: readonly StoryEntry[];
  /** What the claim left in each account; the sum is zero. */
  readonly balances: readonly { readonly account: Account; readonly balanceCents: Cents }[];
  /** What the partner still owes, and by when. */
  readonly awaited: readonly StoryAnswer[];
  readonly workItems: readonly StoryWorkItem[];
}

/**
 * Tells what happened to each claim that the reference names: a claim id, the biller's account number, or a patient
 * control number. None when it names no claim.
 */
export async function explainClaim(
  { store, archive, clock }: ExplainDependencies & { readonly clock: Clock },
  tenantId: string,
  reference: string,
): Promise<readonly ClaimStory[]> {
  const told = await store.inTransaction(tenantId, async (transaction) => {
    const claims = await transaction.claims.lookUp(reference);
    const facts = await transaction.facts.forClaims(claims.map((claim) => claim.id));
    const stories: ToldClaim[] = [];
    for (const claim of claims) {
      const own = facts.get(claim.id) ?? [];
      stories.push(await tell(transaction, claim, { facts: own, now: clock.now() }));
    }
    return stories;
  });
  const stories: ClaimStory[] = [];
  for (const { causes, ...story } of told) {
    const entries: StoryEntry[] = [];
    // Outside the transaction, which does not wait for files to be read.
    for (const { source, ...traced } of causes) {
      const { publication } = traced.cause;
      entries.push({
        ...(await entryStory(archive, traced)),
        ...(source === undefined ? {} : { source }),
        ...(publication === undefined ? {} : { publication }),
      });
    }
    stories.push({ ...story, entries });
  }
  return stories;
}

/** A story whose entries have not been traced to their amounts yet. */
interface ToldClaim extends Omit<ClaimStory, 'entries'> {
  readonly causes: readonly (TracedEntry & { readonly source?: Source })[];
}

async function tell(
  transaction: StoreTransaction,
  claim: StoredClaim,
  { facts, now }: { readonly facts: readonly StoredFact[]; readonly now: Instant },
): Promise<ToldClaim> {
  const entries = await transaction.ledger.entriesForClaim(claim.id);
  const workItems = await transaction.workItems.forClaim(claim.id);
  const serviceDate = claim.claim.lines[0]?.serviceDate;
  return {
    claimId: claim.id,
    submittedIn: claim.archiveSha256,
    accountNumber: claim.claim.accountNumber,
    payerName: claim.claim.payer.name,
    ...(serviceDate === undefined ? {} : { serviceDate }),
    chargeCents: claim.claim.chargeCents,
    partnerId: claim.partnerId,
    status: claim.status,
    steps: inOrderOfJourney(factsAbout(facts)).map((fact) => ({
      kind: fact.body.kind,
      recordedAt: fact.recordedAt,
      ...factWords(fact.body),
      ...(fact.source === undefined ? {} : { source: fact.source }),
    })),
    payments: await paymentsOf(transaction, claim.id),
    causes: await causesOf(transaction, entries, facts),
    balances: accountBalances(entries),
    awaited: await awaitedBy(transaction, claim, { facts, now }),
    workItems: workItems.map((item) => ({
      kind: item.kind,
      openedAt: item.openedAt,
      ...(item.closedAt === undefined ? {} : { closedAt: item.closedAt }),
      ...(item.closedAs === undefined ? {} : { closedAs: item.closedAs }),
      ...(item.amountCents === undefined ? {} : { amountCents: item.amountCents }),
      reasons: item.codes.map(codeWords),
    })),
  };
}

async function causesOf(
  transaction: StoreTransaction,
  entries: readonly StoredJournalEntry[],
  facts: readonly StoredFact[],
): Promise<ToldClaim['causes']> {
  const causes: ToldClaim['causes'][number][] = [];
  for (const entry of entries) {
    const source = sourceOf(entry, facts);
    causes.push({ ...(await traceEntry(transaction, entry)), ...(source === undefined ? {} : { source }) });
  }
  return causes;
}

async function paymentsOf(
  { claimPayments }: StoreTransaction,
  claimId: string,
): Promise<readonly StoryPayment[]> {
  const payments: StoryPayment[] = [];
  for (const { remittanceId, ordinal } of (await claimPayments.onFile([claimId])).get(claimId) ?? []) {
    const match = (await claimPayments.get(remittanceId, ordinal))?.match;
    if (match !== undefined) payments.push({ remittanceId, ordinal, match });
  }
  return payments;
}

/** Deadlines of the interchange that the claim was last sent in, as far as the claim still waits for them. */
async function awaitedBy(
  { awaitedAnswers }: StoreTransaction,
  { status }: StoredClaim,
  { facts, now }: { readonly facts: readonly StoredFact[]; readonly now: Instant },
): Promise<StoryAnswer[]> {
  const interchangeIds = facts.flatMap(({ body }) =>
    body.kind === 'claim.batched' && body.patientControlNumber === status.patientControlNumber
      ? [body.interchangeId]
      : [],
  );
  const owed = await awaitedAnswers.byInterchanges(interchangeIds);
  return owed
    .filter(({ answer }) => isAwaited(answer, status.awaiting))
    .map(({ answer, dueAt }) => ({ answer, dueAt, isOverdue: dueAt <= now }));
}

function sourceOf(entry: StoredJournalEntry, facts: readonly StoredFact[]): Source | undefined {
  if (entry.remittanceId === undefined) return undefined;
  return facts.find(
    ({ body }) =>
      body.kind === 'claim.adjudicated' &&
      body.remittanceId === entry.remittanceId &&
      body.claimPaymentOrdinal === entry.claimPaymentOrdinal,
  )?.source;
}

/** Leaves out what a 999 says of other claims of the set; of other sets the store gives nothing. */
function factsAbout(facts: readonly StoredFact[]): StoredFact[] {
  const numbers = new Set(
    facts.flatMap(({ body }) => (body.kind === 'claim.batched' ? [body.patientControlNumber] : [])),
  );
  return facts.map((fact) => {
    if (fact.body.kind !== 'set.acknowledged') return fact;
    const errors = fact.body.errors.filter(
      ({ patientControlNumber }) => patientControlNumber === undefined || numbers.has(patientControlNumber),
    );
    return { ...fact, body: { ...fact.body, errors } };
  });
}

function accountBalances(entries: readonly StoredJournalEntry[]): ClaimStory['balances'] {
  return [...balancesOf(entries)].map(([account, balance]) => ({ account, balanceCents: cents(balance) }));
}

/** `CO-50` and `A7:164:IL` with their meaning; every other code speaks for itself. */
export function codeWords(code: string): string {
  const [group = '', reason] = code.split('-');
  const groupWords = adjustmentGroupWords(group);
  if (reason !== undefined && groupWords !== undefined) {
    return `${code}: ${adjustmentReasonWords(reason) ?? 'reason not known here'} (${groupWords})`;
  }
  const [category = '', status = ''] = code.split(':');
  const categoryWords = claimStatusCategoryWords(category);
  if (categoryWords === undefined) return code;
  const statusWords = claimStatusWords(status);
  return `${code}: ${categoryWords}${statusWords === undefined ? '' : ` (${statusWords})`}`;
}
