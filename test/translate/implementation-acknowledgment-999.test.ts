import { describe, expect, test } from 'vitest';
import { SET_ERRORS_MAX } from '../../src/translate/implementation-acknowledgment-999/set-response-reader.ts';
import { changedGolden, goldenText } from './support/golden.ts';
import { readAnswers, withoutPlaces } from './support/read-answers.ts';

const GOLDEN = '999-partially-accepted';

function firstGroup(text: string): ReturnType<typeof readAnswers>['groups'][number] | undefined {
  return readAnswers(text).groups[0];
}

describe('a 999', () => {
  test('says what became of the group and of each set that it names', () => {
    expect(withoutPlaces(readAnswers(goldenText(GOLDEN)).groups)).toEqual([
      {
        functionalIdentifier: 'HC',
        groupControlNumber: '501',
        outcome: 'partially-accepted',
        sets: [
          { setControlNumber: '0001', outcome: 'accepted', errors: [] },
          {
            setControlNumber: '0002',
            outcome: 'rejected',
            errors: [
              {
                segment: 'CLM',
                segmentOrdinal: 22,
                segmentCode: '8',
                patientControlNumber: 'CGA0000000000005',
                element: 2,
                elementCode: '6',
              },
              {
                segment: 'CLM',
                segmentOrdinal: 22,
                segmentCode: '8',
                patientControlNumber: 'CGA0000000000005',
                element: 5,
                component: 3,
                elementCode: '7',
              },
              {
                segment: 'REF',
                segmentOrdinal: 57,
                segmentCode: '3',
                patientControlNumber: 'CGA0000000000006',
              },
              { segment: 'NM1', segmentOrdinal: 61, segmentCode: '8', element: 9, elementCode: 'I9' },
            ],
          },
          {
            setControlNumber: '0003',
            outcome: 'accepted-with-errors',
            errors: [{ segment: 'NTE', segmentOrdinal: 24, segmentCode: 'I4' }],
          },
          { setControlNumber: '0004', outcome: 'rejected', errors: [] },
        ],
      },
    ]);
  });

  test('names the bytes of AK1 for the group and of AK2 for each set', () => {
    const text = goldenText(GOLDEN);
    const group = firstGroup(text);
    const places = [group?.place, ...(group?.sets.map((set) => set.place) ?? [])];
    expect(places.map((place) => text.slice(place?.byteStart, place?.byteStop))).toEqual([
      'AK1*HC*501*005010X222A1~',
      'AK2*837*0001*005010X222A1~',
      'AK2*837*0002*005010X222A1~',
      'AK2*837*0003*005010X222A1~',
      'AK2*837*0004*005010X222A1~',
    ]);
  });

  test.each([
    ['A', 'accepted'],
    ['E', 'accepted-with-errors'],
    ['P', 'partially-accepted'],
    ['R', 'rejected'],
    ['M', 'rejected'],
    ['W', 'rejected'],
    ['X', 'rejected'],
    ['', 'rejected'],
    ['Z', 'rejected'],
  ])('under AK901 "%s" the group is %s', (code, outcome) => {
    expect(firstGroup(changedGolden(GOLDEN, ['AK9*P', `AK9*${code}`]))?.outcome).toBe(outcome);
  });

  test.each([
    ['A', 'accepted'],
    ['E', 'accepted-with-errors'],
    // A set is accepted or not: there is no part of it to accept.
    ['P', 'rejected'],
    ['M', 'rejected'],
    ['W', 'rejected'],
    ['', 'rejected'],
  ])('under IK501 "%s" the set is %s', (code, outcome) => {
    expect(firstGroup(changedGolden(GOLDEN, ['IK5*A', `IK5*${code}`]))?.sets[0]?.outcome).toBe(outcome);
  });

  test('without IK5 rejects the set, without AK9 the group', () => {
    const group = firstGroup(changedGolden(GOLDEN, ['IK5*A~\n', ''], ['AK9*P*5*4*2~\n', '']));
    expect(group?.outcome).toBe('rejected');
    expect(group?.sets.map((set) => set.outcome)).toEqual([
      'rejected',
      'rejected',
      'accepted-with-errors',
      'rejected',
    ]);
  });

  test('without AK1 answers a group without a name, and without anything nothing', () => {
    const group = firstGroup(changedGolden(GOLDEN, ['AK1*HC*501*005010X222A1~\n', '']));
    expect(group).toMatchObject({ functionalIdentifier: '', groupControlNumber: '' });
    expect(group?.sets).toHaveLength(4);
    const empty = goldenText(GOLDEN).replace(/AK1[\s\S]*AK9[^~]*~\n/, '');
    expect(readAnswers(empty).groups).toEqual([]);
  });

  test('keeps an IK4 without its IK3 as an error of an unknown segment', () => {
    const group = firstGroup(changedGolden(GOLDEN, ['IK3*CLM*22*2300*8~\n', '']));
    expect(group?.sets[1]?.errors[0]).toEqual({
      segment: '',
      segmentOrdinal: 0,
      segmentCode: '',
      element: 2,
      elementCode: '6',
    });
  });

  test('finds the claim among repetitions of a context', () => {
    const text = changedGolden(GOLDEN, ['CTX*CLM01:', 'CTX*PATIENT NAME NM109:CGM100900^CLM01:']);
    expect(firstGroup(text)?.sets[1]?.errors[0]?.patientControlNumber).toBe('CGA0000000000005');
    expect(JSON.stringify(readAnswers(text))).not.toContain('CGM100900');
  });

  test('keeps neither the bad value nor text where a code should be', () => {
    const text = changedGolden(GOLDEN, ['IK3*CLM*22*2300*8', 'IK3*FAY SAMPLE*XX*2300*FAY SAMPLE']);
    const answers = JSON.stringify(readAnswers(text));
    expect(answers).not.toContain('TWELVE');
    expect(answers).not.toContain('FAY');
  });

  test('keeps a bounded number of errors of one set, and its verdict', () => {
    const many = 'IK3*CLM*22*2300*8~\nIK4*2*782*6~\n'.repeat(SET_ERRORS_MAX + 1);
    const set = firstGroup(changedGolden(GOLDEN, ['IK5*R', `${many}IK5*R`]))?.sets[1];
    expect(set?.errors).toHaveLength(SET_ERRORS_MAX);
    expect(set?.outcome).toBe('rejected');
  });
});
