import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { noteLeftOut } from '../support/left-out.ts';
import { goldenText } from '../translate/support/golden.ts';
import { faultOf, linesOf, proofsOf, sealed, sha256, verified } from './support/proven.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples/x12');
const corpus = process.env['CLAIMGATE_CORPUS'];
if (corpus === undefined) noteLeftOut('corpus', 'CLAIMGATE_CORPUS names no folder of sample interchanges');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

const PAID = Buffer.from(goldenText('835-paid-denied-and-recovery'), 'latin1');
const [PROOF = ''] = proofsOf(PAID);

describe('the proof of a remittance', () => {
  test.each([SAMPLES, ...(corpus === undefined ? [] : [corpus])])(
    'holds for every 835 below %s that can be read',
    async (folder) => {
      let count = 0;
      for (const file of filesBelow(folder)) {
        const bytes = readFileSync(file);
        for (const proof of proofsOf(bytes)) {
          count++;
          expect(await faultOf(proof, bytes), file).toBeUndefined();
        }
      }
      expect(count).toBeGreaterThan(5);
    },
  );

  test('names every amount with its segment, and no claim and no person', async () => {
    const { header, trailer, differences } = await verified(PROOF, PAID);
    expect(header).toMatchObject({ file: sha256(PAID), interchange: '000000601', group: '601', set: '0001' });
    expect(trailer).toMatchObject({
      segments: { CLP: 2, SVC: 3, CAS: 6, PLB: 1 },
      payment: 9855,
      isBalanced: true,
    });
    expect(differences).toEqual([]);
    expect(PROOF).not.toMatch(/CGA000|SAMPLE|CGM/);
  });
});

describe('the proof of a remittance that does not balance', () => {
  test.each([
    ['service', '835-svc03-does-not-balance.x12'],
    ['claim', '835-clp04-does-not-balance.x12'],
    ['transaction', '835-bpr02-does-not-balance.x12'],
  ])('holds, and says by how much and where: at %s level', async (level, name) => {
    const file = readFileSync(path.join(SAMPLES, 'invalid', name));
    const [proof = ''] = proofsOf(file);
    const { trailer, differences } = await verified(proof, file);
    expect(trailer.isBalanced).toBe(false);
    expect(differences.map((one) => one.level)).toContain(level);
    const lines = linesOf(proof);
    lines[lines.length - 1] = { ...lines.at(-1), isBalanced: true };
    expect(await faultOf(sealed(lines), file)).toMatch(/^proof\.balance-differs/);
  });
});

describe('a proof that does not hold', () => {
  test('is that of another file', async () => {
    const other = Buffer.from(goldenText('835-reversal-and-correction'), 'latin1');
    expect(await faultOf(PROOF, other)).toMatch(/^proof\.(set-missing|figure-differs)/);
  });

  test('says that figures of a claim payment differ, where they stand, and none of them', async () => {
    const lines = linesOf(PROOF);
    const changed = sealed([lines[0] ?? {}, { ...lines[1], paid: 11_731 }, ...lines.slice(2)]);
    expect(await faultOf(changed, PAID)).toMatch(
      /^proof\.figure-differs: the proof has claim payment 1 other than the file's CLP segment: segment \d+ of the set, bytes \d+–\d+$/,
    );
  });

  test.each([1, 2, 3])('leaves out line %i', async (index) => {
    const lines = linesOf(PROOF).filter((_, at) => at !== index);
    expect(await faultOf(sealed(lines), PAID)).toMatch(
      /^proof\.(left-out|form|place-differs|figure-differs)/,
    );
  });

  test('has a line twice', async () => {
    for (const line of linesOf(PROOF)) {
      const lines = linesOf(PROOF).flatMap((one) =>
        JSON.stringify(one) === JSON.stringify(line) ? [one, one] : [one],
      );
      expect(await faultOf(sealed(lines), PAID)).toBeDefined();
    }
  });

  test('is cut at any byte', async () => {
    for (let length = 0; length < PROOF.length; length += 13) {
      expect(await faultOf(PROOF.slice(0, length), PAID)).toBeDefined();
    }
  });

  test('says something that its form does not have', async () => {
    for (const [index] of linesOf(PROOF).entries()) {
      const lines = linesOf(PROOF);
      lines[index] = { ...lines[index], more: 1 };
      expect(await faultOf(sealed(lines), PAID)).toMatch(/^proof\.form/);
    }
  });
});
