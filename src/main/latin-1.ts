import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';

// Borrowed, because making a Buffer of the bytes at each call takes as long as decoding them.
const { latin1Slice } = Buffer.prototype;

/** One character a byte, whatever the byte: the decoder handed to the core, which has none of its own. */
export const decodeLatin1: Latin1Decoder = (bytes, start, stop) => latin1Slice.call(bytes, start, stop);

declare global {
  interface Buffer {
    // Node's own method; its type definitions leave it out.
    latin1Slice(this: Uint8Array, start: number, stop: number): string;
  }
}
