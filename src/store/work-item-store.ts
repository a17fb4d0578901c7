import { type Kysely, type RawBuilder, sql } from 'kysely';
import { invariant } from '../base/invariant.ts';
import type {
  WorkItem,
  WorkItemFilter,
  WorkItemReader,
  WorkItemScope,
  WorkItemWriter,
} from '../ports/work-item-store.ts';
import type { Database } from './database.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function workItemStore(db: Kysely<Database>): WorkItemReader & WorkItemWriter {
  return {
    list: ({ limit, ...filter }) => read(wanted(db, filter).limit(limit)),
    byIds: (ids) => read(items(db).where(sql<boolean>`id = any(${ids}::text[])`)),
    forClaim: (claimId) => read(items(db).where('claim_id', '=', claimId)),
    open: (workItems) => open(db, workItems),
    keep: (scope, workItems) => keep(db, scope, workItems),
    resolve: (ids) => resolve(db, ids),
    reopen: (ids) => reopen(db, ids),
    keepLateAnswers: (interchangeIds, workItems) => keepLateAnswers(db, interchangeIds, workItems),
  };
}

function items(db: Kysely<Database>) {
  return db
    .selectFrom('work_item')
    .select([
      'id',
      'kind',
      'claim_id as claimId',
      'remittance_id as remittanceId',
      'file_sha256 as fileSha256',
      'interchange_id as interchangeId',
      'amount_cents as amountCents',
      'codes',
      'opened_at as openedAt',
      'closed_at as closedAt',
      'closed_as as closedAs',
    ])
    .orderBy('sequence');
}

function wanted(db: Kysely<Database>, { isClosed = false, kinds, code, payer }: WorkItemFilter) {
  let found = items(db).where('closed_at', isClosed ? 'is not' : 'is', null);
  if (kinds !== undefined) found = found.where('kind', 'in', kinds);
  if (code !== undefined) found = found.where(sql<boolean>`${code} = any(codes)`);
  if (payer === undefined) return found;
  return found.where(sql<boolean>`exists (
    select from remittance where remittance.id = work_item.remittance_id
      and (lower(payer_name) = lower(${payer}) or upper(${payer}) = any(string_to_array(payer_key, '|'))))`);
}

async function read(query: ReturnType<typeof items>): ReturnType<WorkItemReader['list']> {
  return (await query.execute()).map((row) => withoutNulls(row));
}

const NEW_ITEM = {
  id: 'text',
  kind: 'text',
  claim_id: 'text',
  remittance_id: 'text',
  file_sha256: 'text',
  interchange_id: 'text',
  amount_cents: 'bigint',
  codes: 'text[]',
} as const;

async function open(db: Kysely<Database>, workItems: readonly WorkItem[]): Promise<void> {
  await inChunks(workItems, async (chunk) => {
    await sql`
      insert into work_item (${columnNames(NEW_ITEM)})
      select ${columnNames(NEW_ITEM)} from ${rowSet(NEW_ITEM, chunk.map(rowOf))} order by id
      on conflict (tenant_id, id) do nothing
    `.execute(db);
  });
}

function rowOf(item: WorkItem): Readonly<Record<keyof typeof NEW_ITEM, unknown>> {
  return {
    id: item.id,
    kind: item.kind,
    claim_id: item.claimId ?? null,
    remittance_id: item.remittanceId ?? null,
    file_sha256: item.fileSha256 ?? null,
    interchange_id: item.interchangeId ?? null,
    amount_cents: item.amountCents ?? null,
    codes: item.codes,
  };
}

async function keep(
  db: Kysely<Database>,
  { kinds, ids = [], claimIds = [], remittanceIds = [] }: WorkItemScope,
  workItems: readonly WorkItem[],
): Promise<void> {
  invariant(
    workItems.every(({ kind }) => kinds.includes(kind)),
    'a work item that is kept is of the kinds that are looked after',
  );
  await sql`
    update work_item set closed_at = now(), closed_as = 'settled'
    from (
      ${openAbout('claim_id', claimIds)} union ${openAbout('remittance_id', remittanceIds)}
      union ${openAbout('id', ids)}
    ) as about
    where work_item.id = about.id and kind = any(${kinds}::text[]) and not exists (
      select from unnest(${workItems.map(({ id }) => id)}::text[]) as kept(id) where kept.id = work_item.id
    )
  `.execute(db);
  await inChunks(workItems, async (chunk) => {
    // A row that says the same already is not written again.
    await sql`
      insert into work_item (${columnNames(NEW_ITEM)})
      select ${columnNames(NEW_ITEM)} from ${rowSet(NEW_ITEM, chunk.map(rowOf))} order by id
      on conflict (tenant_id, id) do update set
        claim_id = excluded.claim_id, codes = excluded.codes, amount_cents = excluded.amount_cents,
        closed_at = null, closed_as = null
      where work_item.codes <> excluded.codes or work_item.amount_cents is distinct from excluded.amount_cents
        or work_item.closed_as <> 'resolved'
        or (work_item.closed_at is null and work_item.claim_id is distinct from excluded.claim_id)
    `.execute(db);
  });
}

/** Open items, looked up value by value, whatever the planner knows of the table (see `lookedUp`). */
function openAbout(
  column: 'id' | 'claim_id' | 'remittance_id',
  values: readonly string[],
): RawBuilder<unknown> {
  return sql`
    select found.id from unnest(${values}::text[]) as wanted(value), lateral (
      select id from work_item where ${sql.raw(column)} = wanted.value and closed_at is null offset 0
    ) as found`;
}

async function resolve(db: Kysely<Database>, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    update work_item set closed_at = now(), closed_as = 'resolved'
    where id = any(${ids}::text[]) and closed_at is null returning id
  `.execute(db);
  return rows.map(({ id }) => id);
}

async function reopen(db: Kysely<Database>, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    update work_item set closed_at = null, closed_as = null
    where id = any(${ids}::text[]) and closed_as = 'resolved' returning id
  `.execute(db);
  return rows.map(({ id }) => id);
}

async function keepLateAnswers(
  db: Kysely<Database>,
  interchangeIds: readonly string[],
  workItems: readonly WorkItem[],
): Promise<void> {
  await sql`
    update work_item set closed_at = now(), closed_as = 'answered-late'
    where kind = 'answer-late' and closed_at is null and interchange_id = any(${interchangeIds}::text[])
      and id <> all(${workItems.map(({ id }) => id)}::text[])
  `.execute(db);
  await inChunks(workItems, async (chunk) => {
    // A row that says the same already is not written again.
    await sql`
      insert into work_item (${columnNames(NEW_ITEM)})
      select ${columnNames(NEW_ITEM)} from ${rowSet(NEW_ITEM, chunk.map(rowOf))} order by id
      on conflict (tenant_id, id) do update set
        codes = excluded.codes, amount_cents = excluded.amount_cents, closed_at = null, closed_as = null
      where work_item.closed_at is not null or work_item.codes <> excluded.codes
        or work_item.amount_cents is distinct from excluded.amount_cents
    `.execute(db);
  });
}
