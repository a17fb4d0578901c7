import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORK_ITEM_KINDS } from '../../../src/domain/exchange/work-item-kind.ts';

const PAGE = readFileSync(new URL('../../../docs/reference/work-items.md', import.meta.url), 'utf8');

test('the page of work items has a section for each kind and no other', () => {
  const sections = [...PAGE.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
  expect(sections).toEqual([...WORK_ITEM_KINDS]);
});
