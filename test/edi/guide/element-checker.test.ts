import { describe, expect, test } from 'vitest';
import { briefly, checkSet, SOUND_SET } from '../support/small-guide.ts';

function brieflyOf(from: string, to: string): string[] {
  expect(SOUND_SET).toContain(from);
  return checkSet(SOUND_SET.replace(from, to)).map(briefly);
}

const QTY = (elements: string): string => `REF*F8*R1\nQTY*${elements}`;
const AFTER_REF = 'REF*F8*R1';
const CLAIM = 'CLM*C1*100*11:B:1';
const LINE = 'SV1*HC:99213*60*UN';
const ONSET = 'DTP*431*D8*20250301';

/** Each fault of an element: what is wrong, what it is made of, what is told. */
const FAULTS: readonly (readonly [fault: string, from: string, to: string, ...told: string[]])[] = [
  ['an empty required element', CLAIM, 'CLM*C1**11:B:1', 'element.required-missing 10 CLM 2300 2'],
  ['a required element past the end', CLAIM, 'CLM*C1', 'element.required-missing 10 CLM 2300 2'],
  ['an empty required component', CLAIM, 'CLM*C1*100*:B:1', 'element.required-missing 10 CLM 2300 3-1'],
  ['an empty required composite', LINE, 'SV1**60*UN', 'element.required-missing 19 SV1 2400 1'],
  ['a segment that holds nothing', 'SBR*P', 'SBR', 'element.required-missing 9 SBR 2100 1'],
  ['a pair of which one is empty', CLAIM, 'CLM*C1*100*11:B', 'element.conditional-missing 10 CLM 2300 3-3'],
  ['none of two where one is needed', 'REF*F8*R1', 'REF*F8', 'element.conditional-missing 12 REF 2300 2'],
  ['a first without the second', AFTER_REF, QTY('PT**1'), 'element.conditional-missing 13 QTY 2300 4'],
  ['a first without any of the rest', AFTER_REF, QTY('PT*1'), 'element.conditional-missing 13 QTY 2300 4'],
  ['two where one is allowed', AFTER_REF, QTY('PT*1*1*AB'), 'element.excluded 13 QTY 2300 3'],
  ['an element that is not used', CLAIM, 'CLM*C1*100*11:B:1*X', 'element.not-used 10 CLM 2300 4'],
  ['elements past the last', CLAIM, 'CLM*C1*100*11:B:1**X*Y', 'element.too-many 10 CLM 2300 5'],
  ['a component past the last', CLAIM, 'CLM*C1*100*11:B:1:X', 'element.too-many-components 10 CLM 2300 3-4'],
  ['a repetition too many', CLAIM, 'CLM*C1^C2*100*11:B:1', 'element.too-many-repetitions 10 CLM 2300 1/2'],
  ['the fourth of three', LINE, `${LINE}^MJ^UN^MJ`, 'element.too-many-repetitions 19 SV1 2400 3/4'],
  ['a fault in a repetition', LINE, `${LINE}^XX^UN`, 'element.code-not-in-list 19 SV1 2400 3/2'],
  ['a separator past the last element', 'SBR*P', 'SBR*P*', 'element.trailing-separator 9 SBR 2100 2'],
  [
    'an element separator at the end of a segment',
    'REF*F8*R1',
    'REF*F8*R1*',
    'element.trailing-separator 12 REF 2300 3',
  ],
  ['several of them', 'REF*F8*R1', 'REF*F8*R1**', 'element.trailing-separator 12 REF 2300 4'],
  ['a component separator at the end', CLAIM, 'CLM*C1*100*11:', 'element.trailing-separator 10 CLM 2300 3'],
  ['a composite of separators', CLAIM, 'CLM*C1*100*::', 'element.trailing-separator 10 CLM 2300 3'],
  ['a repetition separator at the end', LINE, `${LINE}^`, 'element.trailing-separator 19 SV1 2400 3/2'],
  ['a text that is too short', AFTER_REF, QTY('PT***A'), 'element.too-short 13 QTY 2300 4'],
  ['a text that is too long', 'NM1*82*FIRST', 'NM1*82*FIRSTFIRSTF', 'element.too-long 13 NM1 2310A 2'],
  ['a number that is too long', 'LX*2', 'LX*1234567', 'element.too-long 21 LX 2400 1'],
  ['spaces alone', 'NM1*82*FIRST', 'NM1*82*   ', 'element.character-invalid 13 NM1 2310A 2'],
  ['a control character', 'NM1*82*FIRST', 'NM1*82*FI\tRST', 'element.character-invalid 13 NM1 2310A 2'],
  [
    'a letter that X12 does not select',
    'NM1*82*FIRST',
    'NM1*82*FI\u00d8RST',
    'element.character-invalid 13 NM1 2310A 2',
  ],
  [
    'a component separator in a simple element',
    'NM1*82*FIRST',
    'NM1*82*FI:RST',
    'element.character-invalid 13 NM1 2310A 2',
  ],
  ['the same where a code is due', LINE, 'SV1*HC:99213*60*U:N', 'element.character-invalid 19 SV1 2400 3'],
  ['an exponent', AFTER_REF, QTY('PT*1E2**AB'), 'element.number-invalid 13 QTY 2300 2'],
  ['two points', AFTER_REF, QTY('PT*1.2.3**AB'), 'element.number-invalid 13 QTY 2300 2'],
  ['a plus sign', AFTER_REF, QTY('PT*+1**AB'), 'element.number-invalid 13 QTY 2300 2'],
  ['a sign and no digit', AFTER_REF, QTY('PT*-**AB'), 'element.number-invalid 13 QTY 2300 2'],
  ['a point in a whole number', 'LX*2', 'LX*2.', 'element.number-invalid 21 LX 2400 1'],
  ['a third decimal of an amount', CLAIM, 'CLM*C1*100.001*11:B:1', 'element.amount-invalid 10 CLM 2300 2'],
  ['a letter in an amount', CLAIM, 'CLM*C1*1OO*11:B:1', 'element.amount-invalid 10 CLM 2300 2'],
  ['an amount that is too long', CLAIM, 'CLM*C1*12345678901*11:B:1', 'element.too-long 10 CLM 2300 2'],
  ['a day that is none', 'BHT*20250316', 'BHT*20250229', 'element.date-invalid 2 BHT  1'],
  ['a day without its century', 'BHT*20250316', 'BHT*250316', 'element.date-invalid 2 BHT  1'],
  ['a time that is none', '*0900', '*2460', 'element.time-invalid 2 BHT  2'],
  ['a time of five digits', '*0900', '*09001', 'element.time-invalid 2 BHT  2'],
  ['a day that is none by its format', ONSET, 'DTP*431*D8*20251301', 'element.date-invalid 11 DTP 2300 3'],
  ['a range where a day is due', ONSET, 'DTP*431*D8*20250301-20250302', 'element.date-invalid 11 DTP 2300 3'],
  ['a day where a range is due', ONSET, 'DTP*431*RD8*20250301', 'element.date-invalid 11 DTP 2300 3'],
  ['a minute that is none', ONSET, 'DTP*431*DT*202503010960', 'element.date-invalid 11 DTP 2300 3'],
  ['a time that is none by its format', ONSET, 'DTP*431*TM*2400', 'element.time-invalid 11 DTP 2300 3'],
  ['a short day that is none', ONSET, 'DTP*431*D6*250230', 'element.date-invalid 11 DTP 2300 3'],
  [
    'a format that is none, and not its date',
    ONSET,
    'DTP*431*XX*2025',
    'element.code-not-in-list 11 DTP 2300 2',
  ],
  ['a code that is none', 'SBR*P', 'SBR*X', 'element.code-not-in-list 9 SBR 2100 1'],
  ['a code that is too long', 'SBR*P', 'SBR*PRIMARY', 'element.code-not-in-list 9 SBR 2100 1'],
];

