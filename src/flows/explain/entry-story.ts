import { invariant } from '../../base/invariant.ts';
import { type Cents, cents, negateCents, sumCents } from '../../base/money.ts';
import type { Posting } from '../../domain/ledger/journal-entry.ts';
import { type PostingRuleName, ruleOfAccount } from '../../domain/ledger/posting-rule.ts';
import { PAYER_RANKS } from '../../domain/posting/payer-rank.ts';
import type { StoredJournalEntry } from '../../ports/ledger-store.ts';
import type { ProofClaim } from '../../proof/proof-form.ts';
import { type ClaimTerms, claimTerms, decidedTerms, type Term, type TermRouting } from './claim-terms.ts';

/** A posting with the amounts of the file that it is the sum of. */
export interface PostingStory extends Posting {
  readonly rule: PostingRuleName;
  readonly terms: readonly Term[];
  /** What no term explains: zero, unless the entry was made otherwise than by its remittance. */
  readonly unexplainedCents: Cents;
}

export interface EntryStory {
  readonly entry: StoredJournalEntry;
  readonly postings: readonly PostingStory[];
  /** Amounts of the claim payment that were not to be moved. */
  readonly unmoved: readonly Term[];
}

/** A charge: the biller's own claim says it, and no remittance. */
export function chargeStory(entry: StoredJournalEntry): EntryStory {
  return ruledStory(entry, ({ account }) =>
    account === 'prior-payer-decisions' ? 'posting.prior-settled' : 'posting.charge',
  );
}

/** What a person decided. */
export function manualStory(entry: StoredJournalEntry): EntryStory {
  return ruledStory(entry, () => 'posting.by-hand');
}

/** Of what was posted before proofs were kept, only the account tells the rule. */
export function bareStory(entry: StoredJournalEntry): EntryStory {
  return ruledStory(entry, ({ account }) => ruleOfAccount(account) ?? 'posting.by-hand');
}

/** Of an entry that posts a claim payment to its claim. */
export function claimPaymentStory(entry: StoredJournalEntry, payment: ProofClaim): EntryStory {
  return closestStory(entry, waysOf(payment)).story;
}

/**
 * Of an entry that moves a claim payment to its claim, out of what waited unapplied, or back; else what it changes is a
 * difference of two plans, which no amount of the file says by itself.
 */
export function repostingStory(entry: StoredJournalEntry, payment: ProofClaim): EntryStory {
  const ways = waysOf(payment);
  const { story: moved, unexplained } = closestStory(
    entry,
    [...ways, ...ways.map(negatedTerms)].map(movedTerms),
  );
  return unexplained === 0 ? moved : ruledStory(entry, () => 'posting.difference');
}

/** The amounts of a claim payment as an entry posts them to a claim. */
export function routedTerms(entry: StoredJournalEntry, payment: ProofClaim): ClaimTerms {
  const ways = waysOf(payment);
  const posted = entry.kind === 'reposting' ? ways.map(movedTerms) : ways;
  return ways[closestStory(entry, posted).index] ?? claimTerms(payment);
}

export function unappliedStory(entry: StoredJournalEntry, payment: ProofClaim): EntryStory {
  const { paid } = claimTerms(payment);
  return {
    entry,
    postings: entry.postings.map((posting) =>
      posting.account === 'unapplied-payments'
        ? story(posting, { rule: 'posting.unapplied', terms: [paid], sign: -1 })
        : story(posting, { rule: 'posting.payment', terms: [paid], sign: 1 }),
    ),
    unmoved: [],
  };
}

export function providerAdjustmentStory(entry: StoredJournalEntry, term: Term): EntryStory {
  return {
    entry,
    postings: entry.postings.map((posting) =>
      story(posting, {
        rule: term.rule,
        terms: [term],
        sign: posting.account === 'payer-payments-in-transit' ? -1 : 1,
      }),
    ),
    unmoved: [],
  };
}

const ROUTINGS: readonly TermRouting[] = [false, true].flatMap((isUnknownReviewed) =>
  PAYER_RANKS.flatMap((rank, index) => [
    { rank, isUnknownReviewed },
    ...PAYER_RANKS.slice(index + 1).map((nextRank) => ({ rank, nextRank, isUnknownReviewed })),
  ]),
);

/** The ways a claim payment may have been posted. */
function waysOf(payment: ProofClaim): readonly ClaimTerms[] {
  return ROUTINGS.map((routing) => claimTerms(payment, routing));
}

/** Of these ways the one that gives the entry's own postings; else the one that leaves the least unexplained. */
function closestStory(
  entry: StoredJournalEntry,
  [first, ...others]: readonly ClaimTerms[],
): { readonly story: EntryStory; readonly index: number; readonly unexplained: number } {
  invariant(first, 'a claim payment may be posted in some way');
  let closest = { story: storyUnder(entry, first), index: 0 };
  for (const [index, terms] of others.entries()) {
    const one = storyUnder(entry, terms);
    if (unexplainedOf(one) < unexplainedOf(closest.story)) closest = { story: one, index: index + 1 };
  }
  return { ...closest, unexplained: unexplainedOf(closest.story) };
}

function storyUnder(entry: StoredJournalEntry, terms: ClaimTerms): EntryStory {
  const moved = [terms.paid, ...terms.adjustments];
  return {
    entry,
    postings: entry.postings.map((posting) => {
      // What is decided leaves the receivable: a credit, where the parts are debits.
      if (posting.account === terms.charge.account) {
        return story(posting, { rule: 'posting.receivable', terms: decidedTerms(terms), sign: -1 });
      }
      const own = moved.filter(({ account }) => account === posting.account);
      const rule = own[0]?.rule ?? ruleOfAccount(posting.account) ?? 'posting.by-hand';
      return story(posting, { rule, terms: own, sign: 1 });
    }),
    unmoved: terms.adjustments.filter(({ account }) => account === undefined),
  };
}

/** The money was in transit before: it comes from what waited unapplied. */
function movedTerms(terms: ClaimTerms): ClaimTerms {
  return { ...terms, paid: { ...terms.paid, rule: 'posting.applied', account: 'unapplied-payments' } };
}

function negatedTerms({ charge, paid, adjustments }: ClaimTerms): ClaimTerms {
  return { charge: negated(charge), paid: negated(paid), adjustments: adjustments.map(negated) };
}

function negated(term: Term): Term {
  return { ...term, amountCents: negateCents(term.amountCents) };
}

function unexplainedOf({ postings }: EntryStory): number {
  return postings.reduce((total, { unexplainedCents }) => total + Math.abs(unexplainedCents), 0);
}

function ruledStory(entry: StoredJournalEntry, ruleOf: (posting: Posting) => PostingRuleName): EntryStory {
  const postings = entry.postings.map((posting) => ({
    ...posting,
    rule: ruleOf(posting),
    terms: [],
    unexplainedCents: cents(0),
  }));
  return { entry, postings, unmoved: [] };
}

function story(
  posting: Posting,
  from: { readonly rule: PostingRuleName; readonly terms: readonly Term[]; readonly sign: 1 | -1 },
): PostingStory {
  const explained = from.sign * sumCents(from.terms.map((term) => term.amountCents));
  return {
    ...posting,
    rule: from.rule,
    terms: from.terms,
    unexplainedCents: cents(posting.amountCents - explained),
  };
}
