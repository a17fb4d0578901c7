import { type CustomTypesConfig, types } from 'pg';
import { invariant } from '../base/invariant.ts';

/** Object identifiers of types, as PostgreSQL gives them with each column (pg_type). */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

type Parser = (text: string) => unknown;
type TypeId = Parameters<CustomTypesConfig['getTypeParser']>[0];

const PARSERS: Readonly<Record<number, Parser>> = {
  [INT8]: parseInteger,
  // As text: a business date has no time zone, and a `Date` has one.
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: parseInstant,
};

/** How columns become values, for one pool; the driver's own table is shared by everyone in the process. */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: (type: TypeId, format?: 'text' | 'binary') =>
    PARSERS[type] ?? types.getTypeParser(type, format),
};

/** The one way by which `bigint` comes in: cents, counts, sizes. All of them are safe integers, or nothing goes on. */
function parseInteger(text: string): number {
  const value = Number(text);
  invariant(Number.isSafeInteger(value), 'an integer from the database is a safe integer');
  return value;
}

/** `2026-01-02 03:04:05.678+00`: a transaction's time zone is UTC. Zeros at the end are left out, microseconds are not. */
const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** By text alone: a `Date` for each of a hundred thousand facts would cost more than reading them. */
function parseInstant(text: string): string {
  const [, day, time, fraction = ''] = INSTANT.exec(text) ?? [];
  invariant(day !== undefined, 'an instant from the database is in UTC');
  return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}
