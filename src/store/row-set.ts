import { type RawBuilder, sql } from 'kysely';

/** Rows of one statement: far fewer bytes than a parameter may have, enough to spread the cost of the statement. */
const ROWS_MAX = 5000;

/** Names the columns of given rows and their types in SQL. */
export type RowColumns = Readonly<Record<string, string>>;

/**
 * Rows as a table for FROM, called `given`. They go in as one JSON parameter: any number of them is one statement,
 * where a parameter for each value ends at 65,535.
 */
export function rowSet<Columns extends RowColumns>(
  columns: Columns,
  rows: readonly { readonly [Name in keyof Columns]: unknown }[],
): RawBuilder<unknown> {
  const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as given(${sql.raw(definition.join(', '))})`;
}

export function columnNames(columns: RowColumns): RawBuilder<unknown> {
  return sql.raw(Object.keys(columns).join(', '));
}

/** The rows in pieces that fit in a statement; none of none. */
export function* rowChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_MAX) yield rows.slice(start, start + ROWS_MAX);
}
