import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantViolation } from '../../../src/base/invariant.ts';
import { cents } from '../../../src/base/money.ts';
import type { OtherCoverage, PayerRank, ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { chargeEntry } from '../../../src/domain/ledger/charge-entry.ts';
import { journalEntry } from '../../../src/domain/ledger/journal-entry.ts';
import { soundClaim } from '../support/claims.ts';
import { adjustment } from '../support/remittances.ts';

/** What another payer decided: paid so much, and adjusted so much under each code. */
function coverage(rank: PayerRank, paidCents: number, adjusted: Record<string, number> = {}): OtherCoverage {
  const { payer, subscriber } = soundClaim();
  return {
    rank,
    payer,
    subscriber,
    relationship: '18',
    paidCents: cents(paidCents),
    adjustments: Object.entries(adjusted).map(([code, amount]) => adjustment(code, amount)),
  };
}

function postings(claim: ProfessionalClaim, stands?: ProfessionalClaim): Record<string, number> {
  const entry = chargeEntry({ claimId: 'C1', claim, ...(stands === undefined ? {} : { stands }) });
  return Object.fromEntries(
    (entry?.postings ?? []).map(({ account, amountCents }) => [account, amountCents]),
  );
}

const SECONDARY = soundClaim({
  payerRank: 'S',
  otherCoverages: [coverage('P', 7000, { 'CO-45': 2500, 'PR-2': 3000 }), coverage('T', 1, { 'CO-45': 1 })],
});

describe('a charge', () => {
  test('is what the payer owes, under an id that only this claim has', () => {
    expect(chargeEntry({ claimId: 'C1', claim: soundClaim() })).toEqual({
      id: 'charge:C1',
      kind: 'charge',
      effectiveDate: '2026-06-03',
      claimId: 'C1',
      postings: [
        { account: 'insurance-receivable:primary', amountCents: 12_500 },
        { account: 'charges', amountCents: -12_500 },
      ],
    });
  });

  test('of a second payer is what the payers before it left: their payment and adjustments but the patient’s', () => {
    expect(postings(SECONDARY)).toEqual({
      'insurance-receivable:secondary': 3000,
      'prior-payer-decisions': 9500,
      charges: -12_500,
    });
    expect(postings({ ...SECONDARY, payerRank: 'T' })).toMatchObject({
      'insurance-receivable:tertiary': 3000,
    });
  });

  test.each([
    ['more than is charged', coverage('P', 20_000), { 'prior-payer-decisions': 12_500, charges: -12_500 }],
    ['less than nothing', coverage('P', -1), { 'insurance-receivable:secondary': 12_500, charges: -12_500 }],
  ])('is never settled by %s', (_, settled, expected) => {
    expect(postings({ ...SECONDARY, otherCoverages: [settled] })).toEqual(expected);
  });
});

describe('a correction of a claim', () => {
  test('posts the difference, and nothing where there is none', () => {
    expect(postings(soundClaim({ frequency: '7', chargeCents: cents(10_000) }), soundClaim())).toEqual({
      'insurance-receivable:primary': -2500,
      charges: 2500,
    });
    expect(chargeEntry({ claimId: 'C1', claim: SECONDARY, stands: SECONDARY })).toBeUndefined();
  });

  test('and what it corrects leave what the correction alone leaves, whichever payers they name', () => {
    const claim = fc
      .record({
        frequency: fc.constantFrom('1', '7', '8'),
        payerRank: fc.constantFrom('P', 'S', 'T'),
        chargeCents: fc.nat(50_000),
        priorCents: fc.nat(50_000),
      })
      .map(({ frequency, payerRank, chargeCents, priorCents }) =>
        soundClaim({
          frequency,
          payerRank,
          chargeCents: cents(chargeCents),
          otherCoverages: [coverage('P', priorCents)],
        }),
      );
    fc.assert(
      fc.property(claim, claim, (former, latter) => {
        const sums = postings(former);
        for (const [account, amount] of Object.entries(postings(latter, former))) {
          sums[account] = (sums[account] ?? 0) + amount;
        }
        const left = Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
        expect(left).toEqual(postings(latter));
      }),
    );
  });

  test('that voids leaves nothing owed', () => {
    expect(postings(soundClaim({ frequency: '8' }), SECONDARY)).toEqual({
      'insurance-receivable:secondary': -3000,
      'prior-payer-decisions': -9500,
      charges: 12_500,
    });
  });
});

test('an entry that does not balance cannot be built', () => {
  const entry = chargeEntry({ claimId: 'C1', claim: soundClaim() });
  if (entry === undefined) throw new Error('a charge is posted');
  expect(() => journalEntry({ ...entry, postings: entry.postings.slice(1) })).toThrow(InvariantViolation);
});
