import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { OtherCoverage, PayerRank, ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { claimTermsOf, priorDecidedCents } from '../../../src/domain/posting/claim-terms.ts';
import { soundClaim } from '../support/claims.ts';
import { adjustment } from '../support/remittances.ts';

function coverage(
  rank: PayerRank,
  paidCents: number,
  ...adjustments: OtherCoverage['adjustments'][number][]
): OtherCoverage {
  const { payer, subscriber } = soundClaim();
  return { rank, payer, subscriber, relationship: '18', paidCents: cents(paidCents), adjustments };
}

function sent(payerRank: PayerRank, ...otherCoverages: OtherCoverage[]): ProfessionalClaim {
  return soundClaim({ payerRank, otherCoverages });
}

describe('what prior payers decided', () => {
  const before = coverage('P', 6400, adjustment('CO-45', 4500), adjustment('PR-2', 1600));

  test('is what they paid and adjusted, but for what they left to the patient', () => {
    expect(priorDecidedCents(sent('S', before))).toBe(10_900);
  });

  test('is nothing of payers behind the claim’s own', () => {
    expect(priorDecidedCents(sent('P', coverage('S', 6400)))).toBe(0);
    expect(priorDecidedCents(sent('S', before, coverage('T', 100)))).toBe(10_900);
  });

  test('is never more than the charge, and never less than nothing', () => {
    expect(priorDecidedCents(sent('T', before, coverage('S', 5000)))).toBe(12_500);
    expect(priorDecidedCents(sent('S', coverage('P', 0, adjustment('CO-45', -100))))).toBe(0);
  });
});

test('the terms of a claim have its later payers in order and every number under which a line was sent', () => {
  const terms = claimTermsOf('CLAIM1', sent('P', coverage('T', 0), coverage('S', 0)), ['CGA01', 'CGA02']);
  expect(terms).toMatchObject({
    claimId: 'CLAIM1',
    chargeCents: 12_500,
    rank: 'P',
    payerKeyHints: { identifier: 'CGPAY1', name: 'CLAIMGATE SAMPLE HEALTH' },
    laterRanks: ['S', 'T'],
    lines: [{ number: 1, controlNumbers: ['CGA01L01', 'CGA02L01'], chargeCents: 10_000 }, { number: 2 }],
  });
});

test('the terms of a claim to a second payer have no payer before it behind it', () => {
  const { rank, laterRanks } = claimTermsOf('CLAIM1', sent('S', coverage('P', 0), coverage('T', 0)), []);
  expect({ rank, laterRanks }).toEqual({ rank: 'S', laterRanks: ['T'] });
});
