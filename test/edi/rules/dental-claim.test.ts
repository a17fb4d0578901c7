import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample, triggerOf } from '../support/changed-sample.ts';

const CROWN = '837d-crown-replaced';
const FIRST_DATE: Change = ['DTP*472*D8*20250310~\nDTP*441', 'DTP*441'];
const SECOND_DATE: Change = ['DTP*472*D8*20250310~\nREF*6R*RD000000124A2', 'REF*6R*RD000000124A2'];
const CLAIM_DATE: Change = ['HI*ABK', 'DTP*472*D8*20250310~\nHI*ABK'];

describe('a dental claim', () => {
  test('has a date of service in each line', () => {
    expect(briefProblems(changedSample(CROWN, FIRST_DATE))).toEqual([
      'situation.service-date-missing DTP 2400',
    ]);
  });

  test('has a date of service for all lines', () => {
    expect(briefProblems(changedSample(CROWN, FIRST_DATE, SECOND_DATE, CLAIM_DATE))).toEqual([]);
  });

  test('has no date of service where it asks what would be paid', () => {
    const predetermination: Change = ['*Y*A*Y*Y~', '*Y*A*Y*Y**********PB~'];
    expect(briefProblems(changedSample(CROWN, FIRST_DATE, SECOND_DATE, predetermination))).toEqual([]);
  });

  test('tells of a replacement when the one before was placed', () => {
    const text = changedSample(CROWN, ['DTP*441*D8*20150310~\n', '']);
    expect(briefProblems(text)).toEqual(['situation.prior-placement-date-missing DTP 2400']);
    expect(triggerOf(text)).toBe('SV305');
    expect(briefProblems(changedSample(CROWN, ['DTP*441*', 'DTP*139*']))).toEqual([]);
    expect(
      briefProblems(changedSample(CROWN, ['***R*1*', '***I*1*'], ['DTP*441*D8*20150310~\n', ''])),
    ).toEqual([]);
  });
});
