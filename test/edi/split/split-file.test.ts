import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRejected } from '../../../src/edi/check/check-report.ts';
import { outlineFile } from '../../../src/edi/outline/file-outline.ts';
import { readSet } from '../../../src/edi/outline/read-set.ts';
import { type SplitBy, splitFile } from '../../../src/edi/split/split-file.ts';
import { normalizedSegment } from '../../../src/edi/syntax/normalized-segment.ts';
import { allProblems, checkBytes, checkText } from '../support/check-text.ts';
import { TWO_SETS, withDelimiters } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';
import { readSamples } from '../support/samples.ts';

const VALID = readSamples('valid');

function partsOf(bytes: Uint8Array, by: SplitBy, firstControlNumber?: number): string[] {
  const split = splitFile(decodeLatin1, bytes, {
    by,
    ...(firstControlNumber === undefined ? {} : { firstControlNumber }),
  });
  if (!split.ok) throw new Error(split.refusal.code);
  return [...split.value].map(({ text }) => text);
}

function refusalOf(bytes: Uint8Array, by: SplitBy): unknown {
  const split = splitFile(decodeLatin1, bytes, { by });
  return split.ok ? undefined : split.refusal;
}

function textOf(bytes: Uint8Array): string {
  return decodeLatin1(bytes, 0, bytes.length);
}

/** Every segment of every set, in one form whatever the delimiters. */
function setsOf(bytes: Uint8Array): string[] {
  return outlineFile(decodeLatin1, bytes).interchanges.flatMap((interchange) =>
    interchange.groups.flatMap(({ sets }) =>
      sets.map((set) => {
        let text = '';
        readSet(decodeLatin1, { bytes, interchange, set }, (segment) => {
          text += normalizedSegment(segment);
        });
        return text;
      }),
    ),
  );
}

function sample(name: string): Uint8Array {
  const found = VALID.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found.bytes;
}

/** One billing provider, subscribers by their claims: a number of their own, and one for each of their dependents. */
function claimsFile(subscribers: readonly { own: number; dependents: readonly number[] }[]): Uint8Array {
  const segments = ['ST*837*0001*005010X222A1', 'BHT*0019*00*A*20250102*0304*CH', 'NM1*41*2*A', 'NM1*40*2*B'];
  let level = 1;
  let claim = 0;
  const addClaims = (count: number): void => {
    for (let i = 0; i < count; i++)
      segments.push(`CLM*C${++claim}*10***11:B:1*Y*A*Y*Y`, 'LX*1', 'SV1*HC:99213*10');
  };
  segments.push('HL*1**20*1', 'NM1*85*2*P');
  for (const { own, dependents } of subscribers) {
    const subscriber = ++level;
    segments.push(`HL*${subscriber}*1*22*${dependents.length > 0 ? 1 : 0}`, `SBR*P**S${subscriber}`);
    addClaims(own);
    for (const count of dependents) {
      segments.push(`HL*${++level}*${subscriber}*23*0`, 'PAT*19');
      addClaims(count);
    }
  }
  segments.push(`SE*${segments.length + 1}*0001`);
  const [isa = '', gs = ''] = TWO_SETS.split('\n');
  return bytesOf(`${isa}\n${gs}\n${segments.map((one) => `${one}~\n`).join('')}GE*1*7~\nIEA*1*000000007~\n`);
}

const arbitrarySubscribers = fc.array(
  fc
    .record({ own: fc.nat(3), dependents: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }) })
    .filter(({ own, dependents }) => own > 0 || dependents.length > 0),
  { minLength: 1, maxLength: 6 },
);

