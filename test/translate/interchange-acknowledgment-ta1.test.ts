import { describe, expect, test } from 'vitest';
import { changedGolden, goldenText } from './support/golden.ts';
import { readAnswers, withoutPlaces } from './support/read-answers.ts';

describe('a TA1', () => {
  test('says of each interchange whether it was accepted, accepted with errors, or rejected', () => {
    const { interchanges } = readAnswers(goldenText('ta1-of-three-interchanges'));
    expect(withoutPlaces(interchanges)).toEqual([
      { interchangeControlNumber: '000000501', outcome: 'accepted', noteCode: '000' },
      { interchangeControlNumber: '000000502', outcome: 'accepted-with-errors', noteCode: '006' },
      // Without its leading zeros in the file: it is a number to whoever wrote it.
      { interchangeControlNumber: '000000503', outcome: 'rejected', noteCode: '025' },
    ]);
  });

  test('names its bytes, outside any set', () => {
    const text = goldenText('ta1-of-three-interchanges');
    const [, { place } = { place: undefined }] = readAnswers(text).interchanges;
    expect(text.slice(place?.byteStart, place?.byteStop)).toBe('TA1*000000502*260615*0901*E*006~');
    expect(place).toMatchObject({
      interchangeControlNumber: '000000631',
      groupControlNumber: '',
      setControlNumber: '',
      segmentOrdinal: 0,
    });
  });

  test.each(['', 'a', 'P', 'AE', '1', 'ACCEPTED'])('rejects under TA104 "%s", which is no code', (code) => {
    const text = changedGolden('ta1-of-three-interchanges', ['*A*000', `*${code}*000`]);
    expect(readAnswers(text).interchanges[0]?.outcome).toBe('rejected');
  });

  test.each(['FAY SAMPLE', 'FAYSAMPLE'])('keeps nothing of a note that is no code', (note) => {
    const text = changedGolden('ta1-of-three-interchanges', ['*A*000', `*A*${note}`]);
    expect(readAnswers(text).interchanges[0]?.noteCode).toBe('');
  });

  test('with hardly an element is a rejection of an interchange without a name', () => {
    const text = changedGolden('ta1-of-three-interchanges', ['TA1*000000501*260615*0900*A*000', 'TA1']);
    expect(withoutPlaces(readAnswers(text).interchanges[0])).toEqual({
      interchangeControlNumber: '',
      outcome: 'rejected',
      noteCode: '',
    });
  });
});
