import { describe, expect, test } from 'vitest';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { readEvents } from '../support/envelope-events.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

function problemsOf(text: string): Problem[] {
  const problems: Problem[] = [];
  const reader = new EnvelopeReader(decodeLatin1, { problem: (problem) => problems.push(problem) });
  reader.feed(bytesOf(text));
  reader.finish();
  return problems;
}

function changed(from: string, to: string): string {
  expect(TWO_SETS).toContain(from);
  return TWO_SETS.replace(from, to);
}

/** One fault each: what is wrong, the text, the codes in order. */
const FAULTS: readonly (readonly [name: string, text: () => string, ...codes: string[]])[] = [
  ['an empty file', () => '', 'file.empty'],
  ['a file of line ends only', () => '\r\n\r\n', 'file.not-x12'],
  ['a file of two letters', () => 'no', 'file.not-x12'],
  ['a letter instead of X12', () => 'Dear partner, please find attached what you asked for.', 'file.not-x12'],
  [
    'a letter that begins with ISA',
    () => `ISA is a segment. ${'Words follow words. '.repeat(30)}`,
    'file.not-x12',
  ],
  ['half an ISA', () => TWO_SETS.slice(0, 60), 'file.cut'],
  ['a missing last terminator', () => TWO_SETS.slice(0, -1), 'file.cut', 'interchange.trailer-missing'],
  [
    'IEA02 that is not ISA13',
    () => changed('IEA*1*000000007', 'IEA*1*000000008'),
    'interchange.control-number-mismatch',
  ],
  ['IEA01 that miscounts', () => changed('IEA*1*', 'IEA*2*'), 'interchange.group-count-mismatch'],
  ['IEA01 that is no number', () => changed('IEA*1*', 'IEA*X*'), 'interchange.group-count-mismatch'],
  ['a missing IEA', () => changed('IEA*1*000000007~', ''), 'interchange.trailer-missing'],
  ['a missing GE', () => changed('GE*2*7~\n', ''), 'group.trailer-missing'],
  ['GE01 that miscounts', () => changed('GE*2*', 'GE*1*'), 'group.set-count-mismatch'],
  ['GE02 that is not GS06', () => changed('GE*2*7', 'GE*2*8'), 'group.control-number-mismatch'],
  [
    'GS06 that is no number',
    () => changed('*0304*7*X', '*0304*G7*X').replace('GE*2*7', 'GE*2*G7'),
    'group.control-number-invalid',
  ],
  ['a missing SE', () => changed('SE*4*0001~\n', ''), 'set.trailer-missing'],
  ['SE01 that miscounts', () => changed('SE*4*', 'SE*5*'), 'set.segment-count-mismatch'],
  ['SE02 that is not ST02', () => changed('SE*4*0001', 'SE*4*0009'), 'set.control-number-mismatch'],
  [
    'ST02 that is too short',
    () => changed('ST*837*0001', 'ST*837*1').replace('SE*4*0001', 'SE*4*1'),
    'set.control-number-invalid',
  ],
  ['ST02 used twice', () => TWO_SETS.replaceAll('0002', '0001'), 'set.duplicate-control-number'],
  ['an empty segment', () => changed('SE*4*', '~SE*5*'), 'segment.identifier-invalid'],
  ['a segment identifier in small letters', () => changed('BHT*', 'bht*'), 'segment.identifier-invalid'],
  [
    'segments between two sets',
    () => changed('SE*4*0001~', 'SE*4*0001~NTE*A~NTE*B~'),
    'segment.outside-envelope',
  ],
  ['a segment behind IEA', () => `${TWO_SETS}NTE*A~`, 'segment.outside-envelope'],
  ['version 4010', () => changed('*00501*', '*00401*'), 'interchange.version-unsupported'],
  ['a usage that is none', () => changed('*0*T*:', '*0*X*:'), 'interchange.usage-invalid'],
  [
    'ISA13 with letters',
    () => TWO_SETS.replaceAll('000000007', 'A00000007'),
    'interchange.control-number-invalid',
  ],
  ['an ISA that is not padded', () => changed('CLINIC         *', 'CLINIC*'), 'interchange.header-invalid'],
  [
    'an ISA date that is none',
    () => changed('*250102*0304*^', '*251302*0304*^'),
    'interchange.header-invalid',
  ],
  [
    'a receiver qualifier that is none',
    () => changed('*ZZ*PAYER', '*99*PAYER'),
    'interchange.header-invalid',
  ],
  ['the same interchange twice', () => TWO_SETS + TWO_SETS, 'interchange.duplicate-control-number'],
  [
    'the same group twice',
    () => {
      const group = TWO_SETS.slice(TWO_SETS.indexOf('GS*'), TWO_SETS.indexOf('IEA*'));
      return TWO_SETS.replace('IEA*1*', `${group}IEA*2*`);
    },
    'group.duplicate-control-number',
  ],
  [
    'a segment without end',
    () => changed('SE*4*', `NTE*${'A'.repeat(70_000)}`),
    'segment.too-long',
    'set.trailer-missing',
    'group.trailer-missing',
    'interchange.trailer-missing',
  ],
];

