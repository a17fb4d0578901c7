import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/edi/check/check-report.ts';
import { PROBLEMS_MAX } from '../../../src/edi/check/interchange-checker.ts';
import { allProblems, checkBytes, checkInPieces, checkText } from '../support/check-text.ts';
import { bytesOf } from '../support/latin-1.ts';
import { readSamples } from '../support/samples.ts';

const TEXTS = readSamples('valid')
  .map(({ bytes }) => Buffer.from(bytes).toString('latin1').replaceAll(/\r?\n/g, ''))
  .filter((text) => text.includes('*') && text.includes('~'));

type Change = (segments: string[]) => string[];

/** Changes to the segments of a file; a position past the end stands for one within. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.nat().map((at) => (segments: string[]) => segments.toSpliced(1 + (at % segments.length), 1)),
  fc.nat().map((at) => (segments: string[]) => {
    const index = 1 + (at % (segments.length - 1));
    return segments.toSpliced(index, 0, segments[index] as string);
  }),
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => (segments: string[]) => {
    const [moved = ''] = segments.slice(1 + (from % (segments.length - 1)));
    return segments.toSpliced(1 + (to % (segments.length - 1)), 0, moved);
  }),
  fc
    .tuple(fc.nat(), fc.nat(), fc.constantFrom('', ' ', 'ZZ', '1.234', '20259999', 'A:B', 'A^B', '*', ':'))
    .map(([at, position, text]) => (segments: string[]) => {
      const index = 1 + (at % (segments.length - 1));
      // What headers say is echoed in the report as it stands.
      if (/^(GS|ST)/.test(segments[index] as string)) return segments;
      const elements = (segments[index] as string).split('*');
      if (elements.length === 1) return segments;
      return segments.with(index, elements.with(1 + (position % (elements.length - 1)), text).join('*'));
    }),
);

/** A sample after some changes; its ISA stays as it is. */
const changedText = fc
  .tuple(fc.constantFrom(...TEXTS), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => {
    let segments = text.split('~').slice(0, -1);
    for (const one of changes) if (segments.length > 2) segments = one(segments);
    return `${segments.join('~')}~`;
  });

/** The report without what holds delimiters: the delimiters themselves, and the name of a claim that was changed. */
function withoutDelimiters(report: CheckReport): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value) => {
      if (key === 'claim' && !/^\w+$/.test(value)) return undefined;
      return key === 'delimiters' ? undefined : value;
    }),
  );
}

/** What is wrong with each set, but for the bytes where. */
function setProblems(text: string): unknown[] {
  const groups = checkText(text).interchanges.flatMap((interchange) => interchange.groups);
  return groups
    .flatMap((group) => group.sets)
    .map((set) =>
      JSON.parse(JSON.stringify(set, (key, value) => (key.startsWith('byte') ? undefined : value))),
    );
}

describe('the report of a changed file', () => {
  test('says the same of a set whatever sets were before it', () => {
    fc.assert(
      fc.property(changedText, changedText, (before, text) => {
        const alone = setProblems(text);
        const behind = setProblems(before + text);
        expect(behind.slice(behind.length - alone.length)).toEqual(alone);
      }),
    );
  });

  test('is the same however the file comes in pieces', () => {
    fc.assert(
      fc.property(changedText, fc.integer({ min: 1, max: 200 }), (text, size) => {
        const bytes = bytesOf(text);
        expect(checkInPieces(bytes, size)).toEqual(checkBytes(bytes));
      }),
    );
  });

  test('is the same whatever the delimiters are', () => {
    const delimiter = fc.constantFrom('\u001d', '\u001c', '\u001f', '\u001e', '\u0007', '\n', '|', '\u00a7');
    fc.assert(
      fc.property(
        changedText,
        fc.uniqueArray(delimiter, { minLength: 4, maxLength: 4 }),
        (text, [element = '', repetition = '', component = '', terminator = '']) => {
          const table: Readonly<Record<string, string>> = {
            '*': element,
            '^': repetition,
            ':': component,
            '~': terminator,
          };
          const other = text.replaceAll(/[*^:~]/g, (character) => table[character] ?? character);
          expect(withoutDelimiters(checkText(other))).toEqual(withoutDelimiters(checkText(text)));
        },
      ),
    );
  });

  test('is the same when it is made again', () => {
    fc.assert(
      fc.property(changedText, (text) => {
        expect(checkText(text)).toEqual(checkText(text));
      }),
    );
  });

  test('lists the problems of a set in the order of its segments', () => {
    fc.assert(
      fc.property(changedText, (text) => {
        for (const interchange of checkText(text).interchanges) {
          for (const set of interchange.groups.flatMap(({ sets }) => sets)) {
            const ordinals = set.problems.map(({ location }) => location.segmentOrdinal ?? Infinity);
            expect(ordinals).toEqual(ordinals.toSorted((a, b) => a - b));
          }
        }
      }),
    );
  });

  test('points at bytes of the segment that it names, or of what stands where one is missing', () => {
    fc.assert(
      fc.property(changedText, (text) => {
        for (const { code, location } of allProblems(checkText(text))) {
          if (location.segmentOrdinal === undefined) continue;
          const bytes = text.slice(location.byteStart, location.byteStop);
          expect(bytes.endsWith('~')).toBe(true);
          if (!code.endsWith('-missing') && location.segment !== undefined) {
            expect(bytes.startsWith(location.segment), `${code}: ${bytes}`).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a set of segments in any order', () => {
  const body = /^(?!ISA|GS|ST|SE|GE|IEA|TA1)./;
  const odd = ['ZZZ*1', 'NM1*ZZ*1', 'HL*1**99', 'REF*ZZ*1', 'CLM', 'LX*1', 'x*1'];
  const shuffled = fc.constantFrom(...TEXTS.filter((text) => text.includes('~ST*'))).chain((text) => {
    const [head = ''] = /^.*?~ST\*[^~]*~/.exec(text) ?? [];
    const segments = [...text.split('~').filter((segment) => body.test(segment)), ...odd];
    return fc
      .array(fc.constantFrom(...segments), { maxLength: 60 })
      .map((chosen) => `${head}${chosen.map((segment) => `${segment}~`).join('')}SE*1*0001~GE*1*1~IEA*1*1~`);
  });

  test('is checked without a crash', () => {
    fc.assert(
      fc.property(shuffled, (text) => {
        expect(() => checkText(text)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('a hostile set', () => {
  const [text = ''] = TEXTS.filter((one) => one.includes('X222A1'));
  const body = text.slice(text.indexOf('BHT'), text.indexOf('SE*'));
  const kinds: readonly (readonly [what: string, segment: string])[] = [
    ['of segments that have no place', 'NM1*82*1*X~'],
    ['of levels that are none', 'HL*9*9*99~'],
    ['of the first segment of a loop', 'LX*1~'],
    ['of segments without elements', 'CLM~'],
    ['of repetitions', `DMG*D8*19800101*F**${'^'.repeat(60_000)}~`],
    ['of components', `HI*${':'.repeat(60_000)}~`],
  ];
  test.each(kinds)('%s is checked in bounded memory', (_, segment) => {
    const count = Math.min(20_000, Math.ceil(1e6 / segment.length));
    const report = checkText(text.replace(body, body + segment.repeat(count)));
    expect(allProblems(report).length).toBeLessThanOrEqual(PROBLEMS_MAX + 3);
    expect(allProblems(report).length).toBeGreaterThan(0);
  });
});
