import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample, triggerOf } from '../support/changed-sample.ts';

const SELF = '837p-subscriber-is-patient';
const DEPENDENT = '837p-dependent-and-second-claim';
const SECONDARY = '837p-secondary-claim';
const AMBULANCE = '837p-ambulance';

type Row = readonly [what: string, sample: string, changes: readonly Change[], problems: readonly string[]];

const frequencies: readonly Row[] = [
  [
    'it replaces a claim that it does not name',
    DEPENDENT,
    [['REF*F8*PCCN00000001~\n', '']],
    ['situation.original-claim-number-missing REF 2300'],
  ],
  [
    'it voids a claim that it does not name',
    SELF,
    [['11:B:1', '11:B:8']],
    ['situation.original-claim-number-missing REF 2300'],
  ],
  ['it voids a claim that it names', DEPENDENT, [['11:B:7', '11:B:8']], []],
  [
    'it is an original and names another',
    DEPENDENT,
    [['11:B:7', '11:B:1']],
    ['situation.original-claim-number-present REF 2300'],
  ],
  [
    'its frequency is one of institutional bills',
    SELF,
    [['11:B:1', '11:B:2']],
    ['situation.frequency-unusual CLM05-3 2300'],
  ],
  ['it is an institutional bill of such a frequency', '837i-inpatient', [['11:A:1', '11:A:2']], []],
];

const circumstances: readonly Row[] = [
  [
    'an automobile accident has no state',
    SECONDARY,
    [['AA:::IL', 'AA']],
    ['situation.accident-state-missing CLM11-4 2300'],
  ],
  ['an automobile accident was abroad', SECONDARY, [['AA:::IL', 'AA::::DE']], []],
  [
    'the second cause is an automobile',
    SECONDARY,
    [['AA:::IL', 'EM:AA']],
    ['situation.accident-state-missing CLM11-4 2300'],
  ],
  [
    'an accident has no date',
    SECONDARY,
    [
      ['AA:::IL', 'OA'],
      ['DTP*439*D8*20250309~\n', ''],
    ],
    ['situation.accident-date-missing DTP 2300'],
  ],
  [
    'the cause is employment alone',
    SECONDARY,
    [
      ['AA:::IL', 'EM'],
      ['DTP*439*D8*20250309~\n', ''],
    ],
    [],
  ],
  [
    'an ambulance claim says neither where it picked up nor where it dropped off',
    AMBULANCE,
    [
      ['NM1*PW*2~\nN3*1 INVENTED AVENUE~\nN4*SPRINGFIELD*IL*627010002~\n', ''],
      ['NM1*45*2~\nN3*300 SAMPLE STREET~\nN4*SPRINGFIELD*IL*627010006~\n', ''],
    ],
    ['situation.ambulance-location-missing NM1 2310E', 'situation.ambulance-location-missing NM1 2310F'],
  ],
  ['it is sent as an attachment', SECONDARY, [['PWK*OZ*EL***AC*RFP0001', 'PWK*OZ*BM***AC*RFP0001']], []],
  [
    'an attachment is sent without a number',
    SECONDARY,
    [['PWK*OZ*EL***AC*RFP0001', 'PWK*OZ*FX']],
    ['situation.attachment-number-missing PWK06 2300'],
  ],
  ['an attachment is kept without a number', SECONDARY, [['PWK*OZ*EL***AC*RFP0001', 'PWK*OZ*AA']], []],
  [
    'an attachment is kept under a number',
    SECONDARY,
    [['PWK*OZ*EL***', 'PWK*OZ*AA***']],
    ['situation.attachment-number-present PWK06 2300'],
  ],
  [
    'the number of an attachment lacks its qualifier',
    SECONDARY,
    [['PWK*OZ*EL***AC*', 'PWK*OZ*EL****']],
    ['element.conditional-missing PWK05 2300'],
  ],
];

const diagnoses: readonly Row[] = [
  [
    'the first is an external cause',
    SELF,
    [['ABK:J069', 'ABK:W19XXXA']],
    ['situation.external-cause-principal HI01-2 2300'],
  ],
  ['another one is an external cause', SELF, [['ABK:J069', 'ABK:J069*ABF:W19XXXA']], []],
  [
    'a line points behind the last',
    DEPENDENT,
    [['UN*1***1:2~', 'UN*1***1:2:3~']],
    ['situation.diagnosis-pointer-dangling SV107-3 2400'],
  ],
  [
    'a line points to the place before the first',
    SELF,
    [['UN*1***1~', 'UN*1***0~']],
    ['situation.diagnosis-pointer-dangling SV107-1 2400'],
  ],
  ['a line points by letters', SELF, [['UN*1***1~', 'UN*1***A~']], ['element.number-invalid SV107-1 2400']],
  [
    'there is none, and that is told once',
    SELF,
    [['HI*ABK:J069~\n', '']],
    ['segment.required-missing HI 2300'],
  ],
  [
    'a dental line points to one of a claim that has none',
    '837d-crown-replaced',
    [['HI*ABK:K0263*ABF:K029~\n', '']],
    [
      'situation.diagnosis-pointer-dangling SV311-1 2400',
      'situation.diagnosis-pointer-dangling SV311-2 2400',
    ],
  ],
];

describe('a claim', () => {
  test.each(frequencies)('is judged by its frequency where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test.each(circumstances)('is judged where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test.each(diagnoses)('is judged by its diagnoses where %s', (_, sample, changes, problems) => {
    expect(briefProblems(changedSample(sample, ...changes))).toEqual(problems);
  });

  test('tells what calls for a segment that is missing', () => {
    expect(triggerOf(changedSample(DEPENDENT, ['REF*F8*PCCN00000001~\n', '']))).toBe('CLM05-3');
    expect(triggerOf(changedSample(SECONDARY, ['DTP*439*D8*20250309~\n', '']))).toBe('CLM11-1');
  });
});
