import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/ports/archive.ts';
import { sha256 } from './store/store-rows.ts';

/** What every archive must hold; run once for each. */
export function archiveContract(
  name: string,
  start: () => Promise<{ archive: Archive; stop(): Promise<void> }>,
): void {
  describe(`the archive contract over ${name}`, () => {
    let archive: Archive;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      const started = await start();
      archive = started.archive;
      stop = () => started.stop();
    });
    afterAll(() => stop());

    const read = async (hash: string): Promise<Buffer> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of archive.open(hash)) pieces.push(piece);
      return Buffer.concat(pieces);
    };

    test('gives back what was stored, under its SHA-256, whatever pieces it came in', async () => {
      const bytes = Buffer.from(Uint8Array.from({ length: 300_007 }, (_, i) => (i * 7) % 256));
      async function* pieces(): AsyncGenerator<Uint8Array> {
        yield bytes.subarray(0, 1);
        yield new Uint8Array();
        yield bytes.subarray(1, 200_000);
        yield bytes.subarray(200_000);
      }
      const archived = await archive.put(pieces());
      expect(archived.sizeBytes).toBe(300_007);
      expect((await read(archived.sha256)).equals(bytes)).toBe(true);
      expect(await archive.put([bytes])).toEqual(archived);
    });

    test('names bytes by their hash, none included', async () => {
      expect(await archive.put([])).toEqual({ sha256: sha256(''), sizeBytes: 0 });
      expect(await read(sha256(''))).toHaveLength(0);
      const text = [Buffer.from('ISA'), Buffer.from('*00*')];
      expect(await archive.put(text)).toEqual({ sha256: sha256('ISA*00*'), sizeBytes: 7 });
    });

    test('says that it does not have what it does not have', async () => {
      await expect(read(sha256('never stored'))).rejects.toMatchObject({
        code: 'archive.missing',
        isRetryable: false,
      });
      await expect(read('../../etc/passwd')).rejects.toThrow('is named by its SHA-256');
    });

    test('has nothing of bytes whose source broke off, and lets its error through', async () => {
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('half a');
        throw new RangeError('the source broke off');
      }
      await expect(archive.put(broken())).rejects.toThrow(new RangeError('the source broke off'));
      await expect(read(sha256('half a'))).rejects.toMatchObject({ code: 'archive.missing' });
    });

    test('stores the same bytes at once without either being in the way', async () => {
      const bytes = [Buffer.from('the same, ten times')];
      const stored = await Promise.all(Array.from({ length: 10 }, () => archive.put(bytes)));
      expect(new Set(stored.map((each) => each.sha256))).toEqual(new Set([sha256('the same, ten times')]));
      expect((await read(sha256('the same, ten times'))).toString()).toBe('the same, ten times');
    });

    test('can be left before the end of what is read', async () => {
      const { sha256: hash } = await archive.put([Buffer.alloc(1_000_000, 'x')]);
      for await (const piece of archive.open(hash)) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
    });
  });
}
