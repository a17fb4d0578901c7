import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  openItemFindings,
  openItemsOf,
  type ProviderAdjustmentOnFile,
} from '../../../src/domain/posting/open-item.ts';
import { providerFindings } from '../../../src/domain/posting/plan-provider-adjustments.ts';
import {
  openItemFamily,
  providerAdjustmentAccount,
} from '../../../src/domain/posting/provider-adjustment-account.ts';
import { day } from '../support/claims.ts';
import { providerAdjustment } from '../support/remittances.ts';
import { PRIMARY_PAYER, SECOND_PAYER } from './support/books.ts';

/** `plb('R1/20', 'WO:CGP1', -5000)`: a provider-level adjustment of remittance R1, paid on the 20th. */
function plb(
  place: string,
  coded: string,
  amountCents: number,
  payerKey = PRIMARY_PAYER,
): ProviderAdjustmentOnFile {
  const [remittanceId, dayOfMonth] = place.split('/') as [string, string];
  const [reasonCode, reference] = coded.split(':') as [string, string | undefined];
  const one = providerAdjustment(reasonCode, amountCents);
  return {
    remittanceId,
    ordinal: 1,
    payerKey,
    effectiveDate: day(`2026-07-${dayOfMonth}`),
    adjustment: reference === undefined ? one : { ...one, reference },
  };
}

function balancesOf(...adjustments: ProviderAdjustmentOnFile[]): unknown[] {
  return openItemsOf(adjustments).map((item) => [item.family, item.reference, item.balanceCents]);
}

function findingsOf(adjustments: readonly ProviderAdjustmentOnFile[], ...reversed: string[]): unknown[] {
  return providerFindings(adjustments, new Set(reversed)).map(({ onFile, exception }) => [
    onFile.remittanceId,
    exception.code,
    exception.amountCents,
  ]);
}

test.each([
  ['WO', 'recovery', 'payer-recoupment'],
  ['72', 'recovery', 'payer-recoupment'],
  ['B2', 'recovery', 'payer-recoupment'],
  ['FB', 'forwarded', 'payer-recoupment'],
  ['PI', 'advance', 'payer-recoupment'],
  ['AP', 'advance', 'payer-recoupment'],
  ['IP', 'advance', 'payer-recoupment'],
  ['L6', undefined, 'interest'],
  ['E3', undefined, 'withholds'],
  ['IR', undefined, 'withholds'],
  ['LE', undefined, 'withholds'],
  ['CS', undefined, 'provider-level-adjustments'],
  ['J1', undefined, 'provider-level-adjustments'],
  ['??', undefined, 'provider-level-adjustments'],
])('PLB %s is of family %s and booked to %s', (reasonCode, family, account) => {
  expect([openItemFamily(reasonCode), providerAdjustmentAccount(reasonCode)]).toEqual([family, account]);
});

describe('a recovery', () => {
  test('that was announced (negative WO) and is taken later (positive WO) is closed', () => {
    const announced = plb('R1/20', 'WO:CGP1', -5000);
    const taken = plb('R2/27', 'WO:CGP1', 5000);
    expect(balancesOf(announced)).toEqual([['recovery', 'CGP1', -5000]]);
    expect(balancesOf(announced, taken)).toEqual([['recovery', 'CGP1', 0]]);
    expect(findingsOf([announced, taken])).toEqual([]);
    // The second file came first.
    expect(findingsOf([taken, plb('R3/30', 'WO:CGP1', -5000)])).toEqual([]);
  });

  test('of a refund that we sent (72) is closed by its WO', () => {
    const items = [plb('R1/20', '72:CGP1', -5000), plb('R1/20', 'WO:CGP1', 5000)].map((one, index) => ({
      ...one,
      ordinal: index + 1,
    }));
    expect(balancesOf(...items)).toEqual([['recovery', 'CGP1', 0]]);
    expect(findingsOf(items)).toEqual([]);
  });

  test('that nothing explains is unlinked, unless a claim with that number was reversed', () => {
    const taken = plb('R2/27', 'WO:CGP1', 5000);
    expect(findingsOf([taken])).toEqual([['R2', 'plb-unlinked', 5000]]);
    expect(findingsOf([taken], 'CGP1')).toEqual([]);
    expect(findingsOf([taken, plb('R1/20', 'WO:CGP1', -5000, SECOND_PAYER)])).toEqual([
      ['R2', 'plb-unlinked', 5000],
    ]);
  });

  test('that takes more than was announced is unlinked by the difference', () => {
    const items = [
      plb('R1/20', 'WO:CGP1', -5000),
      plb('R2/27', 'WO:CGP1', 3000),
      plb('R3/28', 'WO:CGP1', 3000),
    ];
    expect(findingsOf(items)).toEqual([['R3', 'plb-unlinked', 1000]]);
  });
});

