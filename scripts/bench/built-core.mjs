// What a measuring script takes from the built core, and how it feeds it.
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const CHUNK_BYTES = 256 * 1024;

const { latin1Slice } = Buffer.prototype;

/** The decoder that `src/main/latin-1.ts` hands to the core. */
export const decode = (bytes, start, stop) => latin1Slice.call(bytes, start, stop);

/** A module of the built core. */
export function load(built, module) {
  return import(pathToFileURL(path.join(built, module)).href);
}

/** Calls `take` with the file's bytes, piece by piece, as the product reads files. */
export function eachChunk(file, take) {
  const descriptor = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
    take(chunk.subarray(0, size));
  }
  closeSync(descriptor);
}
