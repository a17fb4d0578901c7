import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RenameMode, Transport, TransportSession } from '../../src/ports/transport.ts';

export interface ContractPartner {
  /** Where the partner's files lie on this machine. */
  readonly root: string;
  /** The same place as the transport names it. */
  readonly remoteRoot: string;
  transport(): Transport;
  stop(): Promise<void>;
}

/** What every transport must hold; run once for each adapter and each server that we meet. */
export function transportContract(
  name: string,
  start: () => Promise<ContractPartner>,
  expected: { renameMode: RenameMode },
): void {
  describe(`the transport contract over ${name}`, () => {
    let partner: ContractPartner;
    let session: TransportSession;
    let directory: string;
    let ordinal = 0;

    const local = (file: string): string => path.join(partner.root, directory, file);
    const remote = (file: string): string => `${partner.remoteRoot}/${directory}/${file}`;

    beforeAll(async () => {
      partner = await start();
    });
    afterAll(() => partner.stop());
    beforeEach(async () => {
      directory = `case-${++ordinal}`;
      mkdirSync(path.join(partner.root, directory));
      session = await partner.transport().connect();
    });
    afterEach(() => session.close());

    test('lists plain files with size and time, and neither directories nor links', async () => {
      writeFileSync(local('a file.835'), 'four');
      utimesSync(local('a file.835'), 1_700_000_000, 1_700_000_000);
      mkdirSync(local('sub'));
      symlinkSync(local('a file.835'), local('link'));
      expect(await session.list(remote('.'))).toEqual([
        { name: 'a file.835', sizeBytes: 4, modifiedAtSeconds: 1_700_000_000 },
      ]);
    });

    test('lists a directory of more names than fit in one answer', async () => {
      for (let i = 0; i < 350; i++) writeFileSync(local(`f${i}`), '');
      expect(await session.list(remote('.'))).toHaveLength(350);
    });

    test('gives the bytes back that were created', async () => {
      const bytes = Uint8Array.from({ length: 700_001 }, (_, i) => (i * 31) % 251);
      await session.create(remote('f'), bytes);
      expect(readFileSync(local('f')).equals(bytes)).toBe(true);
      const pieces: Uint8Array[] = [];
      for await (const piece of session.read(remote('f'))) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      expect(await session.stat(remote('f'))).toMatchObject({ sizeBytes: bytes.length });
    });

    test('stores what comes piece by piece, of any size', async () => {
      async function* pieces(): AsyncGenerator<Uint8Array> {
        for (const size of [1, 0, 300_000, 7, 131_072]) yield await Promise.resolve(Buffer.alloc(size, size));
      }
      await session.create(remote('f'), pieces());
      expect(readFileSync(local('f'))).toHaveLength(431_080);
      expect(readFileSync(local('f'))[300_000]).toBe(300_000 % 256);
    });

    test('tells size and time of a file', async () => {
      writeFileSync(local('f'), 'four');
      utimesSync(local('f'), 1_700_000_000, 1_700_000_000);
      expect(await session.stat(remote('f'))).toEqual({ sizeBytes: 4, modifiedAtSeconds: 1_700_000_000 });
    });

    test('creates and reads an empty file', async () => {
      await session.create(remote('empty'), new Uint8Array());
      expect(await session.stat(remote('empty'))).toMatchObject({ sizeBytes: 0 });
      for await (const _ of session.read(remote('empty'))) throw new Error('an empty file has no bytes');
    });

    test('refuses to create a file that exists and leaves it as it is', async () => {
      writeFileSync(local('f'), 'old');
      await expect(session.create(remote('f'), Buffer.from('new bytes'))).rejects.toMatchObject({
        code: 'transport.target-exists',
        isRetryable: false,
      });
      expect(readFileSync(local('f'), 'utf8')).toBe('old');
    });

    test('tells an absent object from everything else', async () => {
      expect(await session.stat(remote('nothing'))).toBeUndefined();
      const failures: readonly [Promise<unknown>, string, boolean][] = [
        [session.list(remote('nothing')), 'transport.no-such-directory', false],
        [session.create(remote('nothing/f'), Buffer.from('x')), 'transport.no-such-directory', false],
        [session.rename(remote('nothing'), remote('f')), 'transport.no-such-file', true],
      ];
      for (const [attempt, code, isRetryable] of failures) {
        await expect(attempt).rejects.toMatchObject({ code, isRetryable });
      }
      await expect(session.read(remote('nothing'))[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: 'transport.no-such-file',
      });
    });

    test('renames in the mode that it reports', async () => {
      expect(session.renameMode).toBe(expected.renameMode);
      await session.create(remote('f.part'), Buffer.from('whole'));
      await session.rename(remote('f.part'), remote('f'));
      expect(readFileSync(local('f'), 'utf8')).toBe('whole');
      expect(await session.stat(remote('f.part'))).toBeUndefined();
    });

    test('never replaces a file by renaming', async () => {
      writeFileSync(local('f'), 'theirs');
      await session.create(remote('f.part'), Buffer.from('ours'));
      await expect(session.rename(remote('f.part'), remote('f'))).rejects.toMatchObject({
        code: 'transport.target-exists',
        isRetryable: false,
      });
      expect(readFileSync(local('f'), 'utf8')).toBe('theirs');
      expect(readFileSync(local('f.part'), 'utf8')).toBe('ours');
    });

    test('tells a missing directory from a missing file when it renames', async () => {
      await session.create(remote('f.part'), Buffer.from('ours'));
      await expect(session.rename(remote('f.part'), remote('nothing/f'))).rejects.toMatchObject({
        code: 'transport.no-such-directory',
        isRetryable: false,
      });
    });

    test('removes a file, twice without complaint', async () => {
      writeFileSync(local('f'), 'x');
      await session.remove(remote('f'));
      await session.remove(remote('f'));
      expect(await session.stat(remote('f'))).toBeUndefined();
    });

    test('keeps operations asked for at once apart', async () => {
      const names = ['a', 'b', 'c', 'd'];
      await Promise.all(names.map((file) => session.create(remote(file), Buffer.alloc(200_000, file))));
      const states = await Promise.all(names.map((file) => session.stat(remote(file))));
      expect(states.map((state) => state?.sizeBytes)).toEqual([200_000, 200_000, 200_000, 200_000]);
    });

    test('fails at once after it was closed', async () => {
      await session.close();
      await expect(session.stat(remote('f'))).rejects.toMatchObject({ code: 'transport.connection-lost' });
    });
  });
}
