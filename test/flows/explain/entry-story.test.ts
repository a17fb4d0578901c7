import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/base/time.ts';
import type { JournalEntry } from '../../../src/domain/ledger/journal-entry.ts';
import type { PaymentOnFile } from '../../../src/domain/posting/payment-on-file.ts';
import { planClaim } from '../../../src/domain/posting/plan-claim.ts';
import { providerAdjustmentEntry } from '../../../src/domain/posting/plan-provider-adjustments.ts';
import type { ClaimAdjustment } from '../../../src/domain/remittance/claim-adjustment.ts';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import { providerTerms } from '../../../src/flows/explain/claim-terms.ts';
import {
  claimPaymentStory,
  type EntryStory,
  providerAdjustmentStory,
} from '../../../src/flows/explain/entry-story.ts';
import { storyOfPayment } from '../../../src/flows/explain/trace-entry.ts';
import type { StoredJournalEntry } from '../../../src/ports/ledger-store.ts';
import type { ProofAdjustment, ProofClaim } from '../../../src/proof/proof-form.ts';
import { arbitraryHistory } from '../../domain/posting/support/arbitrary-history.ts';
import { isKnownReason, onFile, terms } from '../../domain/posting/support/books.ts';
import { day } from '../../domain/support/claims.ts';
import { adjustment, claimPayment, providerAdjustment } from '../../domain/support/remittances.ts';

const AT = [9, 100, 120] as const;

function proofAdjustments(adjustments: readonly ClaimAdjustment[]): ProofAdjustment[] {
  return adjustments.map(({ groupCode, reasonCode, amountCents }) => ({
    at: AT,
    group: groupCode,
    amounts: [{ element: 3, reason: reasonCode, cents: amountCents }],
  }));
}

function proofOf(payment: ClaimPayment): ProofClaim {
  return {
    claim: payment.ordinal,
    at: AT,
    charge: payment.chargeCents,
    paid: payment.paidCents,
    adjustments: proofAdjustments(payment.adjustments),
    services: payment.services.map((service) => ({
      at: AT,
      charge: service.chargeCents,
      paid: service.paidCents,
      adjustments: proofAdjustments(service.adjustments),
    })),
  };
}

function stored(entry: JournalEntry): StoredJournalEntry {
  return { ...entry, postedAt: instantOf(new Date('2026-07-20T12:00:00Z')), publicationId: 'P1' };
}

function unexplained({ postings }: EntryStory): number[] {
  return postings.map((one) => one.unexplainedCents).filter((amount) => amount !== 0);
}

/** The entries of payments that come in one by one, each with the story of it. */
function toldOf(claim: ReturnType<typeof terms>, payments: readonly PaymentOnFile[]): EntryStory[] {
  const posted: JournalEntry[] = [];
  const stories: EntryStory[] = [];
  for (const count of payments.keys()) {
    const came = payments.slice(0, count + 1);
    for (const entry of planClaim({ terms: claim, payments: came, posted }, isKnownReason).entries) {
      posted.push(entry);
      const own = came.find(({ ordinal }) => ordinal === entry.claimPaymentOrdinal);
      if (own === undefined) throw new Error('an entry names its claim payment');
      stories.push(storyOfPayment(stored(entry), proofOf(own.payment)));
    }
  }
  return stories;
}

describe('the story of a journal entry', () => {
  test('explains each cent of whatever payers send of a claim by amounts of the file, or as a difference of plans', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ terms: claim, payments }) => {
        for (const story of toldOf(claim, payments)) {
          expect(unexplained(story)).toEqual([]);
          const isDifference = story.postings.some(({ rule }) => rule === 'posting.difference');
          expect(isDifference && story.entry.kind !== 'reposting').toBe(false);
          for (const posting of story.postings) {
            expect(posting.terms.length > 0).toBe(!isDifference);
            for (const term of posting.terms) expect(term.at).toEqual(AT);
          }
        }
      }),
    );
  });

  test('tells what is left to the next payer from what the payer decided, by the side of the receivable', () => {
    const payment = onFile(claimPayment({ paidCents: 8000, adjustments: [adjustment('PR-1', 2000)] }));
    const [story] = toldOf(terms({ laterRanks: ['S'] }), [payment]);
    const told = story?.postings.map(({ account, rule, amountCents }) => [account, rule, amountCents]);
    expect(told?.toSorted()).toEqual([
      ['insurance-receivable:primary', 'posting.receivable', -10_000],
      ['insurance-receivable:secondary', 'posting.next-payer', 2000],
      ['payer-payments-in-transit', 'posting.payment', 8000],
    ]);
  });

  test('tells a reason that stands in no list as reviewed, whatever its group', () => {
    const payment = onFile(claimPayment({ paidCents: 8000, adjustments: [adjustment('PR-9999', 2000)] }));
    const [story] = toldOf(terms(), [payment]);
    expect(story?.postings.map(({ rule }) => rule)).toContain('posting.review');
  });

  test('tells money that waited and comes to its claim as applied, and where it came from', () => {
    const { payment } = onFile(claimPayment({ paidCents: 8000, adjustments: [adjustment('CO-45', 2000)] }));
    const entry = stored({
      id: 'reposting:R1:1:1',
      kind: 'reposting',
      effectiveDate: day('2026-07-20'),
      remittanceId: 'R1',
      claimPaymentOrdinal: 1,
      claimId: 'CLAIM1',
      postings: [
        { account: 'contractual-adjustments', amountCents: 2000 as never },
        { account: 'insurance-receivable:primary', amountCents: -10_000 as never },
        { account: 'unapplied-payments', amountCents: 8000 as never },
      ],
    });
    const story = storyOfPayment(entry, proofOf(payment));
    expect(unexplained(story)).toEqual([]);
    expect(story.postings.map(({ rule }) => rule)).toEqual([
      'posting.contractual',
      'posting.receivable',
      'posting.applied',
    ]);
  });

  test('says how much of an entry its claim payment does not explain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (more) => {
        const payment = claimPayment({ paidCents: 8000, adjustments: [adjustment('CO-45', 2000)] });
        const [told] = toldOf(terms(), [onFile(payment)]);
        if (told === undefined) throw new Error('a payment posts');
        const proof = { ...proofOf(payment), charge: (payment.chargeCents + more) as never };
        expect(unexplained(claimPaymentStory(told.entry, proof))).toEqual([more]);
      }),
    );
  });

  test('explains provider-level adjustments of either sign, each by the rule of its account', () => {
    const rules = ['WO', 'L6', 'E3', 'CS'].map((reason) => {
      const amounts = [{ element: 4, reason, cents: -500 as never }];
      const [term] = providerTerms({ plb: 1, at: AT, amounts });
      if (term === undefined) throw new Error('an adjustment has a term');
      const entry = providerAdjustmentEntry({
        remittanceId: 'R1',
        ordinal: 1,
        payerKey: '',
        effectiveDate: day('2026-07-20'),
        adjustment: providerAdjustment(reason, -500),
      });
      const story = providerAdjustmentStory(stored(entry), term);
      expect(unexplained(story)).toEqual([]);
      return story.postings[0]?.rule;
    });
    expect(rules).toEqual([
      'posting.recoupment',
      'posting.interest',
      'posting.withhold',
      'posting.provider-adjustment',
    ]);
  });
});
