export { decodeLatin1 } from '../../../src/main/latin-1.ts';

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** The bytes of a text, seen as a reader's are: some go on behind them. */
export function viewOf(text: string): DataView {
  return new DataView(bytesOf(`${text}    `).buffer);
}
