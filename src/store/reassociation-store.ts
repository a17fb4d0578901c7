import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import { normalisedOriginator } from '../domain/posting/payer-key.ts';
import type { BankPaymentOnFile } from '../domain/reassociation/bank-payment.ts';
import type { RemittanceToPair } from '../domain/reassociation/reassociate.ts';
import type { ReassociationReader, ReassociationWriter } from '../ports/reassociation-store.ts';
import type { Database } from './database.ts';
import { lookedUp } from './looked-up.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function reassociationStore(db: Kysely<Database>): ReassociationReader & ReassociationWriter {
  return {
    async paymentsByTraceNumbers(traceNumbers) {
      const found = lookedUp<PaymentRow>(
        { table: 'bank_payment', columns: '*', by: 'trace_number' },
        traceNumbers,
      );
      return await payments(db, sql`${found} order by file_sha256, ordinal`);
    },
    payments: ({ limit }) =>
      payments(
        db,
        sql`select * from bank_payment
          order by effective_date desc nulls first, file_sha256, ordinal limit ${limit}`,
      ),
    async payment(fileSha256, ordinal) {
      const wanted = sql`select * from bank_payment where file_sha256 = ${fileSha256} and ordinal = ${ordinal}`;
      return (await payments(db, wanted))[0];
    },
    remittancesByTraceNumbers: (traceNumbers) => remittances(db, traceNumbers),
    unpaired: (options) => unpaired(db, options),
    insert: (added) => insert(db, added),
  };
}

async function remittances(
  db: Kysely<Database>,
  traceNumbers: readonly string[],
): Promise<readonly RemittanceToPair[]> {
  const { rows } = await sql<RemittanceToPair>`
    select found.* from unnest(${[...new Set(traceNumbers)]}::text[]) as wanted(value), lateral (
      select id as "remittanceId", trace_number as "traceNumber", ${sql.raw(ORIGINATOR)} as originator,
        paid_cents as "paidCents", payment_date as "paymentDate", state = 'published' as "isPublished",
        coalesce(payment_method = 'ACH', false) as "isByEft"
      from remittance where trace_number = wanted.value and ${sql.raw(CAN_BE_PAIRED)} offset 0
    ) as found order by "remittanceId"
  `.execute(db);
  return rows.map((row) => withoutNulls(row));
}

/** The first part of the payer's key: TRN03, normalised. */
const ORIGINATOR = `split_part(payer_key, '|', 1)`;

/** What the index of remittances by trace number has. */
const CAN_BE_PAIRED = 'octet_length(trace_number) <= 200';

/**
 * One side has more of a trace number and originator than the other: what is published is paired first, so that it is
 * short of payments where those are fewer; a payment takes what is held too. Each row looks its few counterparts up, and
 * OFFSET 0 keeps it so (see `lookedUp`).
 */
async function unpaired(
  db: Kysely<Database>,
  { since, until, after = '', limit }: Parameters<ReassociationReader['unpaired']>[0],
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly traceNumber: string }>`
    select distinct trace_number collate "C" as "traceNumber" from (
      select trace_number from (
        select id, trace_number, ${sql.raw(ORIGINATOR)} as originator from remittance
        where state = 'published' and payment_method = 'ACH' and paid_cents > 0
          and payment_date between ${since} and ${until} and trace_number collate "C" > ${after}
      ) as due
      where not exists (select from work_item where id = 'reassociation:' || due.id offset 0)
        and ${creditCount('due')} < ${remittanceCount('due', sql`and state = 'published'`)}
      union all
      select trace_number from bank_payment as due
      where direction = 'credit' and trace_number collate "C" > ${after}
        and coalesce(effective_date, ${until}) between ${since} and ${until}
        and not exists (
          select from work_item where id = 'reassociation:' || due.file_sha256 || ':' || due.ordinal
          offset 0
        )
        and ${remittanceCount('due', sql``)} < ${creditCount('due')}
    ) as short order by 1 limit ${limit}
  `.execute(db);
  return rows.map(({ traceNumber }) => traceNumber);
}

function creditCount(due: string): RawBuilder<unknown> {
  return sql`(
    select count(*) from bank_payment as paid
    where paid.trace_number = ${sql.ref(`${due}.trace_number`)}
      and paid.originator = ${sql.ref(`${due}.originator`)} and paid.direction = 'credit'
  )`;
}

function remittanceCount(due: string, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select count(*) from remittance as told
    where told.trace_number = ${sql.ref(`${due}.trace_number`)} and ${sql.raw('octet_length(told.trace_number) <= 200')}
      and split_part(told.payer_key, '|', 1) = ${sql.ref(`${due}.originator`)} ${condition}
  )`;
}

const NEW_PAYMENT = {
  file_sha256: 'text',
  ordinal: 'integer',
  direction: 'text',
  amount_cents: 'bigint',
  effective_date: 'date',
  company_name: 'text',
  entry_trace: 'text',
  trace_number: 'text',
  originator_id: 'text',
  originator: 'text',
  record_number: 'integer',
  byte_start: 'bigint',
  byte_stop: 'bigint',
} as const;

async function insert(db: Kysely<Database>, added: readonly BankPaymentOnFile[]): Promise<void> {
  await inChunks(added, async (chunk) => {
    await sql`
      insert into bank_payment (${columnNames(NEW_PAYMENT)})
      select ${columnNames(NEW_PAYMENT)} from ${rowSet(NEW_PAYMENT, chunk.map(rowOf))}
    `.execute(db);
  });
}

function rowOf(payment: BankPaymentOnFile): Readonly<Record<keyof typeof NEW_PAYMENT, unknown>> {
  const { trace, place } = payment;
  return {
    file_sha256: payment.fileSha256,
    ordinal: payment.ordinal,
    direction: payment.direction,
    amount_cents: payment.amountCents,
    effective_date: payment.effectiveDate ?? null,
    company_name: payment.companyName,
    entry_trace: payment.entryTrace,
    trace_number: trace?.traceNumber ?? null,
    originator_id: trace?.originatorId ?? null,
    originator: trace === undefined ? null : normalisedOriginator(trace.originatorId),
    record_number: place.recordNumber,
    byte_start: place.byteStart,
    byte_stop: place.byteStop,
  };
}

type PaymentRow = Selectable<Database['bank_payment']>;

async function payments(
  db: Kysely<Database>,
  wanted: RawBuilder<unknown>,
): Promise<readonly BankPaymentOnFile[]> {
  const { rows } = await sql<PaymentRow>`${wanted}`.execute(db);
  return rows.map((row) => ({
    fileSha256: row.file_sha256,
    ordinal: row.ordinal,
    direction: row.direction,
    amountCents: row.amount_cents,
    ...(row.effective_date === null ? {} : { effectiveDate: row.effective_date }),
    companyName: row.company_name,
    entryTrace: row.entry_trace,
    ...(row.trace_number === null || row.originator_id === null
      ? {}
      : { trace: { traceNumber: row.trace_number, originatorId: row.originator_id } }),
    place: { recordNumber: row.record_number, byteStart: row.byte_start, byteStop: row.byte_stop },
  }));
}
