import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/base/failure.ts';
import { cents } from '../../../src/base/money.ts';
import type { Account } from '../../../src/domain/ledger/account.ts';
import type { StoreTransaction } from '../../../src/ports/store.ts';
import type { ContractCase } from './contract-store.ts';
import { attemptFor, entryOf, factOf, newClaim, newInterchange } from './store-rows.ts';

/** Stands in every value that the failing statements are given. */
const PLANTED = 'CGMPLANTEDVALUE';

export function transactionContract({ run, contractStore, tenantId }: ContractCase): void {
  describe('a transaction', () => {
    test('is undone when its work throws, whatever it throws', async () => {
      const failing = run(async ({ claims }) => {
        await claims.insert([newClaim('A')]);
        throw new TypeError('a mistake');
      });
      await expect(failing).rejects.toThrow(new TypeError('a mistake'));
      expect(await run(({ claims }) => claims.findByKeys(['A']))).toEqual([]);
    });

    test('does not count when its work went on after a statement that failed', async () => {
      const careless = run(async ({ claims, workItems }) => {
        await claims.insert([newClaim('A')]);
        await claims.insert([newClaim('A')]).catch(() => undefined);
        await workItems.list({ limit: 1 }).catch(() => undefined);
        return 'done';
      });
      await expect(careless).rejects.toMatchObject({ code: 'store.key-exists' });
      expect(await run(({ claims }) => claims.findByKeys(['A']))).toEqual([]);
    });

    test('tells the first failure, where a statement behind it failed with it and was waited for before', async () => {
      const failing = run(async ({ claims, workItems }) => {
        await claims.insert([newClaim('A')]);
        const again = claims.insert([newClaim('A')]);
        again.catch(() => undefined);
        await workItems.list({ limit: 1 });
        await again;
      });
      await expect(failing).rejects.toMatchObject({ code: 'store.key-exists' });
    });

    test('runs what is asked for at once in the order in which it is asked for', async () => {
      const found = await run(async ({ claims }) => {
        const answers = await Promise.all([
          claims.findByKeys(['A', 'B']),
          claims.insert([newClaim('A')]),
          claims.findByKeys(['A', 'B']),
          claims.insert([newClaim('B')]),
          claims.findByKeys(['A', 'B']),
        ]);
        return [answers[0].length, answers[2].length, answers[4].length];
      });
      expect(found).toEqual([0, 1, 2]);
    });

    test('ends when everything has ended that was asked for, and is undone where something failed', async () => {
      await run(async ({ claims }) => {
        void claims.insert(Array.from({ length: 900 }, (_, index) => newClaim(`C${index}`)));
        await claims.findByKeys(['C0']);
        void claims.insert([newClaim('D')]);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      });
      expect(await run(({ claims }) => claims.findByKeys(['C899', 'D']))).toHaveLength(2);
      const failing = run(async ({ claims }) => {
        await claims.insert([newClaim('E')]);
        claims.insert([newClaim('D')]).catch(() => undefined);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      });
      await expect(failing).rejects.toMatchObject({ code: 'store.key-exists' });
      expect(await run(({ claims }) => claims.findByKeys(['E']))).toEqual([]);
    });

    test('cannot be used once its work is over', async () => {
      let kept: StoreTransaction | undefined;
      await run(async (transaction) => {
        kept = transaction;
      });
      await expect(kept?.claims.findByKeys(['A'])).rejects.toThrow(
        'a transaction is used only while its work runs',
      );
    });

    test('gives back what its work gives', async () => {
      expect(await run(async () => 42)).toBe(42);
      await expect(contractStore().store.inTransaction('', async () => 42)).rejects.toThrow('has a tenant');
    });

    test('runs anew when a key was taken between its look and its write, and no more than five times', async () => {
      let runs = 0;
      await run(({ claims }) => claims.insert([newClaim('A')]));
      const stubborn = run(async ({ claims }) => {
        runs++;
        await claims.insert([newClaim('A')]);
      });
      await expect(stubborn).rejects.toMatchObject({ code: 'store.key-exists', isRetryable: false });
      expect(runs).toBe(5);
    });
  });

  describe('a failure of the store', () => {
    const failing: Readonly<Record<string, (transaction: StoreTransaction) => Promise<unknown>>> = {
      'a key that is taken': async ({ claims }) => {
        await claims.insert([newClaim(PLANTED), newClaim('B', { key: PLANTED })]);
      },
      'a foreign key': ({ claims }) => claims.insertAttempts([attemptFor(PLANTED)]),
      'a check': ({ interchanges }) =>
        interchanges.insert(newInterchange(1, { interchangeControlNumber: PLANTED })),
      'an account that is none': ({ ledger }) =>
        ledger.append(
          [
            entryOf(PLANTED, {
              postings: [
                { account: PLANTED as Account, amountCents: cents(1) },
                { account: 'charges', amountCents: cents(-1) },
              ],
            }),
          ],
          { kind: 'charges' },
        ),
      'a date that is none': ({ ledger }) =>
        ledger.append([entryOf('x', { effectiveDate: PLANTED as never })], { kind: 'charges' }),
      'a number that is none': ({ claims }) =>
        claims.insertAttempts([attemptFor('A', { number: PLANTED as never })]),
      'text that PostgreSQL cannot hold': ({ facts }) =>
        facts.append([factOf(`${PLANTED}\0`, 'A', { kind: 'claim.accepted' })]),
      'JSON that PostgreSQL cannot hold': ({ facts }) =>
        facts.append([factOf('x', 'A', { kind: 'claim.held-back', code: `${PLANTED}\0`, pointer: '' })]),
    };

    test.each(Object.keys(failing))('by %s holds none of the values', async (name) => {
      const work = failing[name] as (transaction: StoreTransaction) => Promise<unknown>;
      const error: unknown = await run(work).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Failure);
      expect((error as Failure).code).toMatch(/^store\./);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(PLANTED);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(tenantId());
    });
  });
}
