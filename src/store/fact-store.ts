import { type Kysely, sql } from 'kysely';
import { addToGroup } from '../base/groups.ts';
import { invariant } from '../base/invariant.ts';
import type { Instant } from '../base/time.ts';
import { FACT_VERSION, type FactBody } from '../domain/claim/fact.ts';
import type { FoldedFact } from '../domain/claim/folded-fact.ts';
import type { Source } from '../domain/exchange/source.ts';
import type { Fact, FactReader, FactWriter, StoredFact } from '../ports/claim-store.ts';
import type { Database } from './database.ts';
import { lookedUp } from './looked-up.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';

export function factStore(db: Kysely<Database>): FactReader & FactWriter {
  return {
    forClaims: (claimIds) => forClaims(db, claimIds),
    toFold: (claimIds) =>
      readFacts(db, claimIds, { table: FOLDED_FACTS, columns: FOLDED_COLUMNS, itemOf: foldedFact }),
    append: (facts) => append(db, facts),
  };
}

/** What the fold sees of a fact. */
interface FoldedRow {
  readonly subject_kind: Fact['subjectKind'];
  readonly subject_id: string;
  readonly version: number;
  readonly source: Source | null;
  readonly body: FactBody;
}

interface FactRow extends FoldedRow {
  readonly id: string;
  readonly sequence: number;
  readonly recorded_at: Instant;
}

const FOLDED_COLUMNS = 'subject_kind, subject_id, version, source, body';

