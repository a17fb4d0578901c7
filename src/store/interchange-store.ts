import { type Kysely, sql } from 'kysely';
import { invariant } from '../base/invariant.ts';
import type { InterchangeReader, InterchangeWriter, NewInterchange } from '../ports/exchange-store.ts';
import type { Database } from './database.ts';

export function interchangeStore(db: Kysely<Database>): InterchangeReader & InterchangeWriter {
  return {
    get: (id) => interchanges(db).where('id', '=', id).executeTakeFirst(),
    findByControlNumber: (partnerId, interchangeControlNumber) =>
      interchanges(db)
        .where('partner_id', '=', partnerId)
        .where('interchange_control_number', '=', interchangeControlNumber)
        .executeTakeFirst(),
    findByGroup: (partnerId, groupControlNumber) =>
      interchanges(db)
        .where('partner_id', '=', partnerId)
        .where('group_control_number', '=', groupControlNumber)
        .executeTakeFirst(),
    list: ({ limit }) => interchanges(db).orderBy('sequence', 'desc').limit(limit).execute(),
    insert: (interchange) => insert(db, interchange),
    nextControlNumber: (partnerId, counter) => nextControlNumber(db, partnerId, counter),
  };
}

function interchanges(db: Kysely<Database>) {
  return db
    .selectFrom('interchange')
    .select([
      'id',
      'partner_id as partnerId',
      'interchange_control_number as interchangeControlNumber',
      'group_control_number as groupControlNumber',
      'archive_sha256 as archiveSha256',
      'size_bytes as sizeBytes',
      'file_name as fileName',
      'claim_count as claimCount',
      'charge_cents as chargeCents',
      'created_at as createdAt',
    ]);
}

async function insert(db: Kysely<Database>, interchange: NewInterchange): Promise<void> {
  await db
    .insertInto('interchange')
    .values({
      id: interchange.id,
      partner_id: interchange.partnerId,
      interchange_control_number: interchange.interchangeControlNumber,
      group_control_number: interchange.groupControlNumber,
      archive_sha256: interchange.archiveSha256,
      size_bytes: interchange.sizeBytes,
      file_name: interchange.fileName,
      claim_count: interchange.claimCount,
      charge_cents: interchange.chargeCents,
    })
    .execute();
}

/** Throws `store.control-numbers-used-up` after 999,999,999: which numbers may be used again only the partner knows. */
async function nextControlNumber(
  db: Kysely<Database>,
  partnerId: string,
  counter: 'interchange' | 'group',
): Promise<number> {
  const row = await db
    .insertInto('control_number')
    .values({ partner_id: partnerId, counter, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .constraint('control_number_pkey')
        .doUpdateSet({ last_number: sql`control_number.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirst();
  invariant(row !== undefined, 'a counter always answers');
  return row.last_number;
}
