import { describe, expect, test } from 'vitest';
import { fileToJson } from '../../src/edi/json.ts';
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
});
