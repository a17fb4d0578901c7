import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN_BYTES_MAX, KnownTexts } from '../../../src/edi/syntax/known-texts.ts';
import { decodeLatin1 } from '../support/latin-1.ts';

/** Few different bytes, zero among them, so that texts are alike, come again, and share slots. */
const texts = fc.array(
  fc.array(fc.constantFrom(0, 1, 0x41, 0xff), { minLength: 1, maxLength: KNOWN_BYTES_MAX }),
  { minLength: 1, maxLength: 200 },
);

/** What is found for each text in turn, where one that is not known is remembered. */
function readAll(known: KnownTexts, written: readonly (readonly number[])[]): (string | undefined)[] {
  return written.map((bytes) => {
    // Behind a text of a segment stands the next one.
    const row = Uint8Array.from([...bytes, 0x41, 0x41, 0x41, 0x41]);
    const found = known.find(new DataView(row.buffer), 0, bytes.length);
    if (found === undefined) known.remember(decodeLatin1(row, 0, bytes.length));
    return found;
  });
}

describe('texts that are known', () => {
  it('are never taken for others, whatever came before', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const found = readAll(new KnownTexts(), written);
        for (const [index, bytes] of written.entries()) {
          expect([undefined, String.fromCharCode(...bytes)]).toContain(found[index]);
        }
      }),
    );
  });

  it('are known from the second time on', () => {
    const code = [0x39, 0x39, 0x32, 0x31, 0x34];
    expect(readAll(new KnownTexts(), [[0x48, 0x43], code, code, code])).toEqual([
      undefined,
      undefined,
      '99214',
      '99214',
    ]);
  });

  it('tell a byte of zero from none', () => {
    expect(readAll(new KnownTexts(), [[0x41], [0, 0x41], [0, 0, 0x41]])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
