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
  readonly claim_id: string;
  readonly id: string;
  readonly subject_kind: Fact['subjectKind'];
  readonly subject_id: string;
  readonly version: number;
  readonly source: Source | null;
  readonly body: FactBody;
  readonly recorded_at: Instant;
}

/**
 * What an acknowledgment says of other transaction sets than the claim's own is left out: a set can be one of
 * thousands in its interchange, and each has thousands of claims.
 */
async function forClaims(
  db: Kysely<Database>,
  claimIds: readonly string[],
): Promise<readonly (StoredFact & { claimId: string })[]> {
  const { rows } = await sql<FactRow>`
    with found as (
      select fact.subject_id as claim_id, fact.*
      from fact
      where subject_kind = 'claim' and subject_id = any(${claimIds}::text[])
      union all
      select attempt.claim_id, fact.*
      from claim_attempt as attempt
      join fact on fact.subject_kind = 'interchange' and fact.subject_id = attempt.interchange_id
      where attempt.claim_id = any(${claimIds}::text[])
        and coalesce(fact.set_control_number, attempt.set_control_number) = attempt.set_control_number
    )
    select claim_id, id, subject_kind, subject_id, version, source, body, recorded_at
    from found order by sequence, claim_id
  `.execute(db);
  return rows.map(storedFact);
}

function storedFact(row: FactRow): StoredFact & { claimId: string } {
  invariant(row.version === FACT_VERSION, 'a fact has the shape of this release');
  return {
    claimId: row.claim_id,
    id: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    ...(row.source === null ? {} : { source: row.source }),
    body: row.body,
    recordedAt: row.recorded_at,
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
