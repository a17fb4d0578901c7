import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Cents } from '../base/money.ts';
import type { ClaimHeadline } from '../domain/claim/status.ts';
import type { ClaimAttempt, ClaimReader, ClaimSummary, StoredClaim } from '../ports/claim-store.ts';
import type { Database } from './database.ts';
import { lookedUp } from './looked-up.ts';
import { candidatesByIds, candidatesByMembers, candidatesByNumbers } from './match-candidates.ts';

export function claimReader(db: Kysely<Database>): ClaimReader {
  return {
    findByKeys: (keys) => findByKeys(db, keys),
    byIds: (ids) => lookUpBy(db, 'id', ids),
    lookUp: (reference) => lookUp(db, reference),
    candidatesByNumbers: (numbers) => candidatesByNumbers(db, numbers),
    candidatesByIds: (claimIds) => candidatesByIds(db, claimIds),
    candidatesByMembers: (services) => candidatesByMembers(db, services),
    attemptsByControlNumbers: (numbers) => readAttempts(db, 'patient_control_number', numbers),
    attemptsByClaims: (claimIds) => readAttempts(db, 'claim_id', claimIds),
    attemptsByInterchange: (interchangeId) => readAttempts(db, 'interchange_id', [interchangeId]),
    list: (options) => list(db, options),
    countByHeadline: () => countByHeadline(db),
  };
}

type ClaimQuery<Row> = SelectQueryBuilder<Database, 'claim', Row>;
export type ClaimRow = Pick<Selectable<Database['claim']>, (typeof CLAIM_COLUMNS)[number]>;

export const CLAIM_COLUMNS = [
  'id',
  'key',
  'content_sha256',
  'archive_sha256',
  'partner_id',
  'claim',
  'status',
  'created_at',
] as const;

function claims(db: Kysely<Database>): ClaimQuery<ClaimRow> {
  return db.selectFrom('claim').select(CLAIM_COLUMNS).orderBy('sequence');
}

async function read(query: ClaimQuery<ClaimRow>): Promise<StoredClaim[]> {
  return (await query.execute()).map(storedClaim);
}

export function storedClaim(row: ClaimRow): StoredClaim {
  return {
    id: row.id,
    key: row.key,
    contentSha256: row.content_sha256,
    archiveSha256: row.archive_sha256,
    partnerId: row.partner_id,
    claim: row.claim,
    status: row.status,
    createdAt: row.created_at,
  };
}

/**
 * Whoever asks for a correction's key is about to book the difference to what stands for its account, so that
 * corrections of one account must come one after the other. New claims need no lock: each has a key of its own.
 */
async function findByKeys(db: Kysely<Database>, keys: readonly string[]): Promise<readonly StoredClaim[]> {
  const corrected = new Set(keys.flatMap((key) => (key.includes('\n') ? [key.split('\n', 1)[0] ?? ''] : [])));
  if (corrected.size > 0) {
    await sql`
      select pg_advisory_xact_lock(hashtextextended(current_setting('claimgate.tenant') || ' ' || account, 0))
      from unnest(${[...corrected].toSorted()}::text[]) as account
    `.execute(db);
  }
  return await lookUpBy(db, 'key', keys);
}

async function lookUpBy(
  db: Kysely<Database>,
  by: 'key' | 'id',
  values: readonly string[],
): Promise<readonly StoredClaim[]> {
  const wanted = { table: 'claim', columns: [...CLAIM_COLUMNS, 'sequence'].join(', '), by };
  const { rows } = await sql<ClaimRow>`${lookedUp(wanted, values)} order by sequence`.execute(db);
  return rows.map(storedClaim);
}

async function lookUp(db: Kysely<Database>, reference: string): Promise<readonly StoredClaim[]> {
  // Four looks into four indexes; one condition with OR would read every claim. A claim that corrects no other has its
  // account number for a key.
  const found = db
    .selectFrom('claim')
    .select('id')
    .where('id', '=', reference)
    .union(
      db
        .selectFrom('claim')
        .select('id')
        .where('key', '=', reference)
        .where('account_number', '=', reference),
    )
    .union(
      db
        .selectFrom('claim')
        .select('id')
        .where('account_number', '=', reference)
        .whereRef('key', '<>', 'account_number'),
    )
    .union(
      db.selectFrom('claim_attempt').select('claim_id as id').where('patient_control_number', '=', reference),
    );
  return await read(claims(db).where('id', 'in', found));
}

const ATTEMPT_COLUMNS = `
  claim_id as "claimId", number, patient_control_number as "patientControlNumber",
  interchange_id as "interchangeId", set_control_number as "setControlNumber"`;

async function readAttempts(
  db: Kysely<Database>,
  by: 'patient_control_number' | 'claim_id' | 'interchange_id',
  values: readonly string[],
): Promise<readonly ClaimAttempt[]> {
  const attempts = lookedUp<ClaimAttempt>({ table: 'claim_attempt', columns: ATTEMPT_COLUMNS, by }, values);
  return (await sql<ClaimAttempt>`${attempts} order by "claimId", number`.execute(db)).rows;
}

async function list(
  db: Kysely<Database>,
  { headline, after, limit }: { headline?: ClaimHeadline; after?: string; limit: number },
): Promise<readonly ClaimSummary[]> {
  let query = db
    .selectFrom('claim')
    .select([
      'id',
      'account_number as accountNumber',
      'payer_name as payerName',
      'service_date as serviceDate',
      'charge_cents as chargeCents',
      'headline',
    ]);
  if (headline !== undefined) {
    query = query.where('stage', '=', sql<string>`claim_stage(${headline})`).where('headline', '=', headline);
  }
  if (after !== undefined) {
    query = query.where('sequence', '>', (where) =>
      where.selectFrom('claim as former').select('former.sequence').where('former.id', '=', after),
    );
  }
  return await query.orderBy('sequence').limit(limit).execute();
}

async function countByHeadline(
  db: Kysely<Database>,
): Promise<readonly { headline: ClaimHeadline; count: number; chargeCents: Cents }[]> {
  return await db
    .selectFrom('claim')
    .select([
      'headline',
      sql<number>`count(*)`.as('count'),
      sql<Cents>`sum(charge_cents)::bigint`.as('chargeCents'),
    ])
    .groupBy('headline')
    .orderBy('headline')
    .execute();
}