async function forClaims(
  db: Kysely<Database>,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFact[]>> {
  const rows = await readFacts(db, claimIds, {
    table: CLAIM_FACTS,
    columns: `${FOLDED_COLUMNS}, id, sequence, recorded_at`,
    itemOf: (row: FactRow) => row,
  });
  return new Map(
    [...rows].map(([claimId, own]) => [
      claimId,
      own.toSorted((one, other) => one.sequence - other.sequence).map(storedFact),
    ]),
  );
}

function storedFact(row: FactRow): StoredFact {
  return {
    id: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    ...(row.source === null ? {} : { source: row.source }),
    body: row.body,
    recordedAt: row.recorded_at,
  };
}

function foldedFact({ subject_kind, subject_id, source, body }: FoldedRow): FoldedFact {
  return {
    body,
    ...(subject_kind === 'interchange' ? { interchangeId: subject_id } : {}),
    ...(source === null ? {} : { source }),
  };
}

/** How a reading wants facts: which of those of claims, the columns of a row, and what it makes of one. */
interface Reading<Row extends FoldedRow, Item> {
  readonly table: string;
  readonly columns: string;
  readonly itemOf: (row: Row) => Item;
}

/**
 * An interchange has thousands of claims, so that what was said of it comes over once and not once for each. What an
 * acknowledgment says of other transaction sets than the claims' own is left out: there can be thousands of them.
 */
async function readFacts<Row extends FoldedRow, Item>(
  db: Kysely<Database>,
  claimIds: readonly string[],
  { table, columns, itemOf }: Reading<Row, Item>,
): Promise<ReadonlyMap<string, readonly Item[]>> {
  const columnsOfClaims = { table, columns, by: 'subject_id' };
  const [own, { rows: attempts }] = await Promise.all([
    lookedUp<Row>(columnsOfClaims, claimIds).execute(db),
    lookedUp<AttemptPlace>(ATTEMPT_PLACES, claimIds).execute(db),
  ]);
  const shared = await interchangeFacts(db, attempts, { columns, itemOf });
  const items = new Map<string, [Item, ...Item[]]>();
  for (const row of own.rows) addToGroup(items, row.subject_id, itemOf(ofThisRelease(row)));
  for (const { claim_id, interchange_id, set_control_number } of attempts) {
    for (const { setControlNumber, item } of shared.get(interchange_id) ?? []) {
      if ((setControlNumber ?? set_control_number) === set_control_number) addToGroup(items, claim_id, item);
    }
  }
  return items;
}

const CLAIM_FACTS = `(select * from fact where subject_kind = 'claim') as fact`;

/** That the gateway took a claim changes no status, and every claim has this fact. */
const FOLDED_FACTS = `(
  select * from fact where subject_kind = 'claim' and body ->> 'kind' <> 'claim.accepted'
) as fact`;

const ATTEMPT_PLACES = {
  table: 'claim_attempt',
  columns: 'claim_id, interchange_id, set_control_number',
  by: 'claim_id',
};

interface AttemptPlace {
  readonly claim_id: string;
  readonly interchange_id: string;
  readonly set_control_number: string;
}

/** Null where it speaks of all sets. */
interface SharedItem<Item> {
  readonly setControlNumber: string | null;
  readonly item: Item;
}

/** What was said of the interchanges of these attempts, by interchange. */
async function interchangeFacts<Row extends FoldedRow, Item>(
  db: Kysely<Database>,
  attempts: readonly AttemptPlace[],
  { columns, itemOf }: Omit<Reading<Row, Item>, 'table'>,
): Promise<ReadonlyMap<string, readonly SharedItem<Item>[]>> {
  const interchangeIds = [...new Set(attempts.map((attempt) => attempt.interchange_id))];
  const setControlNumbers = [...new Set(attempts.map((attempt) => attempt.set_control_number))];
  const { rows } = await sql<Row & { readonly set_control_number: string | null }>`
    select ${sql.raw(columns)}, set_control_number from fact
    where subject_kind = 'interchange' and subject_id = any(${interchangeIds}::text[])
      and (set_control_number is null or set_control_number = any(${setControlNumbers}::text[]))
  `.execute(db);
  const items = new Map<string, [SharedItem<Item>, ...SharedItem<Item>[]]>();
  for (const row of rows) {
    const item = itemOf(ofThisRelease(row));
    addToGroup(items, row.subject_id, { setControlNumber: row.set_control_number, item });
  }
  return items;
}

function ofThisRelease<Row extends FoldedRow>(row: Row): Row {
  invariant(row.version === FACT_VERSION, 'a fact has the shape of this release');
  return row;
}

const NEW_FACT = {
  id: 'text',
  subject_kind: 'text',
  subject_id: 'text',
  version: 'integer',
  source: 'jsonb',
  body: 'jsonb',
} as const;

/** Rows go in by id, so that two transactions with the same facts wait for each other in one order. */
async function append(db: Kysely<Database>, facts: readonly Fact[]): Promise<readonly string[]> {
  const claimIds = await lockClaims(db, facts);
  await inChunks(facts, async (chunk) => {
    const rows = chunk.map((fact) => ({
      id: fact.id,
      subject_kind: fact.subjectKind,
      subject_id: fact.subjectId,
      version: FACT_VERSION,
      source: fact.source ?? null,
      body: fact.body,
    }));
    await sql`
      insert into fact (${columnNames(NEW_FACT)})
      select ${columnNames(NEW_FACT)} from ${rowSet(NEW_FACT, rows)} order by id
      on conflict (tenant_id, id) do nothing
    `.execute(db);
  });
  return claimIds;
}

/**
 * Takes the claims that the facts speak of until the transaction ends. Of two transactions that learn something of one
 * claim, the second sees the facts of the first before it folds: a status never misses a fact that was recorded.
 */
async function lockClaims(db: Kysely<Database>, facts: readonly Fact[]): Promise<readonly string[]> {
  const ids = (kind: Fact['subjectKind']): string[] => [
    ...new Set(facts.filter((fact) => fact.subjectKind === kind).map((fact) => fact.subjectId)),
  ];
  const { rows } = await sql<{ id: string }>`
    with told as materialized (
      select unnest(${ids('claim')}::text[]) as id
      union
      ${lookedUp({ table: 'claim_attempt', columns: 'claim_id', by: 'interchange_id' }, ids('interchange'))}
    )
    select told.id from (select id from told order by id) as told, lateral (
      select from claim_status where claim_id = told.id for no key update
    ) as locked
  `.execute(db);
  return rows.map(({ id }) => id);
}
