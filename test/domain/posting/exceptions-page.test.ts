import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXCEPTIONS, type ExceptionCode, exceptionRule } from '../../../src/domain/posting/exception-code.ts';

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
  expect(EXCEPTION_ROWS.map((row) => row.code).toSorted()).toEqual(places.toSorted());
});

test.each(CODES)('the page says of %s what the table says', (code) => {
  const { meaning, whatToDo, actions } = exceptionRule(code);
  const row = EXCEPTION_ROWS.find((one) => one.code === code);
  const written = actions.length === 0 ? 'none' : actions.map((action) => `\`${action}\``).join(', ');
  expect(row?.cells).toEqual([meaning, whatToDo, written]);
});

test('the page names every action, and the table uses each', () => {
  const used = new Set(CODES.flatMap((code) => exceptionRule(code).actions));
  const named = ROWS.filter((row) => row.cells.length === 1).map((row) => row.code);
  expect(named.toSorted()).toEqual([...used].toSorted());
});