describe('the element checker', () => {
  const faults = FAULTS.map(([fault, from, to, ...told]) => ({ fault, from, to, told }));
  test.each(faults)('tells $fault, and nothing else', ({ from, to, told }) => {
    expect(brieflyOf(from, to)).toEqual(told);
  });

  const sound: readonly (readonly [what: string, from: string, to: string])[] = [
    ['a negative amount', CLAIM, 'CLM*C1*-100.50*11:B:1'],
    ['an amount without a whole part', CLAIM, 'CLM*C1*.5*11:B:1'],
    ['sign and point beside all digits that are allowed', AFTER_REF, QTY('PT*-123.45**AB')],
    ['three repetitions of three', LINE, `${LINE}^MJ^UN`],
    ['an empty repetition between others', LINE, `${LINE}^^MJ`],
    ['a space before a text', 'NM1*82*FIRST', 'NM1*82* FIRST'],
    ['a range of days', ONSET, 'DTP*431*RD8*20250301-20250302'],
    ['a day with its time', ONSET, 'DTP*431*DT*202503010959'],
    ['a leap day', ONSET, 'DTP*431*D8*20240229'],
    ['a time to the second', '*0900', '*090059'],
    ['a composite of its first component', CLAIM, 'CLM*C1*100*11'],
  ];
  test.each(sound)('takes %s', (_, from, to) => {
    expect(brieflyOf(from, to)).toEqual([]);
  });

  test('tells every fault of a segment, in its order', () => {
    expect(brieflyOf(CLAIM, 'CLM**1OO*1:X:9:X*X')).toEqual([
      'element.amount-invalid 10 CLM 2300 2',
      'element.too-short 10 CLM 2300 3-1',
      'element.code-not-in-list 10 CLM 2300 3-2',
      'element.code-not-in-list 10 CLM 2300 3-3',
      'element.too-many-components 10 CLM 2300 3-4',
      'element.required-missing 10 CLM 2300 1',
      'element.not-used 10 CLM 2300 4',
    ]);
  });
});
