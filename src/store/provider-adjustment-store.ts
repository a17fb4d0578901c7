import { createHash } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import {
  type OpenItemKey,
  openItemKeyOf,
  type ProviderAdjustmentOnFile,
} from '../domain/posting/open-item.ts';
import type {
  OpenItemBalance,
  ProviderAdjustmentReader,
  ProviderAdjustmentWriter,
} from '../ports/provider-adjustment-store.ts';
import type { Database } from './database.ts';
import { lookedUp } from './looked-up.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';

export function providerAdjustmentStore(
  db: Kysely<Database>,
): ProviderAdjustmentReader & ProviderAdjustmentWriter {
  return {
    openItems: (options) => openItems(db, options),
    ofItems: (keys) => ofItems(db, keys),
    async ofRemittance(remittanceId) {
      const { rows } = await sql<AdjustmentRow>`
        select * from provider_adjustment where remittance_id = ${remittanceId} order by ordinal
      `.execute(db);
      return rows.map(onFile);
    },
    insert: (adjustments) => insert(db, adjustments),
  };
}

async function openItems(
  db: Kysely<Database>,
  { includeClosed = false }: { includeClosed?: boolean } = {},
): Promise<readonly OpenItemBalance[]> {
  const { rows } = await sql<OpenItemBalance>`
    select payer_origin as "payerOrigin", family, item_reference as reference,
      (array_agg(payer_name order by effective_date desc, remittance_id desc))[1] as "payerName",
      sum(amount_cents)::bigint as "balanceCents", count(*)::integer as "adjustmentCount",
      min(effective_date) as since, max(effective_date) as latest
    from provider_adjustment join remittance on remittance.id = remittance_id and state = 'published'
    where item_sha256 is not null
    group by item_sha256, payer_origin, family, item_reference
    having ${includeClosed} or sum(amount_cents) <> 0
    order by since, payer_origin, family, item_reference
  `.execute(db);
  return rows;
}

async function ofItems(
  db: Kysely<Database>,
  keys: readonly OpenItemKey[],
): Promise<readonly ProviderAdjustmentOnFile[]> {
  const found = lookedUp<AdjustmentRow>(
    { table: 'provider_adjustment', columns: '*', by: 'item_sha256' },
    keys.map(itemSha256),
  );
  const { rows } = await sql<AdjustmentRow>`
    select adjustment.* from (${found}) as adjustment, lateral (
      select from remittance where id = adjustment.remittance_id and state = 'published' offset 0
    ) as published
    order by effective_date, remittance_id collate "C", ordinal
  `.execute(db);
  return rows.map(onFile);
}

function itemSha256({ payerOrigin, family, reference }: OpenItemKey): string {
  return createHash('sha256')
    .update(JSON.stringify([payerOrigin, family, reference]))
    .digest('hex');
}

const NEW_ADJUSTMENT = {
  remittance_id: 'text',
  ordinal: 'integer',
  payer_key: 'text',
  provider_id: 'text',
  fiscal_period_end: 'date',
  reason_code: 'text',
  reference: 'text',
  amount_cents: 'bigint',
  effective_date: 'date',
  payer_origin: 'text',
  family: 'text',
  item_reference: 'text',
  item_sha256: 'text',
  place: 'jsonb',
} as const;

async function insert(db: Kysely<Database>, adjustments: readonly ProviderAdjustmentOnFile[]): Promise<void> {
  await inChunks(adjustments, async (chunk) => {
    await sql`
      insert into provider_adjustment (${columnNames(NEW_ADJUSTMENT)})
      select ${columnNames(NEW_ADJUSTMENT)} from ${rowSet(NEW_ADJUSTMENT, chunk.map(rowOf))}
    `.execute(db);
  });
}

function rowOf(one: ProviderAdjustmentOnFile): Readonly<Record<keyof typeof NEW_ADJUSTMENT, unknown>> {
  const { adjustment } = one;
  const key = openItemKeyOf(one);
  return {
    remittance_id: one.remittanceId,
    ordinal: one.ordinal,
    payer_key: one.payerKey,
    provider_id: adjustment.providerId,
    fiscal_period_end: adjustment.fiscalPeriodEnd ?? null,
    reason_code: adjustment.reasonCode,
    reference: adjustment.reference ?? null,
    amount_cents: adjustment.amountCents,
    effective_date: one.effectiveDate,
    payer_origin: key?.payerOrigin ?? null,
    family: key?.family ?? null,
    item_reference: key?.reference ?? null,
    item_sha256: key === undefined ? null : itemSha256(key),
    place: adjustment.place,
  };
}

type AdjustmentRow = Selectable<Database['provider_adjustment']>;

function onFile(row: AdjustmentRow): ProviderAdjustmentOnFile {
  return {
    remittanceId: row.remittance_id,
    ordinal: row.ordinal,
    payerKey: row.payer_key,
    effectiveDate: row.effective_date,
    adjustment: {
      providerId: row.provider_id,
      fiscalPeriodEnd: row.fiscal_period_end ?? undefined,
      reasonCode: row.reason_code,
      ...(row.reference === null ? {} : { reference: row.reference }),
      amountCents: row.amount_cents,
      place: row.place,
    },
  };
}
