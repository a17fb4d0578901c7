import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sumCents } from '../../../src/base/money.ts';
import { ACCOUNTS, type Account } from '../../../src/domain/ledger/account.ts';
import { manualEntry, openAmounts, oppositeEntry } from '../../../src/domain/posting/open-amounts.ts';
import { day } from '../support/claims.ts';

const RECEIVABLE: Account = 'insurance-receivable:primary';

const arbitraryWork = fc.record({
  kind: fc.constantFrom('denial', 'adjustment-review', 'posting-exception'),
  codes: fc.constantFrom(['CO-50'], ['CO-50', 'CO-18'], ['OA-94', 'OA-23'], ['unknown-carc', 'CO-9999']),
  amountCents: fc.integer({ min: -500, max: 5000 }).map(cents),
});
const arbitraryBalances = fc
  .array(fc.tuple(fc.constantFrom(...ACCOUNTS), fc.integer({ min: -3000, max: 3000 })), { maxLength: 6 })
  .map((balances) => new Map(balances));

describe('what an exception leaves open', () => {
  test('is never more than its amount, nor than an account holds', () => {
    fc.assert(
      fc.property(arbitraryWork, arbitraryBalances, (work, balances) => {
        const open = openAmounts(work, balances);
        for (const { account, amountCents } of open) {
          expect(amountCents).toBeGreaterThan(0);
          expect(amountCents).toBeLessThanOrEqual(balances.get(account) ?? 0);
        }
        const total = sumCents(open.map(({ amountCents }) => amountCents));
        expect(total).toBeLessThanOrEqual(Math.max(0, work.amountCents));
      }),
    );
  });

  test.each([
    ['a denial', 'denial', ['CO-50'], { 'denied-open': 60 }],
    [
      'a denial with a duplicate, which moved nothing',
      'denial',
      ['CO-50', 'CO-18'],
      { 'denied-open': 60, [RECEIVABLE]: 40 },
    ],
    ['a review', 'adjustment-review', ['OA-94'], { 'adjustments-in-review': 90 }],
    [
      'a review of what prior payers did',
      'adjustment-review',
      ['OA-23'],
      { 'adjustments-in-review': 90, [RECEIVABLE]: 10 },
    ],
    ['an unknown reason', 'posting-exception', ['unknown-carc', 'CO-9999'], { 'adjustments-in-review': 90 }],
    ['lines that do not add up', 'posting-exception', ['line-claim-mismatch'], { [RECEIVABLE]: 100 }],
  ] as const)('is taken of %s from where it stands', (_, kind, codes, expected) => {
    const balances = new Map<Account, number>([
      ['denied-open', 60],
      ['adjustments-in-review', 90],
      [RECEIVABLE, 200],
      ['patient-receivable:other', 500],
    ]);
    const open = openAmounts({ kind, codes, amountCents: cents(100) }, balances);
    expect(Object.fromEntries(open.map(({ account, amountCents }) => [account, amountCents]))).toEqual(
      expected,
    );
  });

  test('is moved by an entry that another one cancels in every account', () => {
    fc.assert(
      fc.property(arbitraryWork, arbitraryBalances, (work, balances) => {
        const open = openAmounts(work, balances);
        const moved = { claimId: 'A', effectiveDate: day('2026-07-20'), open, to: 'write-offs' as const };
        const entry = manualEntry({ resolutionId: 'R1', ...moved });
        const opposite = oppositeEntry(entry, { resolutionId: 'R2', effectiveDate: day('2026-07-21') });
        expect([entry.id, opposite.id]).toEqual(['manual:R1', 'manual:R2']);
        const total = (account: Account): number =>
          sumCents(
            [...entry.postings, ...opposite.postings].flatMap((one) =>
              one.account === account ? one.amountCents : [],
            ),
          );
        for (const account of ACCOUNTS) expect(total(account)).toBe(0);
        expect(opposite.claimId).toBe('A');
      }),
    );
  });
});
