import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessDate } from '../../../src/base/time.ts';
import { isRejected } from '../../../src/edi/check/check-report.ts';
import { CodeSets } from '../../../src/edi/codes/code-sets.ts';
import { guideById } from '../../../src/edi/guides/carried.ts';
import { codedElementsOf } from '../../../src/edi/rules/coded-elements.ts';
import { briefProblems, type Change, changedSample, sampleText } from '../support/changed-sample.ts';
import { allProblems, checkByGuide, checkText } from '../support/check-text.ts';
import { bytesOf } from '../support/latin-1.ts';

const day = (text: string): BusinessDate => text as BusinessDate;

const REMITTANCE = '835-paid-denied-and-recovery';
const REVERSAL = '835-reversal-and-correction';
const CLAIM = '837p-subscriber-is-patient';
const SECONDARY = '837p-secondary-claim';
const INPATIENT = '837i-inpatient';

type Row = readonly [what: string, sample: string, changes: readonly Change[], problems: readonly string[]];

const rows: readonly Row[] = [
  ['a reason is none', REMITTANCE, [['CAS*CO*197*', 'CAS*CO*999*']], ['code.unknown CAS02 2110']],
  ['a reason had ended', REMITTANCE, [['CAS*CO*197*', 'CAS*CO*17*']], ['code.not-valid-on-date CAS02 2110']],
  [
    'the second reason of a segment is none',
    REMITTANCE,
    [['CAS*CO*197*95.5', 'CAS*CO*197*95**998*.5']],
    ['code.unknown CAS05 2110'],
  ],
  [
    'a reason starts after the payment',
    REMITTANCE,
    [
      ['*20250331~', '*20120331~'],
      ['CAS*CO*197*', 'CAS*CO*P14*'],
    ],
    ['code.not-valid-on-date CAS02 2110'],
  ],
  [
    'a remark is none',
    REMITTANCE,
    [['REF*6R*RFP000000105A1~', 'REF*6R*RFP000000105A1~\nLQ*HE*ZZ9~']],
    ['code.unknown LQ02 2110'],
  ],
  [
    'a remark of a claim is none',
    REMITTANCE,
    [['NM1*QC*1*TESTER*CASEY****MI*MEM0000002~', 'NM1*QC*1*TESTER*CASEY****MI*MEM0000002~\nMOA***ZZ9~']],
    ['code.unknown MOA03 2100'],
  ],
  ['a procedure is none of level II', REMITTANCE, [['HC:99212', 'HC:J9998']], ['code.unknown SVC01-2 2110']],
  ['a procedure has not the form of one', CLAIM, [['HC:99213', 'HC:9921']], ['code.unknown SV101-2 2400']],
  ['a place of service is none', CLAIM, [['***11:B:1', '***97:B:1']], ['code.unknown CLM05-1 2300']],
  [
    'a place of service of a line is none',
    CLAIM,
    [['110*UN*1***1~', '110*UN*1*97**1~']],
    ['code.unknown SV105 2400'],
  ],
  ['a taxonomy is none', CLAIM, [['207Q00000X', '207Q99999X']], ['code.unknown PRV03 2000A']],
  ['a diagnosis has not the form of one', CLAIM, [['ABK:J069', 'ABK:1069']], ['code.unknown HI01-2 2300']],
  ['a state is none', CLAIM, [['IL*627010001', 'ZZ*627010001']], ['code.unknown N402 2010AA']],
  [
    'a region of another country is in no list of ours',
    CLAIM,
    [['SPRINGFIELD*IL*627010002', 'SPRINGFIELD*ZZ*627010002*MX']],
    [],
  ],
  [
    'a country is none',
    CLAIM,
    [['SPRINGFIELD*IL*627010002', 'SPRINGFIELD**627010002*XX']],
    ['code.unknown N404 2010BA'],
  ],
  ['a revenue code is none', INPATIENT, [['SV2*0250*', 'SV2*0009*']], ['code.unknown SV201 2400']],
  ['a discharge status is none', INPATIENT, [['CL1*1*1*01', 'CL1*1*1*99']], ['code.unknown CL103 2300']],
  [
    'a point of origin had ended',
    INPATIENT,
    [['CL1*1*1*01', 'CL1*1*7*01']],
    ['code.not-valid-on-date CL102 2300'],
  ],
  [
    'a status is none',
    '277ca-accepted-and-rejected-claim',
    [['*A7:187:PR*', '*A7:9999:PR*']],
    ['code.unknown STC01-2 2200D'],
  ],
];

