import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROUTING_CODES, ROUTING_WORDS } from '../../../src/partners/route-claim.ts';
import { READ_BACK_CODES, READ_BACK_WORDS } from '../../../src/translate/claim-837p/read-back-refusal.ts';
import { WRITING_CODES, WRITING_WORDS } from '../../../src/translate/claim-837p/writing-refusal.ts';

const PAGE = readFileSync(new URL('../../../docs/reference/refusals.md', import.meta.url), 'utf8');

test('the page of refusals has one row for each code and no other, in order', () => {
  const rows = PAGE.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  expect(rows).toEqual([
    ...ROUTING_CODES.map((code) => [code, ROUTING_WORDS[code].message, ROUTING_WORDS[code].remedy]),
    ...WRITING_CODES.map((code) => [code, WRITING_WORDS[code].message, WRITING_WORDS[code].remedy]),
    ...READ_BACK_CODES.map((code) => [code, READ_BACK_WORDS[code]]),
  ]);
});