describe('a balance that is forwarded', () => {
  // Interpretation 2051: A carries 50.00 to B; B applies it, is negative again and carries 20.00 to C.
  const chain = [
    plb('RA/10', 'FB:TRACEA', -5000),
    { ...plb('RB/17', 'FB:TRACEA', 5000), ordinal: 1 },
    { ...plb('RB/17', 'FB:TRACEB', -2000), ordinal: 2 },
    plb('RC/24', 'FB:TRACEB', 2000),
  ];

  test('through three remittances closes link by link', () => {
    expect(balancesOf(...chain.slice(0, 3))).toEqual([
      ['forwarded', 'TRACEA', 0],
      ['forwarded', 'TRACEB', -2000],
    ]);
    expect(balancesOf(...chain)).toEqual([
      ['forwarded', 'TRACEA', 0],
      ['forwarded', 'TRACEB', 0],
    ]);
    expect(findingsOf(chain)).toEqual([]);
  });

  test('and that nobody forwarded, or that is applied twice, breaks the chain', () => {
    expect(findingsOf(chain.slice(1), 'TRACEA')).toEqual([['RB', 'plb-fb-chain-broken', 5000]]);
    expect(findingsOf([...chain, plb('RD/31', 'FB:TRACEB', 2000)])).toEqual([
      ['RD', 'plb-fb-chain-broken', 2000],
    ]);
  });
});

test('an advance stays open until it is recovered, and is no exception', () => {
  expect(balancesOf(plb('R1/20', 'PI:2026Q3', -90_000))).toEqual([['advance', '2026Q3', -90_000]]);
  expect(findingsOf([plb('R1/20', 'PI:2026Q3', -90_000), plb('R2/27', 'PI:2026Q3', 30_000)])).toEqual([]);
});

test('an adjustment of a kind that nobody said where to book is reviewed', () => {
  expect(findingsOf([plb('R1/20', 'CS:X1', -100), plb('R2/20', 'L6', -5)])).toEqual([
    ['R1', 'plb-review', 100],
  ]);
});

test('open items and their findings are the same in whatever order, and however often, adjustments come', () => {
  const one = fc
    .record({
      place: fc.constantFrom('R1/20', 'R2/20', 'R3/22'),
      ordinal: fc.integer({ min: 1, max: 9 }),
      coded: fc.constantFrom('WO:CGP1', 'WO:CGP2', '72:CGP1', 'FB:T1', 'PI:Q3'),
      amountCents: fc.integer({ min: -300, max: 300 }),
    })
    .map(({ place, ordinal, coded, amountCents }) => ({ ...plb(place, coded, amountCents), ordinal }));
  const distinct = fc.uniqueArray(one, {
    maxLength: 12,
    selector: (each) => `${each.remittanceId} ${each.ordinal}`,
  });
  const arrivals = distinct.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
  );
  fc.assert(
    fc.property(arrivals, ([all, shuffled, again]) => {
      const byKey = (items: readonly ProviderAdjustmentOnFile[]): unknown =>
        openItemsOf(items).map((item) => [item, openItemFindings(item, new Set(['CGP2']))]);
      expect(byKey([...shuffled, ...again])).toEqual(byKey(all));
    }),
  );
});
