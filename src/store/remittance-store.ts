import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { NewRemittance, RemittanceReader, RemittanceWriter } from '../ports/remittance-store.ts';
import type { Database } from './database.ts';
import { withoutNulls } from './without-nulls.ts';

export function remittanceStore(db: Kysely<Database>): RemittanceReader & RemittanceWriter {
  return {
    async findByIdentityOrContent(identity, contentSha256) {
      const rows = await remittances(db)
        .where((where) => where.or({ identity_sha256: sha256Of(identity), content_sha256: contentSha256 }))
        .orderBy('sequence')
        .execute();
      return rows.map((row) => withoutNulls(row));
    },
    async get(id) {
      const row = await remittances(db).where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : withoutNulls(row);
    },
    async byIds(ids) {
      const rows = await remittances(db)
        .where(sql<boolean>`id = any(${ids}::text[])`)
        .orderBy('sequence')
        .execute();
      return rows.map((row) => withoutNulls(row));
    },
    async lookUp(reference) {
      const rows = await remittances(db)
        .where((where) => where.or({ id: reference, trace_number: reference }))
        .orderBy('sequence')
        .execute();
      return rows.map((row) => withoutNulls(row));
    },
    async list({ after, limit }) {
      let query = remittances(db);
      if (after !== undefined) {
        query = query.where('sequence', '<', (last) =>
          last.selectFrom('remittance').select('sequence').where('id', '=', after),
        );
      }
      const rows = await query.orderBy('sequence', 'desc').limit(limit).execute();
      return rows.map((row) => withoutNulls(row));
    },
    insert: (remittance) => insert(db, remittance),
    async release(id) {
      const { numUpdatedRows } = await db
        .updateTable('remittance')
        .set({ state: 'published' })
        .where('id', '=', id)
        .where('state', '=', 'held')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function remittances(db: Kysely<Database>) {
  return db
    .selectFrom('remittance')
    .select([
      'id',
      'identity',
      'content_sha256 as contentSha256',
      'file_sha256 as fileSha256',
      'set_control_number as setControlNumber',
      'payer_name as payerName',
      'payer_key as payerKey',
      'payee',
      'trace_number as traceNumber',
      'payment_date as paymentDate',
      'paid_cents as paidCents',
      'payment_method as paymentMethod',
      'claim_count as claimCount',
      'state',
      'hold_code as holdCode',
      'proof',
      'proof_sha256 as proofSha256',
      'created_at as createdAt',
    ]);
}

async function insert(db: Kysely<Database>, remittance: NewRemittance): Promise<void> {
  await db
    .insertInto('remittance')
    .values({
      id: remittance.id,
      identity: remittance.identity,
      identity_sha256: sha256Of(remittance.identity),
      content_sha256: remittance.contentSha256,
      file_sha256: remittance.fileSha256,
      set_control_number: remittance.setControlNumber,
      payer_name: remittance.payerName,
      payer_key: remittance.payerKey,
      payee: JSON.stringify(remittance.payee),
      trace_number: remittance.traceNumber,
      payment_date: remittance.paymentDate ?? null,
      paid_cents: remittance.paidCents,
      payment_method: remittance.paymentMethod,
      claim_count: remittance.claimCount,
      state: remittance.state,
      hold_code: remittance.holdCode ?? null,
      proof: JSON.stringify(remittance.proof),
      proof_sha256: remittance.proofSha256 ?? null,
    })
    .execute();
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
