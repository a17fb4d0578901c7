import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';

/** One character a byte, whatever the byte. */
export const decodeLatin1: Latin1Decoder = (bytes, start, stop) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, stop - start).toString('latin1');
