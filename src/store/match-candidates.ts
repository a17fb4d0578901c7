import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import { plainIdentifier } from '../domain/claim/control-numbers.ts';
import { type MatchCandidate, matchCandidate } from '../domain/matching/match-candidate.ts';
import type { ClaimReader } from '../ports/claim-store.ts';
import type { Database } from './database.ts';
import { lookedUp } from './looked-up.ts';

type NumbersAsked = Parameters<ClaimReader['candidatesByNumbers']>[0];
type ServicesAsked = Parameters<ClaimReader['candidatesByMembers']>[0];

const BY_NUMBER = {
  table: 'claim_attempt',
  columns: 'claim_id, null::text as payer_number',
  by: 'patient_control_number',
};
const BY_CLAIM_ID = { ...BY_NUMBER, by: 'claim_id' };
const BY_PAYER_NUMBER = {
  // A number that a payment told of a claim which it turned out not to be is not that claim's. OFFSET 0 keeps this a look
  // at each fact that is found, and CASE keeps it to those that can be withdrawn.
  table: `(
    select * from fact where subject_kind = 'claim' and case when body ->> 'kind' = 'claim.adjudicated' then not exists (
      select from fact as later
      where later.subject_kind = 'claim' and later.subject_id = fact.subject_id
        and later.body ->> 'kind' = 'claim.adjudication-withdrawn'
        and later.body ->> 'remittanceId' = fact.body ->> 'remittanceId'
        and later.body ->> 'claimPaymentOrdinal' = fact.body ->> 'claimPaymentOrdinal'
        and (later.body ->> 'number')::integer > coalesce((fact.body ->> 'number')::integer, 1)
      offset 0
    ) else true end
  ) as fact`,
  columns: 'subject_id as claim_id, payer_claim_control_number as payer_number',
  by: 'payer_claim_control_number',
};
const BY_ORIGINAL_NUMBER = {
  table: 'claim',
  columns: 'id as claim_id, null::text as payer_number',
  by: 'original_payer_claim_control_number',
};

/** Three looks into three indexes, and one at each claim that is found. */
export async function candidatesByNumbers(
  db: Kysely<Database>,
  { patientControlNumbers, payerClaimControlNumbers }: NumbersAsked,
): Promise<readonly MatchCandidate[]> {
  return await candidates(
    db,
    sql`
      ${lookedUp(BY_NUMBER, patientControlNumbers)}
      union all ${lookedUp(BY_PAYER_NUMBER, payerClaimControlNumbers)}
      union all ${lookedUp(BY_ORIGINAL_NUMBER, payerClaimControlNumbers)}`,
  );
}

export async function candidatesByIds(
  db: Kysely<Database>,
  claimIds: readonly string[],
): Promise<readonly MatchCandidate[]> {
  return await candidates(db, lookedUp(BY_CLAIM_ID, claimIds));
}

export async function candidatesByMembers(
  db: Kysely<Database>,
  services: ServicesAsked,
): Promise<readonly MatchCandidate[]> {
  const members = services.map(({ memberId }) => plainIdentifier(memberId));
  const days = services.map(({ serviceDate }) => serviceDate);
  return await candidates(
    db,
    sql`
      select found.* from unnest(${members}::text[], ${days}::date[]) as wanted(member, day), lateral (
        select id as claim_id, null::text as payer_number from claim
        where member_key = wanted.member and service_date = wanted.day offset 0
      ) as found`,
  );
}

interface CandidateRow {
  readonly id: string;
  readonly claim: ProfessionalClaim;
  readonly payer_numbers: readonly string[] | null;
  readonly numbers: readonly string[];
}

/** The claims of `named`, a query for claim ids and the payer's number that each was found by, if it was. */
async function candidates(
  db: Kysely<Database>,
  named: RawBuilder<unknown>,
): Promise<readonly MatchCandidate[]> {
  const { rows } = await sql<CandidateRow>`
    select claim.id, claim.claim, named.payer_numbers, array(
      select patient_control_number from claim_attempt where claim_id = named.claim_id order by number
    ) as numbers
    from (
      select claim_id, array_agg(payer_number) filter (where payer_number is not null) as payer_numbers
      from (${named}) as named group by claim_id
    ) as named,
    lateral (select id, claim from claim where id = named.claim_id offset 0) as claim
    order by claim.id
  `.execute(db);
  return rows.map(({ id, claim, payer_numbers, numbers }) =>
    matchCandidate(id, claim, {
      patientControlNumbers: numbers,
      payerClaimControlNumbers: [...new Set(payer_numbers)].toSorted(),
    }),
  );
}
