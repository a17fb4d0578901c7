import { type Kysely, sql } from 'kysely';
import { invariant } from '../base/invariant.ts';
import type { BusinessDate } from '../base/time.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { ClaimStatus } from '../domain/claim/status.ts';
import type { ClaimAttempt, ClaimWriter, NewClaim, StoredClaim } from '../ports/claim-store.ts';
import { type ClaimRow, storedClaim } from './claim-reader.ts';
import type { Database } from './database.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';

export function claimWriter(db: Kysely<Database>): ClaimWriter {
  return {
    insert: (claims) => insert(db, claims),
    takeReady: (partnerId, limit) => takeReady(db, partnerId, limit),
    insertAttempts: (attempts) => insertAttempts(db, attempts),
    updateStatuses: (statuses) => updateStatuses(db, statuses),
  };
}

const NEW_CLAIM = {
  id: 'text',
  key: 'text',
  content_sha256: 'text',
  archive_sha256: 'text',
  partner_id: 'text',
  account_number: 'text',
  payer_name: 'text',
  service_date: 'date',
  charge_cents: 'bigint',
  claim: 'jsonb',
} as const;
const NEW_STATUS = { id: 'text', headline: 'text', status: 'jsonb' } as const;

async function insert(db: Kysely<Database>, claims: readonly NewClaim[]): Promise<void> {
  await inChunks(claims, async (chunk) => {
    const rows = chunk.map(({ claim, status, ...given }) => ({
      id: given.id,
      key: given.key,
      content_sha256: given.contentSha256,
      archive_sha256: given.archiveSha256,
      partner_id: given.partnerId,
      account_number: claim.accountNumber,
      payer_name: claim.payer.name,
      service_date: firstServiceDate(claim),
      charge_cents: claim.chargeCents,
      claim,
      headline: status.headline,
      status,
    }));
    // In the order given, which becomes their age. Statuses come apart, for documents that go from one set of rows to
    // two tables are kept in between.
    await sql`
      with added as (
        insert into claim (${columnNames(NEW_CLAIM)}) select ${columnNames(NEW_CLAIM)} from ${rowSet(NEW_CLAIM, rows)}
        returning id, sequence, partner_id, charge_cents
      )
      insert into claim_status (claim_id, sequence, partner_id, charge_cents, headline, status)
      select id, sequence, added.partner_id, added.charge_cents, headline, status
      from added join ${rowSet(NEW_STATUS, rows)} using (id)
    `.execute(db);
  });
}

function firstServiceDate(claim: ProfessionalClaim): BusinessDate {
  const first = claim.lines.map((line) => line.serviceDate).toSorted()[0];
  invariant(first !== undefined, 'a claim has a service line');
  return first;
}

async function takeReady(
  db: Kysely<Database>,
  partnerId: string,
  limit: number,
): Promise<readonly StoredClaim[]> {
  const { rows } = await sql<ClaimRow>`
    with taken as materialized (
      select claim_id, sequence, status from claim_status
      where partner_id = ${partnerId} and stage = 'ready'
      order by sequence limit ${limit} for no key update skip locked
    )
    select claim.*, taken.status
    from taken, lateral (select * from claim where id = taken.claim_id offset 0) as claim
    order by taken.sequence
  `.execute(db);
  return rows.map(storedClaim);
}

const NEW_ATTEMPT = {
  claim_id: 'text',
  number: 'integer',
  patient_control_number: 'text',
  interchange_id: 'text',
  set_control_number: 'text',
} as const;

async function insertAttempts(db: Kysely<Database>, attempts: readonly ClaimAttempt[]): Promise<void> {
  await inChunks(attempts, async (chunk) => {
    const rows = chunk.map((attempt) => ({
      claim_id: attempt.claimId,
      number: attempt.number,
      patient_control_number: attempt.patientControlNumber,
      interchange_id: attempt.interchangeId,
      set_control_number: attempt.setControlNumber,
    }));
    await sql`
      insert into claim_attempt (${columnNames(NEW_ATTEMPT)})
      select ${columnNames(NEW_ATTEMPT)} from ${rowSet(NEW_ATTEMPT, rows)}
    `.execute(db);
  });
}

const STATUS = { id: 'text', headline: 'text', status: 'jsonb' } as const;

async function updateStatuses(
  db: Kysely<Database>,
  statuses: readonly { claimId: string; status: ClaimStatus }[],
): Promise<void> {
  await inChunks(statuses, async (chunk) => {
    const rows = chunk.map(({ claimId, status }) => ({ id: claimId, headline: status.headline, status }));
    // The last condition always holds, and the planner takes it for rare: it then looks each status up by its key, where
    // otherwise it reads all rows of a table that it has not counted yet.
    await sql`
      update claim_status set headline = given.headline, status = given.status
      from ${rowSet(STATUS, rows)}
      where claim_id = given.id and claim_status.status <> given.status and given.id = given.id || ''
    `.execute(db);
  });
}
