import { describe, expect, test } from 'vitest';
import { type Cents, cents } from '../../../src/base/money.ts';
import { ACCOUNTS, type Account } from '../../../src/domain/ledger/account.ts';
import type { Posting } from '../../../src/domain/ledger/journal-entry.ts';
import { day } from '../../domain/support/claims.ts';
import type { ContractCase } from './contract-store.ts';
import { entryOf } from './store-rows.ts';

const CHARGES = { kind: 'charges' } as const;
const LARGEST = cents(Number.MAX_SAFE_INTEGER);

function postings(...amounts: readonly (readonly [Account, number])[]): readonly Posting[] {
  return amounts.map(([account, amount]) => ({ account, amountCents: amount as Cents }));
}

export function ledgerContract({ run }: ContractCase): void {
  describe('the ledger', () => {
    test('gives entries back whole, oldest first, by claim and by remittance', async () => {
      const charge = entryOf('charge:A');
      const payment = entryOf('claim-payment:R1:1', {
        kind: 'claim-payment',
        effectiveDate: day('2026-06-20'),
        remittanceId: 'R1',
        claimPaymentOrdinal: 1,
        postings: postings(
          ['payer-payments-in-transit', 10_000],
          ['contractual-adjustments', 2500],
          ['insurance-receivable:primary', -12_500],
        ),
      });
      await run(({ ledger }) => ledger.append([charge], CHARGES));
      await run(({ ledger }) => ledger.append([payment], CHARGES));
      await run(async ({ ledger }) => {
        const found = await ledger.entriesForClaim('A');
        expect(found.map(({ postedAt: _, publicationId: __, ...entry }) => entry)).toEqual([charge, payment]);
        expect(found[0]?.postedAt).toMatch(/Z$/);
        expect((await ledger.entriesForRemittance('R1')).map(({ id }) => id)).toEqual([payment.id]);
        expect(await ledger.entriesForClaim('B')).toEqual([]);
        expect(await ledger.entry(payment.id)).toEqual(found[1]);
        expect(await ledger.entry('none')).toBeUndefined();
      });
    });

    test('gives those of the first claim payments of a remittance, and what belongs to none', async () => {
      const of = { kind: 'claim-payment', remittanceId: 'R1' } as const;
      const entries = [1, 2, 3].map((claimPaymentOrdinal) =>
        entryOf(`claim-payment:R1:${claimPaymentOrdinal}`, { ...of, claimPaymentOrdinal }),
      );
      await run(({ ledger }) =>
        ledger.append([...entries, entryOf('provider-adjustment:R1:1', of)], CHARGES),
      );
      await run(async ({ ledger }) => {
        const found = await ledger.entriesForRemittance('R1', { claimPaymentsMax: 2 });
        expect(found.map(({ id }) => id)).toEqual([
          'claim-payment:R1:1',
          'claim-payment:R1:2',
          'provider-adjustment:R1:1',
        ]);
      });
    });

    test('adds an entry once, and leaves the first as it is', async () => {
      const other = entryOf('charge:A', { postings: postings(['denied-open', 5], ['charges', -5]) });
      await run(({ ledger }) => ledger.append([entryOf('charge:A')], CHARGES));
      await run(({ ledger }) => ledger.append([other, entryOf('charge:B')], CHARGES));
      await Promise.all(
        [1, 2, 3].map(() => run(({ ledger }) => ledger.append([entryOf('charge:C')], CHARGES))),
      );
      expect(await run(({ ledger }) => ledger.trialBalance())).toEqual([
        { account: 'charges', debitCents: 0, creditCents: -37_500 },
        { account: 'insurance-receivable:primary', debitCents: 37_500, creditCents: 0 },
      ]);
    });

    test('takes thousands of entries in one call and every account, and sums to zero', async () => {
      const entries = Array.from({ length: 6000 }, (_, i) =>
        entryOf(`entry:${i}`, {
          postings: postings(
            [ACCOUNTS[i % ACCOUNTS.length] as Account, i + 1],
            [ACCOUNTS[(i + 1) % ACCOUNTS.length] as Account, -1 - i],
          ),
        }),
      );
      await run(({ ledger }) => ledger.append(entries, CHARGES));
      const balance = await run(({ ledger }) => ledger.trialBalance());
      expect(balance.map(({ account }) => account)).toEqual([...ACCOUNTS].toSorted());
      expect(balance.reduce((sum, row) => sum + row.debitCents + row.creditCents, 0)).toBe(0);
      expect(balance.reduce((sum, row) => sum + row.debitCents, 0)).toBe((6000 * 6001) / 2);
    });

    test.each([
      ['one that does not sum to zero', postings(['charges', 1], ['denied-open', -2])],
      ['one cent more than is balanced', postings(['charges', 5], ['denied-open', -5], ['charges', 1])],
      ['the largest amounts, which would overflow', postings(['charges', LARGEST], ['denied-open', LARGEST])],
    ])('refuses %s, and all that was to be added with it', async (_, unbalanced) => {
      const entries = [entryOf('good'), entryOf('bad', { postings: unbalanced })];
      await expect(run(({ ledger }) => ledger.append(entries, CHARGES))).rejects.toMatchObject({
        code: 'store.entry-not-balanced',
        isRetryable: false,
      });
      expect(await run(({ ledger }) => ledger.trialBalance())).toEqual([]);
    });

    test.each([
      ['no posting', postings()],
      ['a posting of nothing', postings(['charges', 0], ['denied-open', 0])],
      ['an account that is none', postings(['cash' as Account, 1], ['charges', -1])],
      ['an amount past the safe range', postings(['charges', 2 ** 53], ['denied-open', -(2 ** 53)])],
    ])('refuses an entry with %s', async (_, wrong) => {
      const appended = run(({ ledger }) => ledger.append([entryOf('bad', { postings: wrong })], CHARGES));
      await expect(appended).rejects.toMatchObject({ code: 'store.constraint' });
    });

    test('keeps the largest amount exactly, and never gives a sum that is not exact', async () => {
      const large = postings(['charges', LARGEST], ['denied-open', 0 - LARGEST]);
      await run(({ ledger }) => ledger.append([entryOf('one', { postings: large })], CHARGES));
      const [entry] = await run(({ ledger }) => ledger.entriesForClaim('A'));
      expect(entry?.postings).toEqual(large);
      expect((await run(({ ledger }) => ledger.trialBalance()))[0]?.debitCents).toBe(LARGEST);
      await run(({ ledger }) => ledger.append([entryOf('two', { postings: large })], CHARGES));
      await expect(run(({ ledger }) => ledger.trialBalance())).rejects.toThrow(
        'an integer from the database is a safe integer',
      );
    });

    test('entries of many claims are found in one look', async () => {
      await run(({ ledger }) =>
        ledger.append(
          [
            entryOf('charge:A'),
            entryOf('charge:B', { claimId: 'B' }),
            entryOf('claim-payment:A', {
              kind: 'claim-payment',
              postings: [
                { account: 'denied-open', amountCents: cents(5) },
                { account: 'charges', amountCents: cents(-5) },
              ],
            }),
          ],
          CHARGES,
        ),
      );
      const found = await run(({ ledger }) => ledger.entriesForClaims(['B', 'A', 'none', 'A']));
      expect([...found].map(([claimId, entries]) => [claimId, entries.map(({ id }) => id)])).toEqual([
        ['A', ['charge:A', 'claim-payment:A']],
        ['B', ['charge:B']],
      ]);
      expect(found.get('A')).toEqual(await run(({ ledger }) => ledger.entriesForClaim('A')));
    });

    test('entries of claim payments are found whatever claims they name', async () => {
      const ofPayment = (remittanceId: string, ordinal: number, suffix = '') =>
        entryOf(`unapplied:${remittanceId}:${ordinal}${suffix}`, {
          kind: 'unapplied-payment',
          claimId: suffix === '' ? 'A' : 'B',
          remittanceId,
          claimPaymentOrdinal: ordinal,
        });
      const { claimId: _, ...unapplied } = ofPayment('R1', 1);
      await run(({ ledger }) =>
        ledger.append([ofPayment('R2', 2), ofPayment('R1', 2), entryOf('charge:A')], CHARGES),
      );
      await run(({ ledger }) => ledger.append([unapplied, ofPayment('R1', 1, ':again')], CHARGES));
      const found = await run(({ ledger }) =>
        ledger.entriesForPayments([
          { remittanceId: 'R1', ordinal: 1 },
          { remittanceId: 'R2', ordinal: 2 },
          { remittanceId: 'R2', ordinal: 1 },
          { remittanceId: 'R1', ordinal: 1 },
        ]),
      );
      expect(found.map(({ id }) => id)).toEqual(['unapplied:R2:2', 'unapplied:R1:1', 'unapplied:R1:1:again']);
      expect(found.map(({ claimId }) => claimId)).toEqual(['A', undefined, 'B']);
      expect(await run(({ ledger }) => ledger.entriesForPayments([]))).toEqual([]);
    });
  });
}
