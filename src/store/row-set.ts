import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { meanwhile } from '../base/meanwhile.ts';

/** Rows of one statement: enough to spread its cost, few enough for the server to hold them in memory (`work_mem`). */
const ROWS_MAX = 1000;

/** Names the columns of given rows and their types in SQL. */
export type RowColumns = Readonly<Record<string, string>>;

/** Between JSON texts: a control character, which no JSON text holds as it is. */
const SEPARATOR = '\u001e';

/**
 * Rows as a table for FROM, called `given`, each column one parameter: any number of rows is one statement, where a
 * parameter for each value ends at 65,535. A column goes in as a JSON array, which the database takes apart in half the
 * time of a JSON object for each row; a document in it would be read twice, so that documents go in as texts between
 * separators. OFFSET 0 keeps the planner from reading a value anew wherever its column is named.
 */
export function rowSet<Columns extends RowColumns>(
  columns: Columns,
  rows: readonly { readonly [Name in keyof Columns]: unknown }[],
): RawBuilder<unknown> {
  const names = Object.keys(columns);
  const sources = names.map((name) => {
    const values = rows.map((row) => row[name]);
    if (columns[name]?.endsWith('[]') === true) return jsonTexts(values.map(arrayLiteral));
    if (columns[name] !== 'jsonb') return jsonTexts(values);
    const texts = values.map((value) => JSON.stringify(value)).join(SEPARATOR);
    return sql`string_to_table(${texts}, ${SEPARATOR})`;
  });
  return sql`(
    select ${sql.raw(names.map((name) => valueOf(name, columns[name] ?? 'text')).join(', '))}
    from rows from (${sql.join(sources)}) as given(${sql.raw(names.join(', '))})
    offset 0
  ) as given`;
}

function jsonTexts(values: readonly unknown[]): RawBuilder<unknown> {
  return sql`json_array_elements_text(${JSON.stringify(values)}::json)`;
}

/** As the database reads arrays, which costs it less than an array within JSON. */
function arrayLiteral(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  return `{${value.map((one) => `"${String(one).replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

/** What a column's text is as a value of its type. */
function valueOf(name: string, type: string): string {
  if (type === 'jsonb') return `nullif(${name}, 'null')::jsonb as ${name}`;
  return type === 'text' ? name : `${name}::${type} as ${name}`;
}

export function columnNames(columns: RowColumns): RawBuilder<unknown> {
  return sql.raw(Object.keys(columns).join(', '));
}

/**
 * Writes rows in pieces that fit in a statement, in their order; nothing of none. While the database takes one piece in,
 * the next is put into words.
 */
export async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: readonly Row[]) => Promise<void>,
): Promise<void> {
  let before = Promise.resolve();
  for (let start = 0; start < rows.length; start += ROWS_MAX) {
    const writing = meanwhile(write(rows.slice(start, start + ROWS_MAX)));
    // Only between turns of the event loop is it sent.
    await nextTurn();
    await before;
    before = writing;
  }
  await before;
}
