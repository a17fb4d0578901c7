import { type Kysely, type RawBuilder, sql } from 'kysely';
import { addToGroup } from '../base/groups.ts';
import type { PaymentOnFile } from '../domain/posting/payment-on-file.ts';
import type {
  ClaimPaymentReader,
  StoredClaimPayment,
  StoredPaymentMatch,
} from '../ports/claim-payment-store.ts';
import type { Database } from './database.ts';
import { type PaymentDocument, paymentOf } from './payment-document.ts';
import { withoutNulls } from './without-nulls.ts';

/**
 * Wherever rows are wanted by values, they are looked up value by value, and OFFSET 0 keeps it so (see `lookedUp`):
 * whatever the planner knows of these tables, a page of claims never reads a whole one.
 */
export function claimPaymentReader(db: Kysely<Database>): ClaimPaymentReader {
  return {
    onFile: (claimIds) => onFile(db, claimIds),
    async get(remittanceId, ordinal) {
      const wanted = sql`remittance_id = ${remittanceId} and ordinal = ${ordinal}`;
      return (await read(db, sql`select * from claim_payment where ${wanted}`))[0];
    },
    ofRemittance: (remittanceId) =>
      read(db, sql`select * from claim_payment where remittance_id = ${remittanceId}`),
    unmatched: (options) => unmatched(db, options),
    async hasUnmatched() {
      const { rows } = await sql<{ readonly is: boolean }>`
        select exists (
          select from claim_payment_match as decided
          where disposition = 'none' and decided_by = 'rule' and ${HOLDS}
        ) as is`.execute(db);
      return rows[0]?.is ?? false;
    },
    unmatchedByNumbers: (numbers) => unmatchedByNumbers(db, numbers),
    reversedNumbers: (numbers) => reversedNumbers(db, numbers),
    matchesOf: (remittanceId, ordinal) => matchesOf(db, remittanceId, ordinal),
  };
}

const PAYMENT = sql.raw(`
  paid.remittance_id as "remittanceId", paid.ordinal, paid.payer_key as "payerKey",
  paid.effective_date as "effectiveDate", paid.payment`);

const MATCH = sql.raw(`
  decided.number, decided.claim_id as "claimId", decided.disposition, decided.tier, decided.evidence,
  decided.decided_by as "decidedBy", decided.reason, decided.decided_at as "decidedAt"`);

const PUBLISHED = sql.raw(`
  lateral (select from remittance where id = paid.remittance_id and state = 'published' offset 0) as published`);

/** The decision that holds. */
const DECIDED = sql.raw(`
  lateral (
    select * from claim_payment_match
    where claim_payment_match.remittance_id = paid.remittance_id and claim_payment_match.ordinal = paid.ordinal
    order by number desc limit 1
  ) as decided`);

const HOLDS = sql.raw(`
  not exists (
    select from claim_payment_match as later
    where later.remittance_id = decided.remittance_id and later.ordinal = decided.ordinal
      and later.number > decided.number
    offset 0
  )`);

type Nullable<T> = { readonly [Key in keyof T]: Exclude<T[Key], undefined> | null };
/** As its row has it. */
type PaymentRow = Omit<PaymentOnFile, 'payment'> & { readonly payment: PaymentDocument };
type MatchColumns = Nullable<Required<Omit<StoredPaymentMatch, 'remittanceId' | 'ordinal'>>>;

/** Claim payments, selected as `paid`, with the decision that holds. */
async function read(db: Kysely<Database>, paid: RawBuilder<unknown>): Promise<readonly StoredClaimPayment[]> {
  const { rows } = await sql<PaymentRow & MatchColumns>`
    select ${PAYMENT}, ${MATCH} from (${paid}) as paid left join ${DECIDED} on true
    order by paid.remittance_id collate "C", paid.ordinal
  `.execute(db);
  return rows.map(storedPayment);
}

function storedPayment(row: PaymentRow & MatchColumns): StoredClaimPayment {
  const { remittanceId, ordinal, payerKey, effectiveDate, payment, ...match } = row;
  const paid = { remittanceId, ordinal, payerKey, effectiveDate, payment: paymentOf(payment) };
  if (match.number === null) return paid;
  return { ...paid, match: { remittanceId, ordinal, ...withoutNulls(match) } as StoredPaymentMatch };
}

