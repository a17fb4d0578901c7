import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';

/** One character a byte, whatever the byte: the decoder handed to the core, which has none of its own. */
export const decodeLatin1: Latin1Decoder = (bytes, start, stop) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).latin1Slice(start, stop);

declare global {
  interface Buffer {
    // Node's own method; its type definitions leave it out.
    latin1Slice(start: number, stop: number): string;
  }
}
