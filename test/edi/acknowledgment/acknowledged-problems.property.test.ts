import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acknowledgedProblems } from '../../../src/edi/acknowledgment/acknowledged-problems.ts';
import { ACKNOWLEDGMENT_CODES } from '../../../src/edi/acknowledgment/acknowledgment-codes.ts';
import { readAcknowledgment } from '../../../src/edi/acknowledgment/read-acknowledgment.ts';
import { write999 } from '../../../src/edi/acknowledgment/write-999.ts';
import { isCarriedSegment } from '../../../src/edi/guides/carried.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { allProblems, checkBytes, checkText } from '../support/check-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';
import { readSample, readSamples } from '../support/samples.ts';

const ENVELOPE = {
  date: '20250316',
  time: '0920',
  interchangeControlNumber: '000000503',
  groupControlNumber: 503,
};

/** A place and a code as a 999 tells them: each told once. */
interface Told {
  readonly code: string;
  readonly ordinal: number | undefined;
  readonly segment: string | undefined;
  readonly loop: string;
  readonly element: string;
  readonly claim: string | undefined;
  readonly bytes: string;
}

/**
 * What a 999 can say of problems: those of segments and elements, by its codes and not ours. IK303 has four characters:
 * nothing that was sent says which loop it is that did not begin, or that a segment without a qualifier begins.
 */
function toldOf(problems: readonly Problem[], isLoopCertain: boolean): Told[] {
  const told = new Map<string, Told>();
  for (const { code, location } of problems) {
    const answer = ACKNOWLEDGMENT_CODES[code];
    const { segment, segmentOrdinal, loop = '', element, component, repetition, claim } = location;
    if (answer.place !== 'IK3' && answer.place !== 'IK4') continue;
    if (segment === undefined || !isCarriedSegment(segment)) continue;
    const one = {
      // Codes of ours do not tell a code that is in no list from one that the guide leaves out.
      code: `${answer.place} ${answer.place === 'IK4' && answer.code === 'I6' ? '7' : answer.code}`,
      ordinal: segmentOrdinal,
      segment,
      loop:
        isLoopCertain && !['IK3 I6', 'IK3 I7'].includes(`${answer.place} ${answer.code}`)
          ? loop
          : loop.slice(0, 4),
      element: [element, component, repetition].join('-'),
      claim,
      bytes: `${location.byteStart}-${location.byteStop}`,
    };
    told.set(JSON.stringify(one), one);
  }
  return [...told.values()].toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Writes the 999 to a file, reads it and places it in the file again; undefined where nothing is answered. */
function roundTrip(
  bytes: Uint8Array,
  isLoopCertain = true,
): { readonly ours: Told[]; readonly theirs: Told[] } | undefined {
  const report = checkBytes(bytes);
  const [received] = report.interchanges;
  const answer = received === undefined ? undefined : write999(received, ENVELOPE);
  if (received === undefined || answer === undefined) return undefined;
  expect(allProblems(checkText(answer))).toEqual([]);
  const problems = acknowledgedProblems(
    bytes,
    decodeLatin1,
    readAcknowledgment(bytesOf(answer), decodeLatin1),
  );
  const ours = allProblems({
    problems: [],
    interchanges: [received],
    omittedProblemCount: 0,
    omittedEnvelopeCount: 0,
  });
  const told = toldOf(ours, isLoopCertain);
  // A segment that has no place at all is named without a loop, and the reader says where it stands.
  const unplaced = new Set(told.filter(({ loop }) => loop === '').map(({ ordinal }) => ordinal));
  const withoutGuess = (list: readonly Told[]): Told[] =>
    list.map((one) => (unplaced.has(one.ordinal) ? { ...one, loop: '' } : one));
  return { ours: withoutGuess(told), theirs: withoutGuess(toldOf(problems, isLoopCertain)) };
}

describe('problems that were written as a 999 and read again', () => {
  const answered = [...readSamples('valid'), ...readSamples('invalid')].flatMap(({ name, bytes }) =>
    roundTrip(bytes) === undefined ? [] : [{ name, bytes }],
  );

  test.each(answered)('have the same codes and places in $name', ({ bytes }) => {
    const read = roundTrip(bytes);
    expect(read?.theirs).toEqual(read?.ours);
  });

  test('have the same codes and places whatever elements are spoiled', () => {
    const sample = Buffer.from(readSample('valid', '837p-dependent-and-second-claim')).toString('latin1');
    const lines = sample.split('\n');
    const spoil = fc.record({
      // ISA, GS, ST and the trailers stay: without them there is nothing to answer to.
      line: fc.integer({ min: 3, max: lines.length - 5 }),
      element: fc.integer({ min: 1, max: 9 }),
      value: fc.constantFrom('', 'ZZ', 'A:B', 'X'.repeat(90), '1.234', '20259999', '-5', 'A^B', ' '),
    });
    fc.assert(
      fc.property(fc.array(spoil, { minLength: 1, maxLength: 4 }), (spoils) => {
        const spoiled = [...lines];
        for (const { line, element, value } of spoils) {
          const elements = (spoiled[line] ?? '').replace('~', '').split('*');
          if (element >= elements.length) continue;
          elements[element] = value;
          spoiled[line] = `${elements.join('*')}~`;
        }
        const read = roundTrip(bytesOf(spoiled.join('\n')), false);
        expect(read?.theirs).toEqual(read?.ours);
      }),
      { numRuns: 200 },
    );
  });
});
