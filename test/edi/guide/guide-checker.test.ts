import { describe, expect, test } from 'vitest';
import type { PlacedSegment } from '../../../src/edi/guide/placed-segment.ts';
import { briefly, checkSet, SOUND_SET } from '../support/small-guide.ts';

function changed(from: string, to: string): string {
  expect(SOUND_SET).toContain(from);
  return SOUND_SET.replace(from, to);
}

function brieflyOf(lines: string): string[] {
  return checkSet(lines).map(briefly);
}

/** One fault each: what is wrong, what it is made of, what is told and where. */
const FAULTS: readonly (readonly [fault: string, from: string, to: string, ...told: string[]])[] = [
  ['a missing segment of the set', 'BHT*20250316*0900\n', '', 'segment.required-missing 2 BHT '],
  ['a missing segment of a loop', 'PER*IC*DANA\n', '', 'segment.required-missing 4 PER 1000A'],
  ['a segment missing between others', 'N3*STREET\n', '', 'segment.required-missing 16 N3 2310B'],
  [
    'a segment missing at the end of the set',
    'SV1*HC:99213*50\nDTP*472*D8*20250310',
    'SV1*HC:99213*50',
    'segment.required-missing 29 DTP 2400',
  ],
  ['a missing loop', 'NM1*40*RECEIVER\n', '', 'loop.required-missing 5 NM1 1000B'],
  [
    'a missing loop that is long',
    'HL*3*1*22\nSBR*S\nCLM*C2*50\nLX*1\nSV1*HC:99213*50\nDTP*472*D8*20250310',
    'HL*3**20',
    'loop.required-missing 25 HL 2100',
  ],
  [
    'a loop that lacks its first segment',
    'LX*1\nSV1*HC:99213*60',
    'SV1*HC:99213*60',
    'segment.required-missing 18 LX 2400',
  ],
  ['a repeated loop that lacks it', 'LX*2\n', '', 'segment.required-missing 21 LX 2400'],
  ['a level that lacks it', 'HL*2*1*22\n', '', 'segment.required-missing 8 HL 2100'],
  ['a repeated level that lacks it', 'HL*3*1*22\n', '', 'segment.required-missing 24 HL 2100'],
  ['a due loop of several that lacks it', 'NM1*41*SENDER\n', '', 'segment.required-missing 3 NM1 1000A'],
  ['a segment that nobody knows', 'SBR*P', 'SBR*P\nZZZ*1', 'segment.unknown 10 ZZZ 2100'],
  ['a segment of another guide', 'SBR*P', 'SBR*P\nSVD*1', 'segment.unexpected 10 SVD 2100'],
  [
    'a segment that stands nowhere here',
    'SBR*P',
    'SBR*P\nDTP*472*D8*20250310',
    'segment.unexpected 10 DTP 2100',
  ],
  [
    'a loop that has no place, and what is in it',
    'SBR*P',
    'SBR*P\nNM1*77*X\nN3*S\nN4*C',
    'segment.unexpected 10 NM1 2100',
  ],
  ['segments of a loop that is not there', 'REF*LU*L1', 'N3*S\nN4*C', 'segment.unexpected 14 N3 2310A'],
  [
    'a segment before its place',
    'N3*STREET\nN4*CITY',
    'N4*CITY\nN3*STREET',
    'segment.wrong-order 17 N3 2310B',
  ],
  [
    'a segment behind inner loops',
    'N4*CITY',
    'N4*CITY\nDTP*439*D8*20250301',
    'segment.wrong-order 18 DTP 2300',
  ],
  [
    'a row of segments behind inner loops',
    'N4*CITY',
    'N4*CITY\nDTP*439*D8*20250301\nREF*G1*R2\nQTY*PT',
    'segment.wrong-order 18 DTP 2300',
  ],
  ['a loop behind its place', 'LX*2', 'NM1*77*X\nN3*S\nN4*C\nLX*2', 'loop.too-many 21 NM1 2310B'],
  ['a segment too many', 'SBR*P', 'SBR*P\nSBR*P', 'segment.too-many 10 SBR 2100'],
  ['segments far too many', 'SBR*P', 'SBR*P\nSBR*P\nSBR*P\nSBR*P', 'segment.too-many 10 SBR 2100'],
  ['a loop too many', 'HL*3*1*22', 'NM1*82*X\nHL*3*1*22', 'loop.too-many 24 NM1 2310A'],
  [
    'the first segment of a loop twice',
    'NM1*41*SENDER',
    'NM1*41*SENDER\nNM1*41*SENDER',
    'loop.too-many 4 NM1 1000A',
  ],
  ['a segment that the guide does not use', 'REF*F8*R1', 'REF*F8*R1\nK3*X', 'segment.not-used 13 K3 2300'],
  ['a qualifier that is none', 'DTP*431', 'DTP*999', 'element.code-not-in-list 11 DTP 2300 1'],
  ['a qualifier of a loop that is none', 'NM1*77', 'NM1*99', 'element.code-not-in-list 15 NM1 2300 1'],
  ['a qualifier of a due loop that is none', 'NM1*41', 'NM1*99', 'element.code-not-in-list 3 NM1  1'],
  ['a qualifier of a level that is none', 'HL*3*1*22', 'HL*3*1*29', 'element.code-not-in-list 24 HL 2000 3'],
  ['a first code that is none', 'PRV*BI', 'PRV*XX', 'element.code-not-in-list 7 PRV 2000 1'],
  ['an identifier that is none, which was told before', 'SBR*P', 'SBR*P\nx*1'],
];

