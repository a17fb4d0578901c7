import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineFile } from '../../../src/edi/outline/file-outline.ts';
import { setElements } from '../../../src/edi/outline/read-set.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

describe('the outline of a file', () => {
  test('says where each set stands, from ST to SE', () => {
    const { interchanges, faults } = outlineFile(decodeLatin1, bytesOf(`\n${TWO_SETS}\n`));
    expect(faults).toEqual([]);
    const [interchange] = interchanges;
    expect(interchange).toMatchObject({ byteStart: 1, headerStop: 107, lineEnd: '\n' });
    const sets = interchange?.groups[0]?.sets ?? [];
    expect(sets.map(({ byteStart, byteStop }) => `\n${TWO_SETS}`.slice(byteStart, byteStop))).toEqual([
      TWO_SETS.slice(TWO_SETS.indexOf('ST*837*0001'), TWO_SETS.indexOf('\nST*837*0002')),
      TWO_SETS.slice(TWO_SETS.indexOf('ST*837*0002'), TWO_SETS.indexOf('\nGE*')),
    ]);
  });

  test('reads a set under the delimiters of its interchange', () => {
    const bytes = bytesOf(TWO_SETS);
    const [interchange] = outlineFile(decodeLatin1, bytes).interchanges;
    const set = interchange?.groups[0]?.sets[1];
    if (interchange === undefined || set === undefined) throw new Error('there are two sets');
    expect(setElements(decodeLatin1, { bytes, interchange, set }).map(([tag]) => tag)).toEqual([
      'ST',
      'NM1',
      'SE',
    ]);
  });

  test('names what is not whole, and reads what is there, wherever the file is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TWO_SETS.length - 1 }), (length) => {
        const { faults } = outlineFile(decodeLatin1, bytesOf(TWO_SETS.slice(0, length)));
        expect(faults.length).toBeGreaterThan(0);
      }),
    );
    const cut = outlineFile(decodeLatin1, bytesOf(TWO_SETS.slice(0, TWO_SETS.indexOf('SE*3'))));
    expect(cut.interchanges[0]?.groups[0]?.sets.map(({ segmentCount }) => segmentCount)).toEqual([4, 2]);
  });

  test('has no fault where only a number is used twice', () => {
    const { faults, interchanges } = outlineFile(
      decodeLatin1,
      bytesOf(TWO_SETS.replaceAll('*0002', '*0001')),
    );
    expect(faults).toEqual([]);
    expect(interchanges[0]?.groups[0]?.sets).toHaveLength(2);
  });
});