describe('a file that is split', () => {
  test.each(VALID)('$name at its sets is sound interchanges with the same sets', ({ bytes }) => {
    const parts = partsOf(bytes, 'set');
    for (const part of parts) expect(allProblems(checkText(part))).toEqual([]);
    expect(parts.flatMap((part) => setsOf(bytesOf(part)))).toEqual(setsOf(bytes));
  });

  test.each(VALID)('$name at its groups and at its interchanges loses nothing', ({ bytes }) => {
    for (const by of ['group', 'interchange'] as const) {
      const parts = partsOf(bytes, by);
      for (const part of parts) expect(isRejected(checkText(part))).toBe(false);
      expect(parts.flatMap((part) => setsOf(bytesOf(part)))).toEqual(setsOf(bytes));
    }
  });

  test('keeps its delimiters and line ends', () => {
    const delimiters = { element: '|', repetition: '!', component: '>', terminator: "'" };
    const [first] = partsOf(bytesOf(withDelimiters(TWO_SETS, delimiters)), 'set');
    expect(first).toContain("GS|HC|CLINIC|PAYER|20250102|0304|7|X|005010X222A1'ST|837|0001");
    expect(first).toMatch(/SE\|4\|0001'GE\|1\|7'IEA\|1\|000000007'$/);
    const crLf = TWO_SETS.replaceAll('\n', '\r\n');
    expect(partsOf(bytesOf(crLf), 'set')[1]).toContain('SE*3*0002~\r\nGE*1*7~\r\nIEA*1*000000007~\r\n');
  });

  test('is numbered anew where asked, in header and trailer', () => {
    const parts = partsOf(bytesOf(TWO_SETS), 'set', 41);
    expect(parts.map((part) => part.slice(90, 99))).toEqual(['000000041', '000000042']);
    expect(parts[1]).toContain('IEA*1*000000042~');
    const [whole] = partsOf(bytesOf(TWO_SETS), 'interchange', 41);
    expect(whole).toBe(`${TWO_SETS.replaceAll('000000007', '000000041')}\n`);
  });

  test('keeps TA1 segments in an interchange of their own', () => {
    const [isa = '', ...rest] = TWO_SETS.split('\n');
    const file = [isa, 'TA1*000000003*250101*0101*A*000~', ...rest].join('\n');
    const [acknowledgment, ...sets] = partsOf(bytesOf(file), 'set');
    expect(acknowledgment).toContain('TA1*000000003*250101*0101*A*000~\nIEA*0*000000007~');
    expect(sets).toHaveLength(2);
  });

  test.each([
    ['without its trailer', TWO_SETS.slice(0, -20), 'file-not-whole'],
    ['with a count that is wrong', TWO_SETS.replace('SE*4', 'SE*5'), 'file-not-whole'],
    ['that is empty', '', 'file-not-whole'],
  ])('is refused %s', (_, text, code) => {
    expect(refusalOf(bytesOf(text), 'interchange')).toMatchObject({ code });
  });

  test('is refused where a group without sets would be lost', () => {
    const lines = TWO_SETS.split('\n');
    const file = [...lines.slice(0, 2), 'GE*0*7~', 'IEA*1*000000007~'].join('\n');
    expect(refusalOf(bytesOf(file), 'set')).toEqual({
      code: 'group-without-sets',
      interchange: '000000007',
      group: '7',
    });
    expect(refusalOf(bytesOf(file), 'group')).toBeUndefined();
  });
});

describe('claims that are parted', () => {
  test('give sound sets, each with the levels that its claims need', () => {
    const parts = partsOf(sample('837p-dependent-and-second-claim'), { claimsMax: 1 });
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(allProblems(checkBytes(bytesOf(part)))).toEqual([]);
    expect(parts[1]).toContain('HL*3*2*23*0~');
    expect(parts[1]).not.toContain('RFP000000105A*');
  });

  test('are all there once, in order, with levels numbered from 1 and right counts', () => {
    fc.assert(
      fc.property(arbitrarySubscribers, fc.integer({ min: 1, max: 4 }), (subscribers, claimsMax) => {
        const bytes = claimsFile(subscribers);
        const parts = partsOf(bytes, { claimsMax });
        const claimsOf = (text: string): string[] =>
          [...text.matchAll(/CLM\*(C\d+)/g)].map(([, name = '']) => name);
        expect(parts.flatMap(claimsOf)).toEqual(claimsOf(textOf(bytes)));
        for (const part of parts) {
          expect(claimsOf(part).length).toBeLessThanOrEqual(claimsMax);
          expect(outlineFile(decodeLatin1, bytesOf(part)).faults).toEqual([]);
          const levels = [...part.matchAll(/HL\*(\d+)\*(\d*)\*(\d+)\*(\d)/g)];
          for (const [index, [, number, parent = '', , child]] of levels.entries()) {
            expect(number).toBe(String(index + 1));
            if (parent !== '') expect(Number(parent)).toBeLessThanOrEqual(index);
            expect(child).toBe(levels.some(([, , above]) => above === number) ? '1' : '0');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keep each claim below the subscriber it had', () => {
    const parts = partsOf(
      claimsFile([
        { own: 1, dependents: [1] },
        { own: 2, dependents: [] },
      ]),
      { claimsMax: 2 },
    );
    expect(parts[1]).toContain('SBR*P**S4~\nCLM*C3*');
    expect(parts[1]).not.toContain('SBR*P**S2');
  });

  test.each([
    ['a remittance', sample('835-paid-denied-and-recovery'), 'set-without-claims'],
    [
      'levels in no known order',
      bytesOf(textOf(claimsFile([{ own: 1, dependents: [] }])).replace('HL*2*1*22', 'HL*2*9*22')),
      'hierarchy-unknown',
    ],
    [
      'a level without a claim',
      claimsFile([
        { own: 1, dependents: [] },
        { own: 0, dependents: [] },
      ]),
      'hierarchy-unknown',
    ],
  ])('are refused for %s', (_, bytes, code) => {
    expect(refusalOf(bytes, { claimsMax: 1 })).toMatchObject({ code });
  });
});
