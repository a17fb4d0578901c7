import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sumCents } from '../../../src/base/money.ts';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { type Adjudication, adjudicate } from '../../../src/simulator/payer/adjudicate.ts';
import { claimOf, type LineOfTest } from '../support/claims.ts';

function decided(claim: ProfessionalClaim, seed = 'claimgate'): Extract<Adjudication, { kind: 'decided' }> {
  const adjudication = adjudicate(claim, { seed });
  if (adjudication.kind !== 'decided') throw new Error('the claim was rejected');
  return adjudication;
}

function rejection(claim: ProfessionalClaim): unknown {
  const result = adjudicate(claim, { seed: 'any' });
  return result.kind === 'rejected' ? result.rejection : result;
}

/** `CO 45 4000` for each adjustment of each line. */
function adjustmentsOf(claim: ProfessionalClaim): string[][] {
  return decided(claim).lines.map((line) =>
    line.adjustments.map((each) => `${each.groupCode} ${each.reasonCode} ${each.amountCents}`),
  );
}

function oneLine(
  memberId: string,
  chargeCents: number,
  modifiers: readonly string[] = [],
): ProfessionalClaim {
  return claimOf({ accountNumber: 'A1', memberId, lines: [{ procedure: '99213', chargeCents, modifiers }] });
}

const lineOfAnyKind: fc.Arbitrary<LineOfTest> = fc.record({
  procedure: fc.constantFrom('99213', '87880', '36415', '90471'),
  modifiers: fc.constantFrom([], ['25'], ['GY'], ['GZ'], ['GA']),
  chargeCents: fc.integer({ min: 0, max: 9_999_999_999 }),
});
const anyClaim = fc.record({
  accountNumber: fc.constantFrom('A1', 'B2'),
  memberId: fc.oneof(
    fc.constantFrom('SIMDED1', 'SIMCOI1', 'SIMCOP1', 'SIMALL1', 'SIMPAID1'),
    fc.string({ minLength: 1, maxLength: 12 }),
  ),
  payer: fc.constantFrom('CGPAY1', 'CGPAY2', 'CGPAY3', '60054'),
  lines: fc.array(lineOfAnyKind, { minLength: 1, maxLength: 50 }),
});

