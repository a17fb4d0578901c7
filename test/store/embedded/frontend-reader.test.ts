import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrontendReader } from '../../../src/store/embedded/frontend-reader.ts';
import { protocolMessage } from '../../../src/store/embedded/protocol-messages.ts';

/** A startup message: length, protocol 3.0, and what the client says of itself. */
function startup(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeInt32BE(bytes.length);
  bytes.writeInt32BE(3 << 16, 4);
  body.copy(bytes, 8);
  return bytes;
}

function readAll(pieces: readonly Buffer[]): { type: string; bytes: string }[] {
  const reader = new FrontendReader();
  const messages: { type: string; bytes: string }[] = [];
  for (const piece of pieces) {
    reader.add(piece);
    for (let message = reader.next(); message !== undefined; message = reader.next()) {
      if (message.type === '') reader.start();
      messages.push({ type: message.type, bytes: message.bytes.toString('latin1') });
    }
  }
  return messages;
}

describe('a client’s messages', () => {
  test('are the same wherever the pieces end in which they come', () => {
    const message = fc.record({
      type: fc.constantFrom('Q', 'P', 'B', 'S', 'X'),
      body: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(message), fc.array(fc.nat(200)), (text, messages, cuts) => {
        const parts = [
          startup(text),
          ...messages.map(({ type, body }) => protocolMessage(type, Buffer.from(body))),
        ];
        const whole = Buffer.concat(parts);
        const borders = [...new Set(cuts.map((cut) => cut % whole.length))].toSorted(
          (one, other) => one - other,
        );
        const pieces = [0, ...borders].map((start, i) => whole.subarray(start, borders[i] ?? whole.length));
        expect(readAll(pieces)).toEqual(readAll(parts));
        expect(readAll(parts).map(({ type }) => type)).toEqual(['', ...messages.map(({ type }) => type)]);
      }),
    );
  });

  test('of a length that none can have are no messages', () => {
    const reader = new FrontendReader();
    reader.start();
    reader.add(Buffer.from([0x51, 0xff, 0xff, 0xff, 0xff]));
    expect(() => reader.next()).toThrow(RangeError);
  });

  test('of many pieces are joined once', () => {
    const big = protocolMessage('Q', Buffer.alloc(30_000_000, 'x'));
    const reader = new FrontendReader();
    reader.start();
    const started = performance.now();
    for (let start = 0; start < big.length; start += 16_384) {
      reader.add(big.subarray(start, start + 16_384));
      if (start + 16_384 < big.length) expect(reader.next()).toBeUndefined();
    }
    expect(reader.next()?.bytes.length).toBe(big.length);
    // Joined for each piece anew it would take minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
