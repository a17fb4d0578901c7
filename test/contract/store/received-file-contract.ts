import { describe, expect, test } from 'vitest';
import type { ContractCase } from './contract-store.ts';
import { sha256 } from './store-rows.ts';

export function receivedFileContract({ run }: ContractCase): void {
  const sighting = { remotePath: 'out/answer.999', sizeBytes: 500, modifiedAtSeconds: 1_780_000_000 };
  const file = { partnerId: 'p1', sha256: sha256('file'), sizeBytes: 500, sighting };

  describe('received files', () => {
    test('are new once, whatever name the bytes come under', async () => {
      expect(await run(({ files }) => files.record(file))).toEqual({ isNew: true });
      expect(await run(({ files }) => files.record(file))).toEqual({ isNew: false });
      const other = { ...file, sighting: { ...sighting, remotePath: 'out/again.999' } };
      expect(await run(({ files }) => files.record(other))).toEqual({ isNew: false });
      const found = await run(({ files }) => files.get(file.sha256));
      expect(found).toEqual({
        sha256: file.sha256,
        partnerId: 'p1',
        sizeBytes: 500,
        state: 'archived',
        contents: [],
        receivedAt: found?.receivedAt,
        seenAs: 'out/answer.999',
      });
      expect(await run(({ files }) => files.get(sha256('none')))).toBeUndefined();
    });

    test('are shown under the first name they came under, escaped', async () => {
      const odd = { ...file, sighting: { ...sighting, remotePath: 'out/\u001b[2J\n.999' } };
      await run(({ files }) => files.record(odd));
      expect(await run(({ files }) => files.get(file.sha256))).toMatchObject({
        seenAs: 'out/\\u{1b}[2J\\u{a}.999',
      });
      expect(await run(({ files }) => files.isKnownSighting('p1', odd.sighting))).toBe(true);
    });

    test('found in a packed one are files of their own, new once', async () => {
      await run(({ files }) => files.record(file));
      const members = ['a', 'b', 'a'].map((name) => ({ name, sha256: sha256(name), sizeBytes: 1 }));
      await run(async ({ files }) => {
        expect([...(await files.recordMembers(file, members))].toSorted()).toEqual(
          [sha256('a'), sha256('b')].toSorted(),
        );
        expect(await files.recordMembers(file, members)).toEqual([]);
        expect(await files.recordMembers(file, [])).toEqual([]);
        expect(await files.get(sha256('b'))).toMatchObject({
          state: 'archived',
          partnerId: 'p1',
          seenAs: 'b',
        });
      });
    });

    test('recorded at once are new for one of the recorders', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, () => run(({ files }) => files.record(file))),
      );
      expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    });

    test('are known by name, size and time together, for their partner', async () => {
      // Longer than an index of PostgreSQL takes.
      const long = { ...sighting, remotePath: `out/${'é'.repeat(4000)}` };
      await run(async ({ files }) => {
        await files.record(file);
        await files.record({ ...file, sighting: long });
      });
      await run(async ({ files }) => {
        expect(await files.isKnownSighting('p1', sighting)).toBe(true);
        expect(await files.isKnownSighting('p1', long)).toBe(true);
        expect(await files.isKnownSighting('p2', sighting)).toBe(false);
        expect(await files.isKnownSighting('p1', { ...sighting, sizeBytes: 501 })).toBe(false);
        expect(await files.isKnownSighting('p1', { ...sighting, modifiedAtSeconds: 1 })).toBe(false);
        expect(await files.isKnownSighting('p1', { ...sighting, remotePath: 'OUT/answer.999' })).toBe(false);
      });
    });

    test('keep what became of them and are listed newest first, by state', async () => {
      const others = ['b', 'c'].map((name) => ({ ...file, sha256: sha256(name) }));
      for (const each of [file, ...others]) await run(({ files }) => files.record(each));
      await run(async ({ files }) => {
        await files.setOutcome(file.sha256, { state: 'applied', contents: ['999', 'TA1'] });
        await files.setOutcome(sha256('b'), {
          state: 'quarantined',
          contents: [],
          reasonCode: 'file.set-unknown',
        });
      });
      await run(async ({ files }) => {
        expect(await files.get(file.sha256)).toMatchObject({ state: 'applied', contents: ['999', 'TA1'] });
        const all = await files.list({ limit: 9 });
        expect(all.map((each) => each.sha256)).toEqual([sha256('c'), sha256('b'), file.sha256]);
        const [held] = await files.list({ state: 'quarantined', limit: 9 });
        expect(held).toMatchObject({ sha256: sha256('b'), reasonCode: 'file.set-unknown' });
      });
      // Applied after all: the reason does not stay behind.
      await run(({ files }) => files.setOutcome(sha256('b'), { state: 'applied', contents: ['999'] }));
      expect(await run(({ files }) => files.get(sha256('b')))).not.toHaveProperty('reasonCode');
    });
  });

  describe('received interchanges', () => {
    const interchange = {
      partnerId: 'p1',
      senderId: 'CLEARINGHOUSE',
      receiverId: 'CLAIMGATE',
      interchangeControlNumber: '000000001',
      fileSha256: sha256('file'),
    };
    const register = (changes: Partial<typeof interchange> = {}) =>
      run(({ files }) => files.registerInterchange({ ...interchange, ...changes }));

    test('are new, the same file again, or in conflict with another one', async () => {
      expect(await register()).toBe('new');
      expect(await register()).toBe('same-file');
      expect(await register({ fileSha256: sha256('other') })).toBe('conflict');
      expect(await register()).toBe('same-file');
      expect(await register({ senderId: 'PAYER', fileSha256: sha256('other') })).toBe('new');
    });

    test('registered at once from different files are new for one of them', async () => {
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => register({ fileSha256: sha256(name) })),
      );
      expect(outcomes.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'new']);
    });
  });
}
