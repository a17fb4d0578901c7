import { type QueryExecutorProvider, sql } from 'kysely';
import { protectTenantTable } from './tenant-table.ts';

/** Who must answer what by when, and work items that an answer closes. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(AWAITED_ANSWERS).execute(db);
  await sql.raw(CLOSED_WORK_ITEMS).execute(db);
  await protectTenantTable(db, 'awaited_answer', 'select, insert, update (state)');
  await sql
    .raw('grant update (codes, amount_cents, closed_at, closed_as) on work_item to claimgate_app')
    .execute(db);
}

const AWAITED_ANSWERS = `
  create table awaited_answer (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    interchange_id text not null,
    answer text not null check (answer in ('TA1', '999', '277CA', '835')),
    partner_id text not null,
    due_at timestamptz(3) not null,
    state text not null default 'awaited' check (state in ('awaited', 'answered', 'late', 'answered-late')),
    primary key (tenant_id, interchange_id, answer),
    foreign key (tenant_id, interchange_id) references interchange (tenant_id, id)
  );
  create index awaited_answer_open on awaited_answer (tenant_id, due_at) where state in ('awaited', 'late');`;

const CLOSED_WORK_ITEMS = `
  alter table work_item
    add column closed_at timestamptz(3),
    add column closed_as text check (closed_as = 'answered-late'),
    add constraint work_item_closed check ((closed_at is null) = (closed_as is null));
  create index work_item_silence on work_item (tenant_id, interchange_id)
    where kind = 'answer-late' and closed_at is null;`;
