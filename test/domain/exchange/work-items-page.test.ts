import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORK_ITEM_KINDS } from '../../../src/domain/exchange/work-item-kind.ts';
import { NACHA_PROBLEM_CODES } from '../../../src/edi/nacha/nacha-problem.ts';

const PAGE = readFileSync(new URL('../../../docs/reference/work-items.md', import.meta.url), 'utf8');

test('the page of work items has a section for each kind and no other', () => {
  const sections = [...PAGE.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
  expect(sections).toEqual([...WORK_ITEM_KINDS]);
});

test('it has a row for each problem of a bank’s file and no other', () => {
  const codes = [...PAGE.matchAll(/^\| `(nacha\.[a-z-]+)`/gm)].map((match) => match[1]);
  expect(codes).toEqual([...NACHA_PROBLEM_CODES]);
});
