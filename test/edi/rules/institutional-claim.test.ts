import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample, triggerOf } from '../support/changed-sample.ts';

const INPATIENT = '837i-inpatient';
const ADMISSION: Change = ['DTP*435*DT*202503010830~\n', ''];
const ADMITTING: Change = ['HI*ABJ:R0602~\n', ''];
const ATTENDING: Change = ['NM1*71*1*PROVIDER*DREW****XX*1999990009~\n', ''];

describe('an institutional claim', () => {
  test('for an inpatient has an admission date', () => {
    const text = changedSample(INPATIENT, ADMISSION);
    expect(briefProblems(text)).toEqual(['situation.admission-date-missing DTP 2300']);
    expect(triggerOf(text)).toBe('CLM05-1');
  });

  test('for an inpatient has an admitting diagnosis, or is warned of', () => {
    expect(briefProblems(changedSample(INPATIENT, ADMITTING))).toEqual([
      'situation.admitting-diagnosis-missing HI 2300',
    ]);
  });

  test('for an outpatient has neither', () => {
    expect(briefProblems(changedSample(INPATIENT, ['11:A:1', '13:A:1'], ADMISSION, ADMITTING))).toEqual([]);
  });

  test('has an attending provider, told once however many lines it has', () => {
    const text = changedSample(INPATIENT, ATTENDING);
    expect(briefProblems(text)).toEqual(['situation.attending-provider-missing NM1 2310A']);
    expect(triggerOf(text)).toBe('SV201');
  });

  test('for ambulance rides alone needs no attending provider', () => {
    const rides: Change[] = [
      ['SV2*0120**', 'SV2*0540*HC:A0427*'],
      ['SV2*0250*', 'SV2*0549*'],
    ];
    const text = changedSample(INPATIENT, ATTENDING, ...rides);
    expect(briefProblems(text)).toEqual([]);
    const [first] = rides;
    expect(briefProblems(changedSample(INPATIENT, ATTENDING, first as Change))).toEqual([
      'situation.attending-provider-missing NM1 2310A',
    ]);
  });

  test('adds up the charges of its lines', () => {
    expect(briefProblems(changedSample(INPATIENT, ['*5250.75*', '*5250.74*']))).toEqual([
      'balance.claim CLM02 2300',
    ]);
  });
});