describe('the envelope reader', () => {
  const faults = FAULTS.map(([fault, text, ...codes]) => ({ fault, text, codes }));
  test.each(faults)('reports $fault', ({ text, codes }) => {
    expect(problemsOf(text()).map((problem) => problem.code)).toEqual(codes);
  });

  const harmless: readonly (readonly [name: string, text: string])[] = [
    ['a byte order mark', `\u00ef\u00bb\u00bf${TWO_SETS}`],
    ['blank lines before ISA', `\r\n \r\n${TWO_SETS}`],
    ['CR and LF behind every terminator', TWO_SETS.replaceAll('\n', '\r\n')],
    ['no line ends', TWO_SETS.replaceAll('\n', '')],
    ['NUL and SUB at the end', `${TWO_SETS}\0\0\u001a`],
    ['leading zeros in counts and group numbers', TWO_SETS.replace('GE*2*7', 'GE*000002*0007')],
  ];
  test.each(harmless)('takes %s without a problem', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test('places a problem by control numbers, segment ordinal, element and bytes', () => {
    const text = changed('SE*4*0001', 'SE*5*0001');
    const start = text.indexOf('SE*5');
    expect(problemsOf(text)[0]?.location).toEqual({
      interchangeControlNumber: '000000007',
      groupControlNumber: '7',
      setControlNumber: '0001',
      segment: 'SE',
      segmentOrdinal: 4,
      element: 1,
      byteStart: start,
      byteStop: start + 'SE*5*0001~'.length,
    });
  });

  test('tells of a TA1 in an interchange without a group', () => {
    const [isa = ''] = TWO_SETS.split('\n');
    const text = `${isa}TA1*000000003*250101*0101*R*021~IEA*0*000000007~`;
    const { events, problemCodes } = readEvents(bytesOf(text));
    expect(problemCodes).toEqual([]);
    expect(events.some((event) => event.startsWith('TA1 ["000000003","021"'))).toBe(true);
  });

  test('goes on with the next interchange when one has no trailers', () => {
    const second = TWO_SETS.replaceAll('000000007', '000000008');
    const { events, problemCodes } = readEvents(
      bytesOf(TWO_SETS.slice(0, TWO_SETS.indexOf('SE*4')) + second),
    );
    expect(problemCodes).toEqual([
      'set.trailer-missing',
      'group.trailer-missing',
      'interchange.trailer-missing',
    ]);
    expect(events.at(-1)).toBe('interchangeClosed ["000000008",true]');
  });

  test('reads an ISA that is not padded', () => {
    const { events } = readEvents(bytesOf(TWO_SETS.replaceAll(/ {2,}/g, '')));
    expect(events.filter((event) => event.startsWith('segment'))).toHaveLength(7);
  });

  test('keeps values of the file out of every message', () => {
    for (const [, text] of FAULTS) {
      for (const problem of problemsOf(text())) {
        expect(`${problem.message} ${problem.remedy}`).not.toMatch(/CLINIC|PAYER|00000000[78]|Dear/);
      }
    }
  });
});
