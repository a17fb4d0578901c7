/** What is written stands in chunks of this size, so that it exists once however long it becomes. */
export const CHUNK_BYTES = 64 * 1024;

/** So many are kept for the next who writes: 4 MiB, which most interchanges do not need. */
const SPARE_MAX = 64;

const SPARE: Uint8Array[] = [];

/** A chunk that is full: `length` of its bytes are written. */
export interface WrittenChunk {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/**
 * A chunk to write to; what it holds means nothing. Chunks are used again: to get and drop as much memory as is written
 * makes the engine look through all that the process holds, which took a third of the time that writing takes.
 */
export function takeChunk(): Uint8Array {
  return SPARE.pop() ?? new Uint8Array(CHUNK_BYTES);
}

/** Joins chunks to bytes that are the caller's own. Nobody may look at the chunks any more: others write to them. */
export function joinChunks(chunks: readonly WrittenChunk[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const { bytes, length } of chunks) {
    joined.set(bytes.subarray(0, length), at);
    at += length;
    // One that had to grow is of no use to others.
    if (bytes.length === CHUNK_BYTES && SPARE.length < SPARE_MAX) SPARE.push(bytes);
  }
  return joined;
}
