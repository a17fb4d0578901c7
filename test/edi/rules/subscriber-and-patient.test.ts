import { describe, expect, test } from 'vitest';
import { briefProblems, changedSample, triggerOf } from '../support/changed-sample.ts';

const SELF = '837p-subscriber-is-patient';
const DEPENDENT = '837p-dependent-and-second-claim';

const PATIENT = 'NM1*IL*1*TESTER*BLAIR****MI*MEM0000002~\n';
const DETAILS = 'N3*2 INVENTED AVENUE~\nN4*SPRINGFIELD*IL*627010004~\nDMG*D8*19850704*F~\n';

describe('the patient of a claim', () => {
  test('is not both the subscriber and a dependent', () => {
    const text = changedSample(
      DEPENDENT,
      ['SBR*P**GRP0002', 'SBR*P*18*GRP0002'],
      [PATIENT, `${PATIENT}${DETAILS}`],
    );
    expect(briefProblems(text)).toEqual(['situation.subscriber-has-dependent SBR02 2000B']);
    expect(triggerOf(text)).toBe('HL');
  });

  test('is unknown where SBR02 is empty and a claim stands under the subscriber', () => {
    const text = changedSample(SELF, ['SBR*P*18*', 'SBR*P**']);
    expect(briefProblems(text)).toEqual(['situation.patient-undetermined SBR02 2000B']);
    expect(triggerOf(text)).toBe('CLM');
  });

  test.each([
    ['N3', 'N3*1 INVENTED AVENUE~\n'],
    ['N4', 'N4*SPRINGFIELD*IL*627010002~\n'],
    ['DMG', 'DMG*D8*19800115*F~\n'],
  ])('who is the subscriber has %s', (segment, line) => {
    const text = changedSample(SELF, [line, '']);
    expect(briefProblems(text)).toEqual([`situation.patient-details-missing ${segment} 2010BA`]);
    expect(triggerOf(text)).toBe('SBR02');
  });

  test('who is a dependent asks nothing more of the subscriber, and forbids nothing', () => {
    expect(briefProblems(changedSample(DEPENDENT, [PATIENT, `${PATIENT}${DETAILS}`]))).toEqual([]);
  });

  test('who is the subscriber has a claim, and may follow a dependent of the same subscriber', () => {
    const self = `HL*4*1*22*0~\nSBR*P*18*GRP0002******CI~\n${PATIENT}${DETAILS}NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EXHP1~\n`;
    const claim =
      'CLM*RFP000000105C*60***11:B:1*Y*A*Y*Y~\nHI*ABK:Z0000~\nLX*1~\nSV1*HC:99392*60*UN*1***1~\nDTP*472*D8*20250301~\n';
    expect(briefProblems(changedSample(DEPENDENT, ['\nSE*', `\n${self}${claim}SE*`]))).toEqual([]);
    expect(briefProblems(changedSample(DEPENDENT, ['\nSE*', `\n${self}SE*`]))).toEqual([
      'situation.claim-missing CLM 2300',
    ]);
  });
});
