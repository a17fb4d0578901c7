import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODE_IMPORT_MESSAGES } from '../../../src/edi/codes/code-import-refusal.ts';
import { CODE_SET_IDS, type CodeSetId } from '../../../src/edi/codes/code-set-ids.ts';
import { codeSetById } from '../../../src/edi/codes/code-sets.ts';

const ROWS = readFileSync(new URL('../../../docs/reference/codes.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return { key: (cells[1] ?? '').replaceAll('`', ''), cells: cells.slice(2, -1) };
  });

describe('the page of code lists', () => {
  test('has one row for each list and each refusal of an import, and no other', () => {
    expect(ROWS.map(({ key }) => key)).toEqual([...CODE_SET_IDS, ...Object.keys(CODE_IMPORT_MESSAGES)]);
  });

  test.each(ROWS.filter(({ cells }) => cells.length === 5))('is right about $key', ({ key, cells }) => {
    const [name = '', codeSource = '', asOf] = cells;
    const set = codeSetById(key as CodeSetId);
    expect(set.name.startsWith(name)).toBe(true);
    expect(asOf).toBe(set.list?.asOf ?? 'none');
    if (set.codeSource === undefined) expect(codeSource).toMatch(/^element \d+$/);
    else expect(codeSource).toBe(set.codeSource);
  });
});
