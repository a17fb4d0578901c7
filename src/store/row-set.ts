import { type RawBuilder, sql } from 'kysely';

/** Rows of one statement: far fewer bytes than a parameter may have, enough to spread the cost of the statement. */
const ROWS_MAX = 5000;

/** Names the columns of given rows and their types in SQL. */
export type RowColumns = Readonly<Record<string, string>>;

/** Between JSON texts: a control character, which no JSON text holds as it is. */
const SEPARATOR = '\u001e';

/**
 * Rows as a table for FROM, called `given`. They go in as one JSON parameter, and one more for each `jsonb` column: any
 * number of rows is one statement, where a parameter for each value ends at 65,535. A document inside the JSON of its
 * row would be read twice; OFFSET 0 keeps the planner from reading it anew wherever its column is named.
 */
export function rowSet<Columns extends RowColumns>(
  columns: Columns,
  rows: readonly { readonly [Name in keyof Columns]: unknown }[],
): RawBuilder<unknown> {
  const names = Object.keys(columns);
  const documents = names.filter((name) => columns[name] === 'jsonb');
  const plain = names.filter((name) => columns[name] !== 'jsonb');
  const definition = plain.map((name) => `${name} ${columns[name]}`).join(', ');
  const sources = [
    sql`json_to_recordset(${JSON.stringify(rows, plain)}::json) as (${sql.raw(definition)})`,
    ...documents.map((name) => {
      const texts = rows.map((row) => JSON.stringify(row[name])).join(SEPARATOR);
      return sql`unnest(string_to_array(${texts}, ${SEPARATOR}))`;
    }),
  ];
  const values = names.map((name) =>
    columns[name] === 'jsonb' ? `nullif(${name}, 'null')::jsonb as ${name}` : name,
  );
  return sql`(
    select ${sql.raw(values.join(', '))}
    from rows from (${sql.join(sources)}) as given(${sql.raw([...plain, ...documents].join(', '))})
    offset 0
  ) as given`;
}

export function columnNames(columns: RowColumns): RawBuilder<unknown> {
  return sql.raw(Object.keys(columns).join(', '));
}

/** The rows in pieces that fit in a statement; none of none. */
export function* rowChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_MAX) yield rows.slice(start, start + ROWS_MAX);
}
