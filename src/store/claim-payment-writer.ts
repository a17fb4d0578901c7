import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PaymentOnFile } from '../domain/posting/payment-on-file.ts';
import type { ClaimPaymentWriter, NewPaymentMatch, PaymentTurn } from '../ports/claim-payment-store.ts';
import type { Database } from './database.ts';
import { paymentDocument } from './payment-document.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';

export function claimPaymentWriter(db: Kysely<Database>): ClaimPaymentWriter {
  const held = new Set<PaymentTurn>();
  return {
    async takeTurn(turn) {
      if (held.has(turn) || held.has('alone')) return false;
      await takeTurn(db, turn);
      held.add(turn);
      return true;
    },
    insert: (payments) => insert(db, payments),
    decideFirst: (matches) => decide(db, matches, sql`1`),
    decide: (matches) => decide(db, matches, NEXT_NUMBER),
  };
}

/** Whoever takes both locks takes the first one first. */
async function takeTurn(db: Kysely<Database>, turn: PaymentTurn): Promise<void> {
  if (turn !== 'beside-others') await lock(db, 'pg_advisory_xact_lock', 'claim-payments');
  if (turn === 'alone') await lock(db, 'pg_advisory_xact_lock', 'claim-numbers');
  if (turn === 'beside-others') await lock(db, 'pg_advisory_xact_lock_shared', 'claim-numbers');
}

async function lock(db: Kysely<Database>, lockFunction: string, name: string): Promise<void> {
  const key = sql`hashtextextended(${sql.lit(`${name} `)} || current_setting('claimgate.tenant'), 0)`;
  await sql`select ${sql.raw(lockFunction)}(${key})`.execute(db);
}

const NEW_PAYMENT = {
  remittance_id: 'text',
  ordinal: 'integer',
  payer_key: 'text',
  patient_control_number: 'text',
  payer_claim_control_number: 'text',
  original_payer_claim_control_number: 'text',
  status_code: 'text',
  charge_cents: 'bigint',
  paid_cents: 'bigint',
  effective_date: 'date',
  payment: 'jsonb',
} as const;

async function insert(db: Kysely<Database>, payments: readonly PaymentOnFile[]): Promise<void> {
  await inChunks(payments, async (chunk) => {
    await sql`
      insert into claim_payment (${columnNames(NEW_PAYMENT)})
      select ${columnNames(NEW_PAYMENT)} from ${rowSet(NEW_PAYMENT, chunk.map(paymentRow))}
    `.execute(db);
  });
}

function paymentRow(onFile: PaymentOnFile): Readonly<Record<keyof typeof NEW_PAYMENT, unknown>> {
  const { payment } = onFile;
  return {
    remittance_id: onFile.remittanceId,
    ordinal: onFile.ordinal,
    payer_key: onFile.payerKey,
    patient_control_number: payment.patientControlNumber,
    payer_claim_control_number: payment.payerClaimControlNumber ?? null,
    original_payer_claim_control_number: payment.originalPayerClaimControlNumber ?? null,
    status_code: payment.statusCode,
    charge_cents: payment.chargeCents,
    paid_cents: payment.paidCents,
    effective_date: onFile.effectiveDate,
    payment: paymentDocument(payment),
  };
}

const NEW_MATCH = {
  remittance_id: 'text',
  ordinal: 'integer',
  claim_id: 'text',
  disposition: 'text',
  tier: 'smallint',
  decided_by: 'text',
  reason: 'text',
  evidence: 'jsonb',
} as const;

const NEXT_NUMBER = sql`coalesce((
  select max(number) from claim_payment_match as former
  where former.remittance_id = given.remittance_id and former.ordinal = given.ordinal
), 0) + 1`;

/** Of two transactions that decide about the same claim payment, the second finds its number taken and runs anew. */
async function decide(
  db: Kysely<Database>,
  matches: readonly NewPaymentMatch[],
  number: RawBuilder<unknown>,
): Promise<void> {
  await inChunks(matches, async (chunk) => {
    await sql`
      insert into claim_payment_match (${columnNames(NEW_MATCH)}, number)
      select ${columnNames(NEW_MATCH)}, ${number} from ${rowSet(NEW_MATCH, chunk.map(matchRow))}
    `.execute(db);
  });
}

function matchRow(match: NewPaymentMatch): Readonly<Record<keyof typeof NEW_MATCH, unknown>> {
  return {
    remittance_id: match.remittanceId,
    ordinal: match.ordinal,
    claim_id: match.claimId ?? null,
    disposition: match.disposition,
    tier: match.tier ?? null,
    decided_by: match.decidedBy,
    reason: match.reason ?? null,
    evidence: match.evidence,
  };
}
