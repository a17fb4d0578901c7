import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packingOf } from '../../../src/flows/unpack/packing.ts';
import { UNPACK_BOUNDS, type UnpackBounds } from '../../../src/flows/unpack/unpack-bounds.ts';
import { unpackFile } from '../../../src/flows/unpack/unpack-file.ts';
import { type DirectoryArchive, openDirectoryArchive } from '../../../src/store/archive/directory-archive.ts';
import { replacedAll, zipped } from '../support/zipped.ts';

let directory: string;
let archive: DirectoryArchive;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-unpack-'));
  archive = await openDirectoryArchive(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function unpacked(bytes: Uint8Array, bounds: Partial<UnpackBounds> = {}) {
  const packing = await packingOf(pieces(bytes, 1));
  if (packing === undefined) throw new Error('the bytes are not packed');
  const result = await unpackFile(
    archive,
    { packing, bytes: pieces(bytes) },
    { ...UNPACK_BOUNDS, ...bounds },
  );
  return result.ok ? result.value : result.refusal.code;
}

async function textOf(sha256: string): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of archive.open(sha256)) all.push(piece);
  return Buffer.concat(all).toString('latin1');
}

describe('how a file is packed', () => {
  test('is told by its bytes', async () => {
    expect(await packingOf(pieces(await zipped({ a: 'x' })))).toBe('zip');
    expect(await packingOf(pieces(await zipped({})))).toBe('zip');
    expect(await packingOf(pieces(gzipSync('x')))).toBe('gzip');
    for (const plain of ['', 'I', 'PK', 'ISA*00*', 'PKWARE.zip']) {
      expect(await packingOf(pieces(Buffer.from(plain)))).toBeUndefined();
    }
  });
});

describe('a packed file', () => {
  test('gives its members in their order, each under its hash, and no directories', async () => {
    const big = 'CLP*1~'.repeat(50_000);
    const members = await unpacked(await zipped({ 'b.835': 'second', 'dir/': '', 'dir/a.835': big }));
    if (typeof members === 'string') throw new Error(members);
    expect(members.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
      ['b.835', 6],
      ['dir/a.835', 300_000],
    ]);
    expect(await textOf(members[1]?.sha256 ?? '')).toBe(big);
  });

  test('may be gzip, also of several parts', async () => {
    const members = await unpacked(Buffer.concat([gzipSync('ISA*'), gzipSync('00~')]));
    if (typeof members === 'string') throw new Error(members);
    expect(members).toHaveLength(1);
    expect(await textOf(members[0]?.sha256 ?? '')).toBe('ISA*00~');
  });

  test.each([
    ['climbs', '../../../etc/x'],
    ['starts at the root', '/etc/cron.d/evi'],
    ['holds a line end', 'a\nb\u001b[2J-longer'],
    ['is reserved somewhere', 'CON.835.long-on'],
  ])('is taken apart though a name %s: it is never used', async (_, name) => {
    const harmless = 'x'.repeat(name.length);
    const bytes = replacedAll(await zipped({ [harmless]: 'content' }), harmless, name);
    expect(await unpacked(bytes)).toMatchObject([{ name, sizeBytes: 7 }]);
  });

  test('with more members than allowed is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`m${i}`, `${i}`]));
    expect(await unpacked(await zipped(many), { membersMax: 3 })).toBe('file.packed-too-many-members');
    expect(await unpacked(await zipped(many), { membersMax: 4 })).toHaveLength(4);
  });

  test('that is larger than allowed is refused, packed or inflated, one member or all together', async () => {
    const bytes = await zipped({ a: 'x'.repeat(600), b: 'y'.repeat(600) });
    expect(await unpacked(bytes, { packedBytesMax: bytes.length - 1 })).toBe('file.packed-too-large');
    expect(await unpacked(bytes, { inflatedBytesMax: 1199 })).toBe('file.packed-too-large');
    expect(await unpacked(bytes, { inflatedBytesMax: 1200 })).toHaveLength(2);
    expect(await unpacked(gzipSync('z'.repeat(600)), { inflatedBytesMax: 599 })).toBe(
      'file.packed-too-large',
    );
  });

  test.each([
    ['zip', async () => await zipped({ bomb: Buffer.alloc(50_000_000) })],
    ['gzip', async () => await Promise.resolve(gzipSync(Buffer.alloc(50_000_000)))],
  ])('that is a bomb in %s is refused long before it has gone off', async (_, make) => {
    const bomb = await make();
    expect(bomb.length).toBeLessThan(60_000);
    let inflated = 0;
    const counting: Pick<DirectoryArchive, 'put'> = {
      async put(content) {
        for await (const piece of content) inflated += piece.length;
        return { sha256: '', sizeBytes: inflated };
      },
    };
    const packing = (await packingOf(pieces(bomb))) ?? 'zip';
    const result = await unpackFile(counting, { packing, bytes: pieces(bomb) });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'file.packed-ratio' } });
    expect(inflated).toBeLessThan(16_000_000);
  });

  test('in a packed file is refused', async () => {
    const inner = await zipped({ a: 'x' });
    expect(await unpacked(await zipped({ 'a.835': 'ISA', 'inner.zip': inner }))).toBe('file.packed-nested');
    expect(await unpacked(await zipped({ 'looks.835': gzipSync('x') }))).toBe('file.packed-nested');
    expect(await unpacked(gzipSync(inner))).toBe('file.packed-nested');
  });

  test('of nothing is refused', async () => {
    expect(await unpacked(await zipped({}))).toBe('file.packed-empty');
    expect(await unpacked(await zipped({ 'directory/': '' }))).toBe('file.packed-empty');
  });

  test('that is encrypted is refused', async () => {
    const bytes = await zipped({ a: 'secret' });
    // Bit 0 of the flags in the central directory (APPNOTE 4.4.4).
    const directoryAt = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt16LE(bytes.readUInt16LE(directoryAt + 8) | 1, directoryAt + 8);
    expect(await unpacked(bytes)).toBe('file.packed-encrypted');
  });

  test('that is damaged or cut anywhere is refused or whole, and nothing else', async () => {
    const content = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7919) % 256));
    for (const bytes of [await zipped({ a: content }), gzipSync(content)]) {
      for (let at = 4; at < bytes.length; at++) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ 0x10;
        const members = await unpacked(damaged);
        if (typeof members === 'string') expect(members).toMatch(/^file\.packed-/);
        else expect(await textOf(members[0]?.sha256 ?? '')).toBe(content.toString('latin1'));
      }
      for (let length = 4; length < bytes.length; length += 7) {
        expect(await unpacked(bytes.subarray(0, length))).toBe('file.packed-unreadable');
      }
    }
  });
});
