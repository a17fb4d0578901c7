import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { ContractCase } from './contract-store.ts';
import { newRemittance, sha256 } from './store-rows.ts';

export function remittanceContract({ run }: ContractCase): void {
  describe('remittances', () => {
    test('come back whole, with and without a date, newest first', async () => {
      const { paymentDate: _, ...undated } = newRemittance('R2', {
        state: 'held',
        holdCode: 'unreadable',
        proof: {
          ...newRemittance('R2').proof,
          isBalanced: false,
          failures: [{ level: 'transaction', expectedCents: cents(1), reportedCents: cents(-2) }],
        },
      });
      await run(({ remittances }) => remittances.insert(newRemittance('R1')));
      await run(({ remittances }) => remittances.insert(undated));
      await run(async ({ remittances }) => {
        const found = await remittances.get('R2');
        expect(found).toEqual({ ...undated, createdAt: found?.createdAt });
        expect((await remittances.list({ limit: 9 })).map(({ id }) => id)).toEqual(['R2', 'R1']);
        expect(await remittances.list({ limit: 1 })).toEqual([found]);
        expect(await remittances.get('none')).toBeUndefined();
      });
    });

    test('are found by id or trace number, and listed page by page', async () => {
      await run(async ({ remittances }) => {
        await remittances.insert(newRemittance('R1', { traceNumber: 'T1' }));
        await remittances.insert(newRemittance('R2', { traceNumber: 'T2'.repeat(5000) }));
        await remittances.insert(newRemittance('R3', { traceNumber: 'T1' }));
      });
      await run(async ({ remittances }) => {
        const ids = async (found: ReturnType<typeof remittances.lookUp>) => (await found).map(({ id }) => id);
        expect(await ids(remittances.lookUp('T1'))).toEqual(['R1', 'R3']);
        expect(await ids(remittances.lookUp('R2'))).toEqual(['R2']);
        expect(await ids(remittances.lookUp('none'))).toEqual([]);
        expect(await ids(remittances.byIds(['R3', 'none', 'R1', 'R3']))).toEqual(['R1', 'R3']);
        expect(await ids(remittances.list({ limit: 2 }))).toEqual(['R3', 'R2']);
        expect(await ids(remittances.list({ after: 'R2', limit: 2 }))).toEqual(['R1']);
        expect(await ids(remittances.list({ after: 'R1', limit: 2 }))).toEqual([]);
      });
    });

    test('are found by identity or by content', async () => {
      // A partner's texts can be longer than an index takes.
      const identity = 'PAYER'.repeat(2000);
      await run(async ({ remittances }) => {
        await remittances.insert(newRemittance('R1', { identity }));
        await remittances.insert(newRemittance('R2', { contentSha256: sha256('content') }));
        await remittances.insert(newRemittance('R3'));
      });
      const found = await run(({ remittances }) =>
        remittances.findByIdentityOrContent(identity, sha256('content')),
      );
      expect(found.map(({ id }) => id)).toEqual(['R1', 'R2']);
    });

    test('are published with a proof; one that is held may have none', async () => {
      const { proofSha256: _, ...unproven } = newRemittance('R1');
      await expect(run(({ remittances }) => remittances.insert(unproven))).rejects.toThrow();
      await run(({ remittances }) =>
        remittances.insert({ ...unproven, state: 'held', holdCode: 'unreadable' }),
      );
    });

    test.each([
      ['identity', { identity: 'identity of R1' }],
      ['content', { contentSha256: sha256('content of R1') }],
    ])('are published once for an %s; the others can only be held', async (_, same) => {
      const publish = (id: string) => run(({ remittances }) => remittances.insert(newRemittance(id, same)));
      const outcomes = await Promise.allSettled(['R1', 'R2', 'R3'].map(publish));
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
      await run(({ remittances }) =>
        remittances.insert(newRemittance('R4', { ...same, state: 'held', holdCode: 'trn-duplicate' })),
      );
      // A person may post it, and that lets no further one through.
      expect(await run(({ remittances }) => remittances.release('R4'))).toBe(true);
      expect(await run(({ remittances }) => remittances.get('R4'))).toMatchObject({
        state: 'published',
        holdCode: 'trn-duplicate',
      });
      expect(await run(({ remittances }) => remittances.release('R4'))).toBe(false);
      await expect(publish('R5')).rejects.toThrow();
    });

    test('are released by a person where they resemble another one, and for nothing else', async () => {
      await run(async ({ remittances }) => {
        await remittances.insert(newRemittance('R1'));
        for (const holdCode of ['unreadable', 'out-of-balance-claim']) {
          await remittances.insert(newRemittance(holdCode, { state: 'held', holdCode }));
        }
        const holdCode = 'same-transaction-other-file';
        await remittances.insert(newRemittance('R2', { state: 'held', holdCode }));
        const { proofSha256: _, ...unproven } = newRemittance('R3', { state: 'held', holdCode });
        await remittances.insert(unproven);
      });
      const release = (id: string) => run(({ remittances }) => remittances.release(id));
      expect(await release('none')).toBe(false);
      expect(await release('R1')).toBe(false);
      expect(await release('R2')).toBe(true);
      for (const id of ['unreadable', 'out-of-balance-claim', 'R3'])
        await expect(release(id)).rejects.toThrow();
    });
  });
}
