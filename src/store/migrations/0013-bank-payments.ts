import { type QueryExecutorProvider, sql } from 'kysely';
import { makeAppendOnly, protectTenantTable } from './tenant-table.ts';

/**
 * Health care payments of bank files, as the bank has them, without names and account numbers; and how a remittance is
 * paid, which is not known of those that came before.
 */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(REMITTANCES).execute(db);
  await sql.raw(BANK_PAYMENTS).execute(db);
  await protectTenantTable(db, 'bank_payment', 'select, insert');
  await makeAppendOnly(db, 'bank_payment');
}

/**
 * Of remittances that are paid by EFT, those of some days are looked for. Trace number and tenant stand in one index: by
 * the hash of the number alone the planner adds every row of the tenant to it. No payment has a number as long as the
 * limit, which is shorter than what an index takes.
 */
const REMITTANCES = `
  alter table remittance add column payment_method text;
  create index remittance_by_eft on remittance (tenant_id, payment_date) where payment_method = 'ACH';
  create index remittance_to_pair on remittance (tenant_id, trace_number)
    where octet_length(trace_number) <= 200;`;

/** Which remittance a payment belongs to follows from trace number and originator (normalised), and is not kept. */
const BANK_PAYMENTS = `
  create table bank_payment (
    tenant_id tenant not null default current_setting('claimgate.tenant'),
    file_sha256 sha256 not null,
    ordinal integer not null check (ordinal > 0),
    direction text not null check (direction in ('credit', 'debit')),
    amount_cents cents not null check (amount_cents >= 0),
    effective_date date,
    company_name text not null,
    entry_trace text not null,
    trace_number text,
    originator_id text,
    originator text,
    record_number integer not null,
    byte_start bigint not null,
    byte_stop bigint not null,
    primary key (tenant_id, file_sha256, ordinal),
    constraint bank_payment_trace check (num_nonnulls(trace_number, originator_id, originator) in (0, 3))
  );
  create index bank_payment_by_trace on bank_payment (tenant_id, trace_number) where trace_number is not null;
  create index bank_payment_by_date on bank_payment (tenant_id, effective_date);`;