describe('a code that no guide fixes', () => {
  test.each(rows)('is told when %s', (_what, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test('is not looked at where no lists are given', () => {
    const text = changedSample(REMITTANCE, ['CAS*CO*197*', 'CAS*CO*999*']);
    expect(allProblems(checkByGuide(bytesOf(text)))).toEqual([]);
  });

  test('is not told again where it is too long for its element', () => {
    const text = changedSample(CLAIM, ['110*UN*1***1~', '110*UN*1*111**1~']);
    expect(briefProblems(text)).toEqual(['element.too-long SV105 2400']);
  });

  test('that stopped after the payment may come in its reversal (X12 interpretation 1106)', () => {
    const reversed = changedSample(REVERSAL, ['CAS*CO*45*', 'CAS*CO*17*']);
    expect(sampleText(REVERSAL)).toMatch(/CLP\*[^*]+\*22\*[^]*?CAS\*CO\*45\*/);
    expect(briefProblems(reversed)).toEqual([]);
  });

  test('never stops a file, whatever it is, and is never repeated in a sentence', () => {
    const code = fc.string({
      unit: fc.constantFrom(...'ABXYZ0123456789'.split('')),
      minLength: 3,
      maxLength: 5,
    });
    fc.assert(
      fc.property(code, (reason) => {
        const report = checkText(changedSample(REMITTANCE, ['CAS*CO*197*', `CAS*CO*${reason}*`]));
        expect(isRejected(report)).toBe(false);
        for (const problem of allProblems(report)) {
          expect(problem.code).toMatch(/^code\./);
          expect(problem.severity).toBe('warning');
          expect(problem.message).not.toMatch(new RegExp(`\\b${reason}\\b`));
        }
      }),
    );
  });

  test('is said to be newer than the list may be where the list is older than the service', () => {
    const [older] = allProblems(checkText(changedSample(REMITTANCE, ['HC:99212', 'HC:J9998'])));
    expect(older?.message).toBe(
      'The code is not in the list: HCPCS level II as of 2025-01-01; the list does not speak for the date.',
    );
    const [reason] = allProblems(checkText(changedSample(REMITTANCE, ['CAS*CO*197*', 'CAS*CO*999*'])));
    expect(reason?.message).toBe(
      'The code is not in the list: claim adjustment reason codes (CARC) as of 2026-03-01.',
    );
  });
});

/** A list in which one code began within the days of the samples, and another ended. */
const DATED = new CodeSets([
  {
    id: 'cpt',
    asOf: day('2026-01-01'),
    periods: [
      { codes: '87880' },
      { start: day('2025-03-11'), codes: '99212 99213' },
      { stop: day('2025-03-11'), codes: '99214' },
    ],
  },
  {
    id: 'icd-10-cm',
    asOf: day('2026-01-01'),
    periods: [{ codes: 'J069 S060X0A V4352XA' }, { start: day('2025-03-03'), codes: 'J189 R0602' }],
  },
  {
    id: 'claim-adjustment-reason',
    asOf: day('2026-01-01'),
    periods: [{ codes: '1 2 45 94 197' }, { start: day('2025-04-02'), codes: '3' }],
  },
]);

const days: readonly Row[] = [
  ['its line', CLAIM, [], ['code.not-valid-on-date SV101-2 2400']],
  ['its line, where that is later', CLAIM, [['472*D8*20250310', '472*D8*20250311']], []],
  ['any day of its line', CLAIM, [['472*D8*20250310', '472*RD8*20250310-20250311']], []],
  [
    'no day but its line',
    CLAIM,
    [
      ['HC:99213', 'HC:99214'],
      ['472*D8*20250310', '472*D8*20250312'],
    ],
    ['code.not-valid-on-date SV101-2 2400'],
  ],
  [
    'the set, where its line has no day that can be read',
    CLAIM,
    [['DTP*472*D8*20250310', 'DTP*472*D8*2025031X']],
    ['element.date-invalid DTP03 2400'],
  ],
  [
    'the line of a remittance',
    REMITTANCE,
    [['HC:99212', 'HC:99213']],
    ['code.not-valid-on-date SVC01-2 2110'],
  ],
  [
    'the claim of a remittance whose line has no day',
    REMITTANCE,
    [
      [
        'DTM*050*20250317~\nSVC*HC:99213*110*70.5**1~\nDTM*472*20250310~',
        'DTM*232*20250310~\nSVC*HC:99213*110*70.5**1~',
      ],
    ],
    ['code.not-valid-on-date SVC01-2 2110'],
  ],
];

describe('the day of a code', () => {
  test.each(days)('is that of %s', (_what, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes), DATED)).toEqual(problems);
  });

  test('of a stay in hospital is its first or its last', () => {
    expect(briefProblems(sampleText(INPATIENT), DATED)).toEqual([]);
    const shorter = changedSample(INPATIENT, ['434*RD8*20250301-20250303', '434*RD8*20250301-20250302']);
    expect(briefProblems(shorter, DATED)).toEqual([
      'code.not-valid-on-date HI01-2 2300',
      'code.not-valid-on-date HI01-2 2300',
    ]);
  });

  test('of a reason of another payer is that of its adjudication, of the claim or of the line', () => {
    const noService: Change = ['472*D8*20250310', '472*D8*20250311'];
    expect(briefProblems(changedSample(SECONDARY, noService), DATED)).toEqual([]);
    const inLine: Change = ['CAS*PR*2*15~', 'CAS*PR*3*15~'];
    expect(briefProblems(changedSample(SECONDARY, noService, inLine), DATED)).toEqual([
      'code.not-valid-on-date CAS02 2430',
    ]);
    const later: Change = ['573*D8*20250401', '573*D8*20250402'];
    expect(briefProblems(changedSample(SECONDARY, noService, inLine, later), DATED)).toEqual([]);
  });

  test('does not matter to the claim that it is told in', () => {
    const [problem] = allProblems(checkText(sampleText(CLAIM), DATED));
    expect(problem?.location).toMatchObject({
      claim: 'RFP000000101A',
      segmentOrdinal: 22,
      segment: 'SV1',
      loop: '2400',
    });
  });
});

describe('the coded elements of a guide', () => {
  test.each([
    ['005010X221A1', '835', 'CAS CLP LQ MIA MOA N4 SVC'],
    ['005010X222A1', '837', 'CAS CLM HCP HI LIN MOA N4 PRV SV1 SV5 SVD'],
    ['005010X223A2', '837', 'CAS CL1 HCP HI LIN MIA MOA N4 PRV SV2 SVD'],
    ['005010X224A2', '837', 'CAS CLM HCP HI MOA N4 PRV SV3 SVD'],
    ['005010X214', '277', 'STC SVC'],
    ['005010X212', '276', 'SVC'],
    ['005010X279A1', '271', 'EB HI N4 PRV'],
    ['005010X231A1', '999', ''],
  ])('of %s (%s) stand in %s', (id, set, segments) => {
    const guide = guideById(id, set);
    if (guide === undefined) throw new Error('the guide is carried');
    const coded = codedElementsOf(guide, new CodeSets());
    expect([...coded.keys()].toSorted((one, other) => (one < other ? -1 : 1)).join(' ')).toBe(segments);
  });
});