async function onFile(
  db: Kysely<Database>,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PaymentOnFile[]>> {
  const { rows } = await sql<PaymentRow & { readonly claimId: string }>`
    select ${PAYMENT}, decided.claim_id as "claimId"
    from unnest(${[...new Set(claimIds)]}::text[]) as wanted(value), lateral (
      select claim_id, remittance_id, ordinal, number from claim_payment_match
      where claim_id = wanted.value and disposition = 'match' offset 0
    ) as decided, lateral (
      select * from claim_payment
      where claim_payment.remittance_id = decided.remittance_id and claim_payment.ordinal = decided.ordinal offset 0
    ) as paid, ${PUBLISHED}
    where ${HOLDS}
    order by paid.effective_date, paid.remittance_id collate "C", paid.ordinal
  `.execute(db);
  const byClaim = new Map<string, [PaymentOnFile, ...PaymentOnFile[]]>();
  for (const { claimId, ...row } of rows) {
    addToGroup(byClaim, claimId, { ...row, payment: paymentOf(row.payment) });
  }
  return byClaim;
}

async function unmatched(
  db: Kysely<Database>,
  { limit }: { limit: number },
): Promise<readonly StoredClaimPayment[]> {
  const { rows } = await sql<PaymentRow & MatchColumns>`
    select ${PAYMENT}, ${MATCH}
    from claim_payment_match as decided
    join claim_payment as paid on paid.remittance_id = decided.remittance_id and paid.ordinal = decided.ordinal
    cross join ${PUBLISHED}
    where decided.disposition <> 'match' and ${HOLDS}
    order by decided.decided_at, decided.remittance_id, decided.ordinal limit ${limit}
  `.execute(db);
  return rows.map(storedPayment);
}

/** Claim payments with one of these numbers, as an index finds them: numbers of any claim are far shorter than its limit. */
function numbered(
  column: 'patient_control_number' | 'payer_claim_control_number' | 'original_payer_claim_control_number',
  numbers: readonly string[],
): RawBuilder<unknown> {
  const name = sql.raw(column);
  return sql`
    select found.* from unnest(${[...new Set(numbers)]}::text[]) as wanted(value), lateral (
      select claim_payment.*, ${name} as found_by from claim_payment
      where ${name} = wanted.value and octet_length(${name}) <= 200 offset 0
    ) as found`;
}

async function unmatchedByNumbers(
  db: Kysely<Database>,
  numbers: Parameters<ClaimPaymentReader['unmatchedByNumbers']>[0],
): Promise<readonly StoredClaimPayment[]> {
  const { rows } = await sql<PaymentRow & MatchColumns>`
    select ${PAYMENT}, ${MATCH}
    from (
      select distinct on (remittance_id, ordinal) * from (
        ${numbered('patient_control_number', numbers.patientControlNumbers)}
        union all ${numbered('payer_claim_control_number', numbers.payerClaimControlNumbers)}
        union all ${numbered('original_payer_claim_control_number', numbers.payerClaimControlNumbers)}
      ) as any_number
    ) as paid, ${DECIDED}, ${PUBLISHED}
    where decided.disposition = 'none' and decided.decided_by = 'rule'
    order by paid.effective_date, paid.remittance_id collate "C", paid.ordinal
  `.execute(db);
  return rows.map(storedPayment);
}

async function reversedNumbers(
  db: Kysely<Database>,
  numbers: readonly string[],
): ReturnType<ClaimPaymentReader['reversedNumbers']> {
  const { rows } = await sql<{ readonly payerKey: string; readonly number: string }>`
    select distinct paid.payer_key as "payerKey", paid.found_by as number
    from (
      ${numbered('patient_control_number', numbers)}
      union all ${numbered('payer_claim_control_number', numbers)}
      union all ${numbered('original_payer_claim_control_number', numbers)}
    ) as paid, ${PUBLISHED}
    where paid.status_code = '22'
    order by 1, 2
  `.execute(db);
  return rows;
}

async function matchesOf(
  db: Kysely<Database>,
  remittanceId: string,
  ordinal: number,
): Promise<readonly StoredPaymentMatch[]> {
  const { rows } = await sql<MatchColumns>`
    select ${MATCH} from claim_payment_match as decided
    where remittance_id = ${remittanceId} and ordinal = ${ordinal} order by number
  `.execute(db);
  return rows.map((row) => ({ remittanceId, ordinal, ...withoutNulls(row) }) as StoredPaymentMatch);
}
