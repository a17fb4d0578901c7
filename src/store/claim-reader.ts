import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
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

export type ClaimRow = Selectable<Database['claim']> & Pick<Selectable<Database['claim_status']>, 'status'>;

/** The status is looked up claim by claim, as OFFSET 0 keeps it (see `lookedUp`). */
const WITH_STATUS = `(
  select claim.*, standing.status
  from claim, lateral (select status from claim_status where claim_id = claim.id offset 0) as standing
) as claim`;

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

async function read(db: Kysely<Database>, claims: RawBuilder<ClaimRow>): Promise<readonly StoredClaim[]> {
  const { rows } = await sql<ClaimRow>`${claims} order by sequence`.execute(db);
  return rows.map(storedClaim);
}

async function lookUpBy(
  db: Kysely<Database>,
  by: 'key' | 'id',
  values: readonly string[],
): Promise<readonly StoredClaim[]> {
  const wanted = lookedUp<ClaimRow>({ table: WITH_STATUS, columns: '*', by }, values);
  return await read(db, wanted);
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
  return await read(db, sql`select * from ${sql.raw(WITH_STATUS)} where id in (${found})`);
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
  // Whichever the planner begins with, it has an index in the order wanted, and looks the other up row by row.
  const inOrder =
    headline === undefined
      ? sql`claim, lateral (select * from claim_status where claim_id = claim.id offset 0) as standing`
      : sql`claim_status as standing, lateral (select * from claim where id = standing.claim_id offset 0) as claim`;
  const place = headline === undefined ? sql`claim.sequence` : sql`standing.sequence`;
  const conditions = [
    ...(headline === undefined
      ? []
      : [sql`standing.stage = claim_stage(${headline}) and standing.headline = ${headline}`]),
    ...(after === undefined
      ? []
      : [sql`${place} > (select former.sequence from claim as former where former.id = ${after})`]),
  ];
  const { rows } = await sql<ClaimSummary>`
    select claim.id, claim.account_number as "accountNumber", claim.payer_name as "payerName",
      claim.service_date as "serviceDate", claim.charge_cents as "chargeCents", standing.headline
    from ${inOrder}
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by ${place} limit ${limit}
  `.execute(db);
  return rows;
}

async function countByHeadline(
  db: Kysely<Database>,
): Promise<readonly { headline: ClaimHeadline; count: number; chargeCents: Cents }[]> {
  return await db
    .selectFrom('claim_status')
    .select([
      'headline',
      sql<number>`count(*)`.as('count'),
      sql<Cents>`sum(charge_cents)::bigint`.as('chargeCents'),
    ])
    .groupBy('headline')
    .orderBy('headline')
    .execute();
}
