import { type Kysely, sql } from 'kysely';
import { invariant } from '../base/invariant.ts';
import type { Instant } from '../base/time.ts';
import { FACT_VERSION, type FactBody } from '../domain/claim/fact.ts';
import type { Source } from '../domain/exchange/source.ts';
import type { Fact, FactReader, FactWriter, StoredFact } from '../ports/claim-store.ts';
import type { Database } from './database.ts';
import { columnNames, rowChunks, rowSet } from './row-set.ts';

export function factStore(db: Kysely<Database>): FactReader & FactWriter {
  return {
    forClaims: (claimIds) => forClaims(db, claimIds),
    append: (facts) => append(db, facts),
  };
}

interface FactRow {
  readonly id: string;
  readonly sequence: number;
  readonly subject_kind: Fact['subjectKind'];
  readonly subject_id: string;
  readonly version: number;
  readonly source: Source | null;
  readonly body: FactBody;
  readonly set_control_number: string | null;
  readonly recorded_at: Instant;
}

const FACT_COLUMNS = sql.raw(
  'id, sequence, subject_kind, subject_id, version, source, body, set_control_number, recorded_at',
);

/** A fact with its age. */
interface AgedFact {
  readonly sequence: number;
  readonly fact: StoredFact;
}

/**
 * An interchange has thousands of claims, so that what was said of it comes over once and not once for each. What an
 * acknowledgment says of other transaction sets than the claims' own is left out: there can be thousands of them.
 */
async function forClaims(
  db: Kysely<Database>,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFact[]>> {
  const own = await sql<FactRow>`
    select ${FACT_COLUMNS} from fact
    where subject_kind = 'claim' and subject_id = any(${claimIds}::text[])
  `.execute(db);
  const { rows: attempts } = await sql<AttemptPlace>`
    select claim_id, interchange_id, set_control_number from claim_attempt
    where claim_id = any(${claimIds}::text[])
  `.execute(db);
  const shared = await interchangeFacts(db, attempts);
  const aged = new Map<string, AgedFact[]>();
  for (const row of own.rows) add(aged, row.subject_id, agedFact(row));
  for (const { claim_id, interchange_id, set_control_number } of attempts) {
    for (const { setControlNumber, ...fact } of shared.get(interchange_id) ?? []) {
      if ((setControlNumber ?? set_control_number) === set_control_number) add(aged, claim_id, fact);
    }
  }
  return new Map([...aged].map(([claimId, facts]) => [claimId, oldestFirst(facts)]));
}

interface AttemptPlace {
  readonly claim_id: string;
  readonly interchange_id: string;
  readonly set_control_number: string;
}

/** What was said of the interchanges of these attempts, each with the set that it speaks of. */
async function interchangeFacts(
  db: Kysely<Database>,
  attempts: readonly AttemptPlace[],
): Promise<ReadonlyMap<string, readonly (AgedFact & { readonly setControlNumber: string | null })[]>> {
  const interchangeIds = [...new Set(attempts.map((attempt) => attempt.interchange_id))];
  const setControlNumbers = [...new Set(attempts.map((attempt) => attempt.set_control_number))];
  const { rows } = await sql<FactRow>`
    select ${FACT_COLUMNS} from fact
    where subject_kind = 'interchange' and subject_id = any(${interchangeIds}::text[])
      and (set_control_number is null or set_control_number = any(${setControlNumbers}::text[]))
  `.execute(db);
  const facts = new Map<string, (AgedFact & { readonly setControlNumber: string | null })[]>();
  for (const row of rows) {
    add(facts, row.subject_id, { ...agedFact(row), setControlNumber: row.set_control_number });
  }
  return facts;
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function oldestFirst(facts: readonly AgedFact[]): StoredFact[] {
  return facts.toSorted((one, other) => one.sequence - other.sequence).map(({ fact }) => fact);
}

function agedFact(row: FactRow): AgedFact {
  invariant(row.version === FACT_VERSION, 'a fact has the shape of this release');
  return {
    sequence: row.sequence,
    fact: {
      id: row.id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      ...(row.source === null ? {} : { source: row.source }),
      body: row.body,
      recordedAt: row.recorded_at,
    },
  };
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
  const added: string[] = [];
  for (const chunk of rowChunks(facts)) {
    await lockClaims(db, chunk);
    const rows = chunk.map((fact) => ({
      id: fact.id,
      subject_kind: fact.subjectKind,
      subject_id: fact.subjectId,
      version: FACT_VERSION,
      source: fact.source ?? null,
      body: fact.body,
    }));
    const inserted = await sql<{ id: string }>`
      insert into fact (${columnNames(NEW_FACT)})
      select ${columnNames(NEW_FACT)} from ${rowSet(NEW_FACT, rows)} order by id
      on conflict (tenant_id, id) do nothing
      returning id
    `.execute(db);
    added.push(...inserted.rows.map(({ id }) => id));
  }
  return added;
}

/**
 * Takes the claims that the facts speak of until the transaction ends. Of two transactions that learn something of one
 * claim, the second sees the facts of the first before it folds: a status never misses a fact that was recorded.
 */
async function lockClaims(db: Kysely<Database>, facts: readonly Fact[]): Promise<void> {
  const ids = (kind: Fact['subjectKind']): string[] => [
    ...new Set(facts.filter((fact) => fact.subjectKind === kind).map((fact) => fact.subjectId)),
  ];
  await sql`
    select from claim
    where id in (
      select unnest(${ids('claim')}::text[])
      union
      select claim_id from claim_attempt where interchange_id = any(${ids('interchange')}::text[])
    )
    order by id for no key update
  `.execute(db);
}