describe('the guide checker', () => {
  test('finds nothing in a sound set', () => {
    expect(brieflyOf(SOUND_SET)).toEqual([]);
  });

  const faults = FAULTS.map(([fault, from, to, ...told]) => ({ fault, from, to, told }));
  test.each(faults)('tells $fault, and nothing else', ({ from, to, told }) => {
    expect(brieflyOf(changed(from, to))).toEqual(told);
  });

  test('names the segment that is missing, its qualifier and its loop', () => {
    const [segment] = checkSet(changed('N3*STREET\n', ''));
    expect(segment?.message).toBe('The guide requires N3 (Street) in loop 2310B.');
    const [loop] = checkSet(changed('NM1*40*RECEIVER\n', ''));
    expect(loop?.message).toBe(
      'The guide requires loop 1000B, which begins with NM1*40 (Receiver Name), in the transaction set.',
    );
    const [beginning] = checkSet(changed('LX*2\n', ''));
    expect(beginning?.message).toBe('Loop 2400 begins with LX (Line).');
  });

  test('names the element, and the claim that it stands in', () => {
    const [problem] = checkSet(changed('SV1*HC:99214*40', 'SV1*XX:99214*40'));
    expect(problem?.message).toBe('SV101-1 (Kind): A code is not one that the guide allows here.');
    expect(problem?.location).toMatchObject({ claim: 'C1', loop: '2400', segmentOrdinal: 22 });
    const [later] = checkSet(changed('CLM*C2*50', 'CLM*C2*5O'));
    expect(later?.location.claim).toBe('C2');
    const [outside] = checkSet(changed('HL*3*1*22\nSBR*S', 'HL*3*1*22\nSBR*T'));
    expect(outside?.location.claim).toBeUndefined();
  });

  test('places a missing segment where it was due, by ordinal and bytes', () => {
    const [problem] = checkSet(changed('N3*STREET\n', ''));
    const start = 106 + changed('N3*STREET\n', '').indexOf('N4*CITY');
    expect(problem?.location).toMatchObject({ byteStart: start, byteStop: start + 'N4*CITY~'.length });
  });

  test('does not tell what a set that was cut lacks', () => {
    const lines = SOUND_SET.split('\n');
    for (let count = 1; count < lines.length; count++) {
      expect(checkSet(lines.slice(0, count).join('\n'), { isComplete: false }).map(briefly)).toEqual([]);
    }
  });

  test('takes segments of one identifier in any order, and loops that begin alike', () => {
    const providers = 'NM1*82*FIRST\nREF*LU*L1\n';
    const second = 'NM1*77*SECOND\nN3*STREET\nN4*CITY\n';
    expect(brieflyOf(changed(providers + second, second + providers))).toEqual([]);
    const dates = 'DTP*431*D8*20250301\n';
    expect(brieflyOf(changed(dates, `DTP*439*D8*20250301\n${dates}`))).toEqual([]);
  });

  test('checks what follows a fault as if it were right', () => {
    const text = changed('HL*3*1*22', 'HL*3*1*29').replace('CLM*C2*50', 'CLM*C2*5O');
    expect(brieflyOf(text)).toEqual([
      'element.code-not-in-list 24 HL 2000 3',
      'element.amount-invalid 26 CLM 2300 2',
    ]);
  });

  test('takes each id of the guide in ST03', () => {
    expect(brieflyOf(changed('*005010X000\n', '*005010X000A1\n'))).toEqual([]);
    expect(brieflyOf(changed('*005010X000\n', '*005010X001\n'))).toEqual([
      'element.code-not-in-list 1 ST  3',
    ]);
  });

  test('tells rules where each segment stands and which loops have ended', () => {
    const told: string[] = [];
    const rule = {
      segment: ({ cursor, loop, isLoopStart, claim, place }: PlacedSegment) => {
        told.push(
          `${place.segmentOrdinal} ${cursor.text(0)} ${loop}${isLoopStart ? ' begins' : ''} ${claim}`.trim(),
        );
      },
      loopEnded: (loop: string) => {
        told.push(`end ${loop}`);
      },
      finish: (isComplete: boolean) => {
        told.push(`finish ${isComplete}`);
      },
    };
    checkSet(`${SOUND_SET.split('\n').slice(0, 11).join('\n')}\nZZZ*1\nHL*3*1*22`, { checker: rule });
    expect(told).toEqual([
      '1 ST',
      '2 BHT',
      '3 NM1 1000A begins',
      '4 PER 1000A',
      'end 1000A',
      '5 NM1 1000B begins',
      'end 1000B',
      '6 HL 2000 begins',
      '7 PRV 2000',
      '8 HL 2100 begins',
      '9 SBR 2100',
      '10 CLM 2300 begins C1',
      '11 DTP 2300 C1',
      '12 ZZZ undefined C1',
      'end 2300',
      'end 2100',
      '13 HL 2100 begins',
      'end 2100',
      'end 2000',
      'end ',
      'finish true',
    ]);
  });
});
