import { type RawBuilder, sql } from 'kysely';

/** What of which table, by which column. All three are ours, never a value. */
export interface LookUp {
  readonly table: string;
  readonly columns: string;
  readonly by: string;
}

/**
 * The rows with one of these values, looked up value by value in the index of the column: any number of values in one
 * parameter. With `= any (...)` the planner may do otherwise, and of a table that it has not counted yet it reads every
 * row of the tenant for each thousand values.
 */
export function lookedUp<Row>(lookUp: LookUp, values: readonly string[]): RawBuilder<Row> {
  const { table, columns, by } = lookUp;
  return sql<Row>`
    select found.* from unnest(${[...new Set(values)]}::text[]) as wanted(value), lateral (
      select ${sql.raw(columns)} from ${sql.raw(table)} where ${sql.raw(by)} = wanted.value offset 0
    ) as found`;
}
