import { describe, expect, test } from 'vitest';
import { fileToJson, interchangeFromJson } from '../../src/edi/json.ts';
import { RELEASED } from './support/awkward-files.ts';
import { TWO_SETS } from './support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from './support/latin-1.ts';

describe('a file as JSON', () => {
  test('holds interchanges, groups, sets and segments with their composites split', () => {
    const json = fileToJson(decodeLatin1, bytesOf(TWO_SETS));
    const [interchange] = json.interchanges;
    expect(interchange?.header[13]).toBe('000000007');
    expect(interchange?.groups[0]?.sets.map((set) => set.segments.length)).toEqual([4, 3]);
    expect(interchange?.groups[0]?.sets[0]?.segments[2]).toEqual([
      'CLM',
      'A1',
      '100',
      '',
      '',
      ['11', 'B', '1'],
      'Y',
      'A',
      'Y',
      'Y',
    ]);
    expect(interchange?.trailer).toEqual(['IEA', '1', '000000007']);
  });

  test('splits repetitions, and the components in each', () => {
    const json = fileToJson(decodeLatin1, bytesOf(TWO_SETS.replace('BHT*0019*', 'BHT*A:1^B*')));
    expect(json.interchanges[0]?.groups[0]?.sets[0]?.segments[1]?.[1]).toEqual({
      repetitions: [['A', '1'], 'B'],
    });
  });

  test('keeps what stands outside an envelope and what could not be read', () => {
    const json = fileToJson(decodeLatin1, bytesOf(`${TWO_SETS}NTE*A~half`));
    expect(json.outside).toEqual([['NTE', 'A']]);
    expect(json.tail).toBe('half');
  });

  test('holds the declaration of a release character, splits at nothing released, and becomes the same text', () => {
    const [interchange] = fileToJson(decodeLatin1, bytesOf(RELEASED)).interchanges;
    expect(interchange?.extension).toEqual(['ISX', '?']);
    expect(interchange?.groups[0]?.sets[0]?.segments[2]).toEqual(['HI', ['ABK?:X', 'J069?^']]);
    expect(interchange && interchangeFromJson(interchange)).toBe(RELEASED);
  });
});
