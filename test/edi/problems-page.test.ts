import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACKNOWLEDGMENT_CODES } from '../../src/edi/acknowledgment/acknowledgment-codes.ts';
import { PROBLEM_CODES } from '../../src/edi/problems.ts';

const PAGE = readFileSync(new URL('../../docs/reference/problems.md', import.meta.url), 'utf8');

interface Row {
  readonly code: string;
  readonly answer: string;
  readonly cells: readonly string[];
}

const ROWS: readonly Row[] = PAGE.split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { code: (cells[0] ?? '').replaceAll('`', ''), answer: cells[2] ?? '', cells };
  });

describe('the page of problems', () => {
  test('has one row for each code, and no other', () => {
    expect(ROWS.map((row) => row.code)).toEqual([...PROBLEM_CODES]);
  });

  test.each(ROWS)('says for $code what is sent back', ({ code, answer }) => {
    const expected = ACKNOWLEDGMENT_CODES[code as keyof typeof ACKNOWLEDGMENT_CODES];
    expect(answer).toContain(expected.place === 'none' ? 'none' : `${expected.place} ${expected.code}`);
  });

  test.each(ROWS)('leaves no cell of $code empty', ({ cells }) => {
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell).not.toBe('');
  });
});
