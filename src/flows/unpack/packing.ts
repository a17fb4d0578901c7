/** How a file is packed. */
export type Packing = 'zip' | 'gzip';

/** A member on its way out. Its name is text that somebody wrote: never a path. */
export interface PackedMember {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What such files begin with: a local file header or the end of an empty directory (APPNOTE 4.3.7, 4.3.16), RFC 1952. */
const SIGNATURES: readonly (readonly [Packing, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b]],
];

const SIGNATURE_BYTES = 4;

/** How the bytes are packed, told by their beginning and never by a name; undefined where they are not. */
export async function packingOf(bytes: AsyncIterable<Uint8Array>): Promise<Packing | undefined> {
  const start: number[] = [];
  for await (const piece of bytes) {
    start.push(...piece.subarray(0, SIGNATURE_BYTES));
    if (start.length >= SIGNATURE_BYTES) break;
  }
  return packingOfStart(start);
}

function packingOfStart(start: readonly number[]): Packing | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, at) => start[at] === byte))?.[0];
}

/** The bytes as they come, with a look at how they begin. */
export async function* watchingStart(
  bytes: AsyncIterable<Uint8Array>,
  onPacked: () => never,
): AsyncGenerator<Uint8Array> {
  const start: number[] = [];
  for await (const piece of bytes) {
    if (start.length < SIGNATURE_BYTES) {
      start.push(...piece.subarray(0, SIGNATURE_BYTES - start.length));
      if (packingOfStart(start) !== undefined) onPacked();
    }
    yield piece;
  }
}
