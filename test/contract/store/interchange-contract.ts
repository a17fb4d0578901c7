import { describe, expect, test } from 'vitest';
import type { ContractCase } from './contract-store.ts';
import { newInterchange } from './store-rows.ts';

export function interchangeContract({ run, contractStore, tenantId }: ContractCase): void {
  describe('interchanges', () => {
    test('come back whole, by id and by either control number of their partner', async () => {
      const interchanges = [newInterchange(1), newInterchange(2), newInterchange(3, { partnerId: 'p2' })];
      for (const each of interchanges) await run(({ interchanges: store }) => store.insert(each));
      await run(async ({ interchanges: store }) => {
        expect(await store.get('I2')).toMatchObject(newInterchange(2));
        expect((await store.get('I2'))?.createdAt).toMatch(/Z$/);
        expect(await store.get('none')).toBeUndefined();
        expect((await store.findByControlNumber('p1', '000000002'))?.id).toBe('I2');
        expect(await store.findByControlNumber('p1', '000000003')).toBeUndefined();
        expect((await store.findByGroup('p2', '3'))?.id).toBe('I3');
        expect((await store.list({ limit: 2 })).map(({ id }) => id)).toEqual(['I3', 'I2']);
      });
    });

    test.each([
      ['interchange', { interchangeControlNumber: '000000001' }],
      ['group', { groupControlNumber: '1' }],
    ])('never carry an %s control number of their partner again', async (_, taken) => {
      await run(({ interchanges }) => interchanges.insert(newInterchange(1)));
      await expect(
        run(({ interchanges }) => interchanges.insert(newInterchange(2, taken))),
      ).rejects.toMatchObject({ code: 'store.key-exists' });
      await run(({ interchanges }) => interchanges.insert(newInterchange(2, { partnerId: 'p2', ...taken })));
    });
  });

  describe('control numbers', () => {
    const next = (counter: 'interchange' | 'group' = 'interchange', partnerId = 'p1') =>
      run(({ interchanges }) => interchanges.nextControlNumber(partnerId, counter));

    test('count from 1 for each partner and counter', async () => {
      expect([await next(), await next(), await next('group'), await next('interchange', 'p2')]).toEqual([
        1, 2, 1, 1,
      ]);
    });

    test('taken at once are all different and leave no gap', async () => {
      const numbers = await Promise.all(Array.from({ length: 20 }, () => next()));
      expect(numbers.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 20 }, (_, i) => i + 1),
      );
    });

    test('of a transaction that came to nothing are given back', async () => {
      await next();
      const failing = run(async ({ interchanges }) => {
        await interchanges.nextControlNumber('p1', 'interchange');
        throw new Error('no interchange');
      });
      await expect(failing).rejects.toThrow('no interchange');
      expect(await next()).toBe(2);
    });

    test('end at nine digits and do not start again', async () => {
      await next();
      const client = await contractStore().connect();
      await client.query('update claimgate.control_number set last_number = 999999998 where tenant_id = $1', [
        tenantId(),
      ]);
      await client.end();
      expect(await next()).toBe(999_999_999);
      for (let again = 0; again < 2; again++) {
        await expect(next()).rejects.toMatchObject({
          code: 'store.control-numbers-used-up',
          isRetryable: false,
        });
      }
    });
  });
}