describe('adjudication', () => {
  test('balances every line and every claim, whatever is claimed', () => {
    fc.assert(
      fc.property(
        anyClaim,
        fc.string(),
        fc.nat(20_000_000),
        fc.constantFrom('P', 'S', 'T'),
        (parts, seed, prior, payerRank) => {
          const claim = claimOf(parts);
          const coverage = {
            rank: 'P' as const,
            payer: claim.payer,
            subscriber: claim.subscriber,
            relationship: '18',
            paidCents: cents(prior),
            adjustments: [],
          };
          const result = adjudicate({ ...claim, payerRank, otherCoverages: [coverage] }, { seed });
          if (result.kind === 'rejected') return;
          for (const { line, paidCents, adjustments } of result.lines) {
            expect(line.chargeCents - sumCents(adjustments.map((each) => each.amountCents))).toBe(paidCents);
            expect(paidCents).toBeGreaterThanOrEqual(0);
            expect(adjustments.every((each) => each.amountCents > 0)).toBe(true);
          }
          const all = result.lines.flatMap((line) => line.adjustments);
          expect(result.chargeCents).toBe(claim.chargeCents);
          expect(result.chargeCents - sumCents(all.map((each) => each.amountCents))).toBe(result.paidCents);
          const ofPatient = all.filter((each) => each.groupCode === 'PR').map((each) => each.amountCents);
          expect(result.patientResponsibilityCents).toBe(sumCents(ofPatient));
        },
      ),
    );
  });

  test('depends on the seed and on what the claim says, never on its number', () => {
    fc.assert(
      fc.property(anyClaim, fc.string(), (parts, seed) => {
        const one = adjudicate(claimOf({ ...parts, accountNumber: 'FIRST' }), { seed });
        const other = adjudicate(claimOf({ ...parts, accountNumber: 'SECOND' }), { seed });
        expect(other).toEqual(one);
      }),
    );
  });

  test('does not see the case and punctuation that an 837 changes', () => {
    const one = claimOf({
      accountNumber: 'A',
      memberId: 'w-100 23',
      lastName: "o'Sample",
      lines: [{ procedure: '99213', chargeCents: 10_000 }],
    });
    const other = claimOf({
      accountNumber: 'A',
      memberId: 'W10023',
      lastName: 'OSAMPLE',
      lines: [{ procedure: '99213', chargeCents: 10_000 }],
    });
    const seeds = Array.from({ length: 200 }, (_, index) => `seed ${index}`);
    const ruleOf = (claim: ProfessionalClaim): string[] =>
      seeds.map((seed) => adjudicate(claim, { seed }).rule);
    expect(ruleOf(other)).toEqual(ruleOf(one));
    expect(new Set(ruleOf(one)).size).toBe(10);
  });

  test('pays in the order write-off, deductible, copay, coinsurance', () => {
    expect(adjustmentsOf(oneLine('SIMPAID1', 10_001))).toEqual([['CO 45 2001']]);
    expect(adjustmentsOf(oneLine('SIMDED1', 20_000))).toEqual([['CO 45 5000', 'PR 1 5000']]);
    expect(adjustmentsOf(oneLine('SIMDED1', 4000))).toEqual([['CO 45 1000', 'PR 1 3000']]);
    expect(adjustmentsOf(oneLine('SIMCOI1', 10_003))).toEqual([['CO 45 2001', 'PR 2 1600']]);
    expect(adjustmentsOf(oneLine('SIMCOP1', 10_000))).toEqual([['CO 45 1000', 'PR 3 2000']]);
    expect(adjustmentsOf(oneLine('SIMALL1', 10_000))).toEqual([['CO 45 2500', 'PR 1 7500']]);
  });

  test('uses a deductible up over the lines of a claim', () => {
    const lines = [4000, 4000, 4000].map((chargeCents) => ({ procedure: '99213', chargeCents }));
    expect(adjustmentsOf(claimOf({ accountNumber: 'A', memberId: 'SIMDED1', lines }))).toEqual([
      ['CO 45 1000', 'PR 1 3000'],
      ['CO 45 1000', 'PR 1 2000'],
      ['CO 45 1000'],
    ]);
  });

  test('denies the line that a modifier marks and pays the others', () => {
    const claim = claimOf({
      accountNumber: 'A',
      memberId: 'SIMPAID1',
      lines: [
        { procedure: '99213', chargeCents: 10_000 },
        { procedure: '36415', chargeCents: 1500, modifiers: ['GY'] },
        { procedure: '87880', chargeCents: 2500, modifiers: ['GZ'] },
        { procedure: '90471', chargeCents: 3000, modifiers: ['GA'] },
      ],
    });
    expect(adjustmentsOf(claim)).toEqual([['CO 45 2000'], ['PR 96 1500'], ['CO 50 2500'], ['PR 50 3000']]);
    expect(decided(claim).paidCents).toBe(8000);
    expect(decided(claim).patientResponsibilityCents).toBe(4500);
    expect(decided(claim).lines[2]?.remarkCodes).toEqual(['N115']);
  });

  test('denies whole claims for the reason that the member id asks for', () => {
    expect(adjustmentsOf(oneLine('SIMDEN1', 10_000))).toEqual([['CO 50 10000']]);
    expect(adjustmentsOf(oneLine('SIMLATE1', 10_000))).toEqual([['CO 29 10000']]);
    expect(decided(oneLine('SIMLATE1', 10_000)).statusCode).toBe('1');
  });

  test('rejects at the front end what is asked for, and any replacement or void', () => {
    expect(rejection(oneLine('SIMREJ1', 100))).toMatchObject({ by: 'clearinghouse', category: 'A7' });
    expect(rejection(oneLine('SIMUNK1', 100))).toMatchObject({ by: 'payer', category: 'A3' });
    expect(rejection({ ...oneLine('M1', 100), frequency: '7' })).toMatchObject({
      category: 'A7',
      status: '535',
    });
  });

  test('takes off what prior payers settled as OA 23 and pays what they left to the patient', () => {
    const claim = oneLine('SIMPAID1', 10_000);
    const coverage = {
      rank: 'P' as const,
      payer: claim.payer,
      subscriber: claim.subscriber,
      relationship: '18',
      paidCents: cents(6000),
      adjustments: [
        { groupCode: 'CO', reasonCode: '45', amountCents: cents(2500) },
        { groupCode: 'PR', reasonCode: '2', amountCents: cents(1500) },
      ],
    };
    const secondary: ProfessionalClaim = { ...claim, payerRank: 'S', otherCoverages: [coverage] };
    expect(adjustmentsOf(secondary)).toEqual([['OA 23 8500']]);
    expect(decided(secondary).paidCents).toBe(1500);
    expect(decided(secondary).statusCode).toBe('2');
  });

  test('withholds two percent at provider level for CGPAY2 alone', () => {
    const lines = [{ procedure: '99213', chargeCents: 10_100 }];
    const ofPayer = (payer: string): unknown =>
      decided(claimOf({ accountNumber: 'A', memberId: 'SIMPAID1', payer, lines })).providerShares;
    expect(ofPayer('CGPAY2')).toEqual([{ reasonCode: 'E3', amountCents: 161 }]);
    expect(ofPayer('CGPAY1')).toEqual([]);
  });

  test('shows every outcome over a few dozen claims of the usual seed', () => {
    const claims = Array.from({ length: 400 }, (_, index) => oneLine(`MEMBER${index}`, 10_000 + index, []));
    const adjudications = claims.map((claim) => adjudicate(claim, { seed: 'claimgate' }));
    const reasons = new Set(
      adjudications.flatMap((each) =>
        each.kind === 'rejected'
          ? [`277CA ${each.rejection.category}`]
          : [
              ...each.lines.flatMap((line) => line.adjustments.map((a) => `${a.groupCode} ${a.reasonCode}`)),
              ...each.providerShares.map((share) => `PLB ${share.reasonCode}`),
            ],
      ),
    );
    expect([...reasons].toSorted()).toEqual([
      '277CA A3',
      '277CA A7',
      'CO 16',
      'CO 29',
      'CO 45',
      'CO 50',
      'PLB L6',
      'PR 1',
      'PR 2',
      'PR 3',
      'PR 96',
    ]);
  });
});
