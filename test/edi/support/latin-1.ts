export { decodeLatin1 } from '../../../src/main/latin-1.ts';

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
