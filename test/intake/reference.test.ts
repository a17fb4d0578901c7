import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EDIT_CODES } from '../../src/domain/edits/edit-finding.ts';
import { EDIT_WORDS } from '../../src/domain/edits/edit-words.ts';
import { INPUT_CODES, inputError } from '../../src/intake/claim-input-error.ts';
import { claimJsonSchema } from '../../src/intake/claim-json-schema.ts';

const SCHEMA = new URL('../../docs/reference/professional-claim.schema.json', import.meta.url);
const PAGE = new URL('../../docs/reference/edits.md', import.meta.url);

describe('the published schema of a claim', () => {
  test('is the one that readClaim uses (UPDATE_REFERENCE=1 writes it anew)', () => {
    const text = `${JSON.stringify(claimJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE_REFERENCE'] === '1') writeFileSync(SCHEMA, text);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(text);
  });

  test('names itself and closes every object', () => {
    const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
    expect(schema).toMatchObject({
      $id: 'urn:claimgate:schema:professional-claim:1',
      title: 'Professional claim',
      type: 'object',
      additionalProperties: false,
    });
    expect(openObjects(schema)).toEqual([]);
  });
});

function openObjects(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'properties' in value && !('additionalProperties' in value) ? [pointer] : [];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => openObjects(part, `${pointer}/${key}`))];
}

describe('the page of edits', () => {
  const rows = readFileSync(PAGE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );

  test('has one row for each edit and no other, in order', () => {
    const expected = EDIT_CODES.map((code) => {
      const { severity, message, remedy } = EDIT_WORDS[code];
      return [code, severity, message, remedy];
    });
    expect(rows.filter((row) => row.length === 4)).toEqual(expected);
  });

  test('has one row for each input error and no other, in order', () => {
    const expected = INPUT_CODES.map((code) => {
      const { message, remedy } = inputError(code);
      return [code, message, remedy];
    });
    expect(rows.filter((row) => row.length === 3)).toEqual(expected);
  });
});
