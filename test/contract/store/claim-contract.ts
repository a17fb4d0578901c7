import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { ContractCase } from './contract-store.ts';
import { attemptFor, newClaim, newInterchange, statusOf } from './store-rows.ts';

export function claimContract({ run }: ContractCase): void {
  describe('claims', () => {
    test('come back whole, in the order in which they were accepted', async () => {
      const claims = [newClaim('B'), newClaim('A', { key: 'A\n7\nPAYER1' }), newClaim('C')];
      await run(({ claims: store }) => store.insert(claims));
      const byKey = await run(({ claims: store }) => store.findByKeys(['A\n7\nPAYER1', 'B', 'none']));
      expect(byKey.map(({ createdAt: _, ...claim }) => claim)).toEqual(claims.slice(0, 2));
      expect(byKey[0]?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(byKey[0]?.createdAt ?? '') - Date.now())).toBeLessThan(60_000);
      expect(await run(({ claims: store }) => store.findByKeys([]))).toEqual([]);
      const byId = await run(({ claims: store }) => store.byIds(['A', 'none', 'B', 'A']));
      expect(byId).toEqual(byKey.toSorted((one, other) => (one.id < other.id ? 1 : -1)));
    });

    test('go in by the thousand in one call', async () => {
      const ids = Array.from({ length: 5500 }, (_, i) => `C${String(i).padStart(5, '0')}`);
      await run(({ claims }) => claims.insert(ids.map((id) => newClaim(id))));
      expect(await run(({ claims }) => claims.findByKeys(ids))).toHaveLength(5500);
      const [first] = await run(({ claims }) => claims.countByHeadline());
      expect(first).toEqual({ headline: 'ready', count: 5500, chargeCents: 5500 * 12_500 });
      await run(({ claims }) =>
        claims.updateStatuses(ids.map((claimId) => ({ claimId, status: statusOf('paid') }))),
      );
      expect(await run(({ claims }) => claims.list({ headline: 'paid', limit: 9999 }))).toHaveLength(5500);
    });

    test('are found by id, account number and patient control number, each once', async () => {
      await run(async ({ claims, interchanges }) => {
        await claims.insert([newClaim('A'), newClaim('B', {}, { accountNumber: 'A' }), newClaim('C')]);
        await interchanges.insert(newInterchange(1));
        await claims.insertAttempts([
          attemptFor('C'),
          attemptFor('C', { number: 2, patientControlNumber: 'B' }),
        ]);
      });
      const idsOf = (reference: string) =>
        run(async ({ claims }) => (await claims.lookUp(reference)).map((claim) => claim.id));
      expect(await idsOf('A')).toEqual(['A', 'B']);
      expect(await idsOf('B')).toEqual(['B', 'C']);
      expect(await idsOf('C01')).toEqual(['C']);
      expect(await idsOf('none')).toEqual([]);
    });

    test('are listed oldest first, page by page, by headline', async () => {
      await run(({ claims }) =>
        claims.insert(
          ['C', 'A', 'D', 'B'].map((id) => newClaim(id, id === 'D' ? { status: statusOf('paid') } : {})),
        ),
      );
      const first = await run(({ claims }) => claims.list({ limit: 2 }));
      expect(first.map(({ id }) => id)).toEqual(['C', 'A']);
      expect(first[0]).toEqual({
        id: 'C',
        accountNumber: 'C',
        payerName: 'CLAIMGATE SAMPLE HEALTH',
        serviceDate: '2026-06-03',
        chargeCents: 12_500,
        headline: 'ready',
      });
      const second = await run(({ claims }) => claims.list({ limit: 2, after: 'A' }));
      expect(second.map(({ id }) => id)).toEqual(['D', 'B']);
      const ready = await run(({ claims }) => claims.list({ limit: 9, after: 'C', headline: 'ready' }));
      expect(ready.map(({ id }) => id)).toEqual(['A', 'B']);
    });

    test('are counted by headline with what was charged', async () => {
      await run(({ claims }) =>
        claims.insert([
          newClaim('A', {}, { chargeCents: cents(100) }),
          newClaim('B', {}, { chargeCents: cents(250) }),
          newClaim('C', { status: statusOf('denied') }, { chargeCents: cents(-7) }),
        ]),
      );
      expect(await run(({ claims }) => claims.countByHeadline())).toEqual([
        { headline: 'denied', count: 1, chargeCents: -7 },
        { headline: 'ready', count: 2, chargeCents: 350 },
      ]);
    });

    test('with a key that is taken are refused', async () => {
      await run(({ claims }) => claims.insert([newClaim('A')]));
      await expect(run(({ claims }) => claims.insert([newClaim('B', { key: 'A' })]))).rejects.toMatchObject({
        code: 'store.key-exists',
        isRetryable: false,
      });
      expect(await run(({ claims }) => claims.list({ limit: 9 }))).toHaveLength(1);
    });

    test('of one key, sent at once, are taken once; the other run finds the first', async () => {
      const runs = Array.from({ length: 4 }, (_, i) =>
        run(async ({ claims }) => {
          const [same] = await claims.findByKeys(['A']);
          if (same !== undefined) return same.id;
          await claims.insert([newClaim(`ID${i}`, { key: 'A' })]);
          return `ID${i}`;
        }),
      );
      const ids = await Promise.all(runs);
      expect(new Set(ids).size).toBe(1);
      expect(await run(({ claims }) => claims.list({ limit: 9 }))).toHaveLength(1);
    });

    test('that correct one account are taken one after the other', async () => {
      // Each books the difference to what stands for the account: two that saw the same would book it twice.
      const corrections = Array.from({ length: 4 }, (_, i) =>
        run(async ({ claims }) => {
          const key = `ACCOUNT\n7\nPAYER${i}`;
          await claims.findByKeys([key]);
          const before = await claims.lookUp('ACCOUNT');
          await claims.insert([newClaim(`R${i}`, { key }, { accountNumber: 'ACCOUNT' })]);
          return before.length;
        }),
      );
      expect((await Promise.all(corrections)).toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3]);
    });

    test('that are ready are taken oldest first and by nobody twice', async () => {
      await run(({ claims }) =>
        claims.insert([
          ...['D', 'C', 'B', 'A'].map((id) => newClaim(id)),
          newClaim('OTHER', { partnerId: 'p2' }),
          newClaim('SENT', { status: statusOf('delivered') }),
        ]),
      );
      const take = () =>
        run(async ({ claims }) => {
          const taken = (await claims.takeReady('p1', 2)).map((claim) => claim.id);
          await claims.updateStatuses(taken.map((claimId) => ({ claimId, status: statusOf('batched') })));
          return taken;
        });
      expect(await run(async ({ claims }) => (await claims.takeReady('p1', 3)).map(({ id }) => id))).toEqual([
        'D',
        'C',
        'B',
      ]);
      const taken = await Promise.all([take(), take(), take()]);
      const left = await take();
      expect([...taken.flat(), ...left].toSorted()).toEqual(['A', 'B', 'C', 'D']);
    });

    test('remember their attempts', async () => {
      const attempts = [
        attemptFor('A'),
        attemptFor('A', { number: 2, patientControlNumber: 'A02', interchangeId: 'I2' }),
        attemptFor('B', { setControlNumber: '0002' }),
      ];
      await run(async ({ claims, interchanges }) => {
        await claims.insert([newClaim('A'), newClaim('B')]);
        await interchanges.insert(newInterchange(1));
        await interchanges.insert(newInterchange(2));
        await claims.insertAttempts(attempts);
      });
      await run(async ({ claims }) => {
        expect(await claims.attemptsByClaims(['A', 'B'])).toEqual(attempts);
        expect(await claims.attemptsByInterchange('I1')).toEqual([attempts[0], attempts[2]]);
        expect(await claims.attemptsByControlNumbers(['A02', 'B01', 'X'])).toEqual([
          attempts[1],
          attempts[2],
        ]);
      });
      await expect(
        run(({ claims }) =>
          claims.insertAttempts([attemptFor('B', { number: 2, patientControlNumber: 'A01' })]),
        ),
      ).rejects.toMatchObject({ code: 'store.key-exists' });
    });

    test('follow their facts in headline and status', async () => {
      await run(({ claims }) => claims.insert([newClaim('A'), newClaim('B')]));
      const status = { ...statusOf('paid'), payerClaimControlNumber: 'PCN1' };
      await run(({ claims }) => claims.updateStatuses([{ claimId: 'A', status }]));
      const [a, b] = await run(({ claims }) => claims.findByKeys(['A', 'B']));
      expect(a?.status).toEqual(status);
      expect(b?.status.headline).toBe('ready');
      expect(await run(({ claims }) => claims.list({ headline: 'paid', limit: 9 }))).toHaveLength(1);
    });
  });
}
