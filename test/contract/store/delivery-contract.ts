import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../src/ports/exchange-store.ts';
import type { ContractCase } from './contract-store.ts';
import { newInterchange } from './store-rows.ts';

const RENAME = { attempt: 1, mode: 'posix-rename' } as const;

export function deliveryContract({ run }: ContractCase): void {
  async function newDelivery(ordinal = 1): Promise<string> {
    const interchange = newInterchange(ordinal);
    await run(async ({ interchanges, deliveries }) => {
      await interchanges.insert(interchange);
      await deliveries.insert(interchange.id, interchange.partnerId);
    });
    return interchange.id;
  }
  const lease = (id: string, leaseSeconds = 60, owner = 'worker-1'): Promise<Delivery | undefined> =>
    run(({ deliveries }) => deliveries.lease(id, { owner, leaseSeconds }));

  describe('deliveries', () => {
    test('go from new to delivered, each step with the epoch of the lease', async () => {
      const id = await newDelivery();
      expect(await run(({ deliveries }) => deliveries.get(id))).toEqual({
        interchangeId: id,
        partnerId: 'p1',
        state: 'NEW',
        epoch: 0,
        attempts: 0,
      });
      expect(await lease(id)).toMatchObject({ state: 'NEW', epoch: 1 });
      await run(async ({ deliveries }) => {
        expect(await deliveries.beginAttempt(id, 1)).toBe(1);
        expect(await deliveries.markDelivered(id, 1, 'observed')).toBe(false);
        expect(await deliveries.commitIntent(id, 1, RENAME)).toBe(true);
        expect(await deliveries.commitIntent(id, 1, RENAME)).toBe(false);
        expect(await deliveries.beginAttempt(id, 1)).toBeUndefined();
        expect(await deliveries.markDelivered(id, 1, 'witness')).toBe(true);
        expect(await deliveries.markDelivered(id, 1, 'observed')).toBe(false);
        expect(await deliveries.hold(id, 1, 'delivery.name-taken')).toBe(false);
      });
      const delivered = await run(({ deliveries }) => deliveries.get(id));
      expect(delivered).toEqual({
        interchangeId: id,
        partnerId: 'p1',
        state: 'DELIVERED',
        epoch: 1,
        attempts: 1,
        commitAttempt: 1,
        basis: 'witness',
        mode: 'posix-rename',
        deliveredAt: delivered?.deliveredAt,
      });
      expect(delivered?.deliveredAt).toMatch(/Z$/);
      expect(await lease(id)).toBeUndefined();
    });

    test('are leased by one worker of many', async () => {
      const id = await newDelivery();
      const leases = await Promise.all(Array.from({ length: 8 }, (_, i) => lease(id, 60, `worker-${i}`)));
      expect(leases.filter((each) => each !== undefined)).toHaveLength(1);
      expect(await lease(id)).toBeUndefined();
    });

    test('whose lease ran out are another worker’s, and the first one changes nothing any more', async () => {
      const id = await newDelivery();
      expect(await lease(id, 0)).toMatchObject({ epoch: 1 });
      expect(await run(({ deliveries }) => deliveries.beginAttempt(id, 1))).toBe(1);
      expect(await lease(id)).toMatchObject({ epoch: 2, attempts: 1 });
      await run(async ({ deliveries }) => {
        expect(await deliveries.beginAttempt(id, 1)).toBeUndefined();
        expect(await deliveries.commitIntent(id, 1, RENAME)).toBe(false);
        expect(await deliveries.hold(id, 1, 'delivery.name-taken')).toBe(false);
        await deliveries.release(id, 1);
        expect(await deliveries.beginAttempt(id, 2)).toBe(2);
        expect(await deliveries.commitIntent(id, 2, { ...RENAME, attempt: 2 })).toBe(true);
        expect(await deliveries.markDelivered(id, 1, 'witness')).toBe(false);
      });
      // The release of the first did not free the second's lease either.
      expect(await lease(id)).toBeUndefined();
    });

    test('given back can be leased at once, in the state in which they were left', async () => {
      const id = await newDelivery();
      await lease(id);
      await run(async ({ deliveries }) => {
        await deliveries.beginAttempt(id, 1);
        await deliveries.commitIntent(id, 1, RENAME);
        await deliveries.release(id, 1);
      });
      expect(await lease(id)).toMatchObject({ state: 'COMMITTING', epoch: 2, commitAttempt: 1 });
    });

    test('never commit to an attempt that was not begun', async () => {
      const id = await newDelivery();
      await lease(id);
      await expect(run(({ deliveries }) => deliveries.commitIntent(id, 1, RENAME))).rejects.toMatchObject({
        code: 'store.constraint',
      });
    });

    test('that are held wait for a person and not for a worker', async () => {
      const id = await newDelivery();
      await lease(id);
      await run(async ({ deliveries }) => {
        await deliveries.beginAttempt(id, 1);
        await deliveries.commitIntent(id, 1, RENAME);
        expect(await deliveries.hold(id, 1, 'delivery.name-taken')).toBe(true);
      });
      expect(await lease(id)).toBeUndefined();
      expect(await run(({ deliveries }) => deliveries.get(id))).toMatchObject({
        state: 'HELD',
        holdCode: 'delivery.name-taken',
      });
    });

    async function inDoubt(mode: 'posix-rename' | 'plain-rename'): Promise<string> {
      const id = await newDelivery();
      await lease(id);
      await run(async ({ deliveries }) => {
        await deliveries.beginAttempt(id, 1);
        await deliveries.commitIntent(id, 1, { attempt: 1, mode });
        expect(await deliveries.doubt(id, 1)).toBe(true);
        expect(await deliveries.doubt(id, 1)).toBe(false);
      });
      return id;
    }

    test('that are in doubt wait until somebody knows', async () => {
      const id = await inDoubt('plain-rename');
      expect(await lease(id)).toBeUndefined();
      await run(async ({ deliveries }) => {
        expect(await deliveries.markDelivered(id, 1, 'observed')).toBe(false);
        expect(await deliveries.settle(id, 'acknowledged')).toBe(true);
        expect(await deliveries.settle(id, 'confirmed')).toBe(false);
        expect(await deliveries.reopen(id)).toBe(false);
      });
      const settled = await run(({ deliveries }) => deliveries.get(id));
      expect(settled).toMatchObject({ state: 'DELIVERED', basis: 'acknowledged' });
    });

    test('that a person opens again are new, and runs from before change nothing any more', async () => {
      const id = await inDoubt('plain-rename');
      await run(async ({ deliveries }) => {
        expect(await deliveries.reopen(id)).toBe(true);
        expect(await deliveries.reopen(id)).toBe(false);
        expect(await deliveries.settle(id, 'confirmed')).toBe(false);
        expect(await deliveries.beginAttempt(id, 1)).toBeUndefined();
      });
      expect(await lease(id)).toEqual({
        interchangeId: id,
        partnerId: 'p1',
        state: 'NEW',
        epoch: 3,
        attempts: 1,
      });
    });

    test('are never in doubt where a rename is one step', async () => {
      await expect(inDoubt('posix-rename')).rejects.toMatchObject({ code: 'store.constraint' });
    });

    test('exist once for an interchange and are listed newest first', async () => {
      await newDelivery(1);
      await newDelivery(2);
      await expect(run(({ deliveries }) => deliveries.insert('I1', 'p1'))).rejects.toMatchObject({
        code: 'store.key-exists',
      });
      const listed = await run(({ deliveries }) => deliveries.list({ limit: 5 }));
      expect(listed.map((delivery) => delivery.interchangeId)).toEqual(['I2', 'I1']);
    });
  });
}
