import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ADJUSTMENT_WORK,
  EXCEPTIONS,
  type ExceptionCode,
  exceptionRule,
} from '../../../src/domain/posting/exception-code.ts';
import type { WorkRule } from '../../../src/domain/posting/exception-rule.ts';

const PAGE = readFileSync(new URL('../../../docs/reference/posting-exceptions.md', import.meta.url), 'utf8');
const CODES = Object.keys(EXCEPTIONS) as ExceptionCode[];

interface Row {
  readonly code: string;
  readonly cells: readonly string[];
}

const ROWS: readonly Row[] = [...PAGE.matchAll(/^\| `([a-z0-9-]+)` +\|(.+)\|$/gm)].map(
  ([, code = '', rest = '']) => ({
    code,
    cells: rest.split('|').map((cell) => cell.trim()),
  }),
);
const EXCEPTION_ROWS = ROWS.filter((row) => row.cells.length === 3);

test('the page of posting exceptions has every code, in each of its places, and no other', () => {
  const places = CODES.flatMap((code) =>
    Array.from({ length: Math.max(1, exceptionRule(code).kinds.length) }, () => code),
  );
  const kinds = Object.keys(ADJUSTMENT_WORK);
  expect(EXCEPTION_ROWS.map((row) => row.code).toSorted()).toEqual([...places, ...kinds].toSorted());
});

const RULES = [
  ...CODES.map((code) => [code, exceptionRule(code)] as const),
  ...Object.entries<WorkRule>(ADJUSTMENT_WORK),
];

test.each(RULES)('the page says of %s what the table says', (code, { meaning, whatToDo, actions }) => {
  const row = EXCEPTION_ROWS.find((one) => one.code === code);
  const written = actions.length === 0 ? 'none' : actions.map((action) => `\`${action}\``).join(', ');
  expect(row?.cells).toEqual([meaning, whatToDo, written]);
});

test('the page names every action, and the table uses each', () => {
  const used = new Set(RULES.flatMap(([, { actions }]) => actions));
  const named = ROWS.filter((row) => row.cells.length === 1).map((row) => row.code);
  expect(named.toSorted()).toEqual([...used].toSorted());
});
