import { type Kysely, sql } from 'kysely';
import type { WorkItem, WorkItemReader, WorkItemWriter } from '../ports/money-store.ts';
import type { Database } from './database.ts';
import { columnNames, rowChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function workItemStore(db: Kysely<Database>): WorkItemReader & WorkItemWriter {
  return {
    /** Oldest first: what waits longest is looked at first. */
    list: ({ limit }) => read(items(db).limit(limit)),
    forClaim: (claimId) => read(items(db).where('claim_id', '=', claimId)),
    open: (workItems) => open(db, workItems),
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
    ])
    .orderBy('sequence');
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
  for (const chunk of rowChunks(workItems)) {
    const rows = chunk.map((item) => ({
      id: item.id,
      kind: item.kind,
      claim_id: item.claimId ?? null,
      remittance_id: item.remittanceId ?? null,
      file_sha256: item.fileSha256 ?? null,
      interchange_id: item.interchangeId ?? null,
      amount_cents: item.amountCents ?? null,
      codes: item.codes,
    }));
    await sql`
      insert into work_item (${columnNames(NEW_ITEM)})
      select ${columnNames(NEW_ITEM)} from ${rowSet(NEW_ITEM, rows)} order by id
      on conflict (tenant_id, id) do nothing
    `.execute(db);
  }
}
