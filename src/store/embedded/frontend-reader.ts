import { HEADER_BYTES } from './protocol-messages.ts';

/** A message of a client with its header; `type` is empty for the first, which has none. */
export interface FrontendMessage {
  readonly type: string;
  readonly bytes: Buffer;
}

/** No client of ours sends near as much; a length beyond it is no length. */
const LENGTH_MAX = 1024 * 1024 * 1024;

/** Cuts what a client sends into messages, wherever the pieces of it end. */
export class FrontendReader {
  #pieces: Buffer[] = [];
  #byteCount = 0;
  #hasStarted = false;

  add(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#byteCount += piece.length;
  }

  /** The next whole message; undefined until there is one. Throws where there can be none. */
  next(): FrontendMessage | undefined {
    const headerBytes = this.#hasStarted ? HEADER_BYTES : HEADER_BYTES - 1;
    if (this.#byteCount < headerBytes) return undefined;
    // Joined once for the header and once for the message, however many pieces a long message comes in.
    const head =
      (this.#pieces[0] as Buffer).length >= headerBytes ? (this.#pieces[0] as Buffer) : this.#join();
    const length = head.readInt32BE(headerBytes - 4);
    if (length < 4 || length > LENGTH_MAX) throw new RangeError('no message of the protocol has this length');
    const messageBytes = headerBytes - 4 + length;
    if (this.#byteCount < messageBytes) return undefined;
    const joined = this.#join();
    const bytes = joined.subarray(0, messageBytes);
    this.#pieces = [joined.subarray(messageBytes)];
    this.#byteCount -= messageBytes;
    const type = this.#hasStarted ? String.fromCharCode(bytes[0] ?? 0) : '';
    return { type, bytes };
  }

  /** The client's startup message has been taken; from here on messages have a type. */
  start(): void {
    this.#hasStarted = true;
  }

  #join(): Buffer {
    const joined = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    this.#pieces = [joined];
    return joined;
  }
}
