import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DirectoryArchive, openDirectoryArchive } from '../../../src/store/archive/directory-archive.ts';
import { archiveContract } from '../../contract/archive-contract.ts';
import { sha256 } from '../../contract/store/store-rows.ts';
import { scratchDirectory } from '../support/scratch-directory.ts';

const scratch = scratchDirectory();

archiveContract('a directory', async () => ({
  archive: await openDirectoryArchive(path.join(scratch, 'contract')),
  stop: async () => undefined,
}));

let ordinal = 0;
async function newArchive(): Promise<{ root: string; archive: DirectoryArchive }> {
  const root = path.join(scratch, `archive-${++ordinal}`);
  return { root, archive: await openDirectoryArchive(root) };
}

function files(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let sizeBytes = 0;
  for await (const piece of pieces) sizeBytes += piece.length;
  return sizeBytes;
}

describe('a directory archive', () => {
  test('holds one read-only file a content, named by its hash, and nothing half written', async () => {
    const { root, archive } = await newArchive();
    await archive.put([Buffer.from('one')]);
    await archive.put([Buffer.from('one')]);
    await archive.put([Buffer.from('two')]);
    const names = ['one', 'two'].map((text) => {
      const hash = createHash('sha256').update(text).digest('hex');
      return `${hash.slice(0, 2)}/${hash.slice(2)}`;
    });
    expect(files(root).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(statSync(path.join(root, name)).mode & 0o777).toBe(0o400);
    for (const directory of [
      root,
      path.join(root, 'incoming'),
      path.dirname(path.join(root, names[0] ?? '')),
    ]) {
      expect(statSync(directory).mode & 0o077).toBe(0);
    }
  });

  test('says that bytes are not those that were stored, and mends them when they come again', async () => {
    const { root, archive } = await newArchive();
    const { sha256: hash } = await archive.put([Buffer.from('precious')]);
    const file = path.join(root, hash.slice(0, 2), hash.slice(2));
    chmodSync(file, 0o600);
    writeFileSync(file, 'PRECIOUS');
    await expect(drain(archive.open(hash))).rejects.toMatchObject({
      code: 'archive.corrupt',
      isRetryable: false,
    });
    writeFileSync(file, 'cut');
    await archive.put([Buffer.from('precious')]);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  test('removes what was left half written a day ago, and nothing younger', async () => {
    const { root } = await newArchive();
    const old = path.join(root, 'incoming/old');
    const young = path.join(root, 'incoming/young');
    for (const file of [old, young]) writeFileSync(file, 'half');
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(old, yesterday, yesterday);
    await openDirectoryArchive(root);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(young)).toBe(true);
  });

  test('knows whether it can be written, and fails without a path where it cannot', async () => {
    const { root, archive } = await newArchive();
    expect(await archive.isWritable()).toBe(true);
    expect(files(root)).toEqual([]);
    writeFileSync(path.join(scratch, 'no-directory'), '');
    const error: unknown = await openDirectoryArchive(path.join(scratch, 'no-directory/archive')).catch(
      (failure: unknown) => failure,
    );
    expect(error).toMatchObject({ code: 'archive.unavailable', isRetryable: true });
    expect((error as Error).message).not.toContain(scratch);
    // A file where the directory of the hash belongs.
    const hash = sha256('blocked');
    writeFileSync(path.join(root, hash.slice(0, 2)), '');
    await expect(archive.put([Buffer.from('blocked')])).rejects.toMatchObject({
      code: 'archive.unavailable',
    });
    expect(readdirSync(path.join(root, 'incoming'))).toEqual([]);
  });

  test('stores more than fits in memory piece by piece', async () => {
    const { archive } = await newArchive();
    const piece = Buffer.alloc(1 << 20, 'x');
    async function* many(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 128; i++) yield piece;
    }
    const before = process.memoryUsage().rss;
    const { sha256: hash, sizeBytes } = await archive.put(many());
    expect(await drain(archive.open(hash))).toBe(sizeBytes);
    expect(sizeBytes).toBe(128 << 20);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
  });

  test('is shared by several that opened it', async () => {
    const { root, archive } = await newArchive();
    const other = await openDirectoryArchive(root);
    mkdirSync(path.join(root, 'incoming'), { recursive: true });
    const { sha256: hash } = await other.put([Buffer.from('from the other')]);
    expect(await drain(archive.open(hash))).toBe(14);
  });
});
