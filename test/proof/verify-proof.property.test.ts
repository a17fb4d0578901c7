import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Remittance } from '../../src/domain/remittance/remittance.ts';
import { writeRemittance } from '../../src/translate/remittance-835.ts';
import { wrapped } from '../edi/support/awkward-files.ts';
import { arbitraryFullRemittance, withForwardedBalance } from '../translate/support/arbitrary-remittances.ts';
import { remittanceDetails } from '../translate/support/remittance-details.ts';
import { arbitraryDelimiters, writeInterchange } from '../translate/support/write-interchange.ts';
import { faultOf, linesOf, proofsOf, sealed, sha256 } from './support/proven.ts';

type Json = ReturnType<typeof linesOf>[number];
type Leaf = readonly [holder: Record<string, unknown>, key: string];

const arbitraryFile: fc.Arbitrary<Uint8Array> = fc
  .record({
    remittance: arbitraryFullRemittance.map(withForwardedBalance),
    form: fc.oneof(
      arbitraryDelimiters.map((delimiters) => ({ delimiters })),
      fc.constantFrom('\n', '\r\n').map((lineEnd) => ({ lineEnd })),
    ),
  })
  .map(({ remittance, form }) => fileOf(remittance, form));

function fileOf(
  remittance: Remittance,
  form: Partial<Parameters<typeof writeInterchange>[1]> = {},
): Uint8Array {
  return Buffer.from(
    writeInterchange('835', { date: '20260718', time: '0600', control: 601, ...form }, (writer) =>
      writeRemittance(writer, remittance, remittanceDetails()),
    ),
    'latin1',
  );
}

function proofOf(file: Uint8Array): string {
  const [proof] = proofsOf(file);
  if (proof === undefined) throw new Error('the file was to hold an 835 that can be read');
  return proof;
}

/** Every figure, code and hash of the lines, but for the hash that `sealed` makes anew. */
function leavesOf(value: unknown): Leaf[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object' ? leavesOf(part) : key === 'lines' ? [] : [[value as Json, key] as const],
  );
}

/** Another value of the same kind. */
function changed(value: unknown, { delta, at }: { readonly delta: number; readonly at: number }): unknown {
  if (typeof value === 'number') return value + delta;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const position = text === '' ? 0 : at % text.length;
  const character = text[position] === '7' ? '8' : '7';
  return text.slice(0, position) + character + text.slice(position + 1);
}

const arbitraryChange = fc.record({
  which: fc.nat(),
  at: fc.nat(),
  delta: fc.oneof(fc.constantFrom(1, -1, 100, -100), fc.integer({ min: 2, max: 1_000_000 })),
});

describe('the proof of any remittance', () => {
  test('holds, whatever delimiters and line ends its file has', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFile, async (file) => {
        expect(await faultOf(proofOf(file), file)).toBeUndefined();
      }),
    );
  });

  test('holds where its file is wrapped into lines of 80 columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryFullRemittance.map(withForwardedBalance),
        fc.constantFrom('\n', '\r\n'),
        async (remittance, lineEnd) => {
          const text = Buffer.from(fileOf(remittance)).toString('latin1');
          const file = Buffer.from(wrapped(text, 80, lineEnd), 'latin1');
          expect(await faultOf(proofOf(file), file)).toBeUndefined();
        },
      ),
    );
  });

  test('does not hold with one figure, code, place or hash changed, though it is sealed anew', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFile, arbitraryChange, async (file, change) => {
        const lines = linesOf(proofOf(file));
        const leaves = leavesOf(lines);
        const [holder, key] = leaves[change.which % leaves.length] ?? [{}, ''];
        holder[key] = changed(holder[key], change);
        expect(await faultOf(sealed(lines), file), `${key} was changed`).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('does not hold with one byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFile, fc.nat(), async (file, at) => {
        const bytes = Buffer.from(proofOf(file));
        const position = at % bytes.length;
        bytes[position] = bytes[position] === 0x31 ? 0x32 : 0x31;
        expect(await faultOf(bytes.toString(), file)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  test('does not hold for its file with one digit changed, though it names the SHA-256 of that', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFile, fc.nat(), async (file, at) => {
        const proof = proofOf(file);
        const changedFile = withOtherDigit(file, at);
        expect(await faultOf(proof, changedFile)).toBeDefined();
        const [header, ...lines] = linesOf(proof);
        const renamed = sealed([{ ...header, file: sha256(changedFile) }, ...lines]);
        expect(await faultOf(renamed, changedFile)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

/** Any digit between BPR and SE: the envelope around the set has figures that no proof is about. */
function withOtherDigit(file: Uint8Array, at: number): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  const digits = [...text.matchAll(/\d/g)]
    .map((match) => match.index)
    .filter((index) => index > text.indexOf('BPR') && index < text.lastIndexOf('SE'));
  const position = digits[at % digits.length] ?? 0;
  const other = (Number(text[position]) + 1) % 10;
  return Buffer.from(text.slice(0, position) + String(other) + text.slice(position + 1), 'latin1');
}
