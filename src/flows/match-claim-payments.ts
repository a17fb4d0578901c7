import { type Cents, sumCents } from '../base/money.ts';
import type { ClaimPayment } from '../domain/remittance/remittance.ts';
import type { ClaimReader } from '../ports/claim-store.ts';

/** CLP02 22: takes back an earlier decision, with every amount negated (interpretation 1147). */
const REVERSAL = '22';

/**
 * Which claim of ours each claim payment belongs to, by CLP ordinal. CLP01 must be exactly the patient control number
 * of an attempt, which payers must return unchanged (interpretations 504, 535), and the charge must agree. What
 * matches nothing, or not the charge, is left out: its money goes to unapplied payments, never to a guess.
 */
export async function matchClaimPayments(
  claims: ClaimReader,
  payments: readonly ClaimPayment[],
): Promise<ReadonlyMap<number, string>> {
  const numbers = [...new Set(payments.map((payment) => payment.patientControlNumber))];
  const attempts = await claims.attemptsByControlNumbers(numbers);
  const claimIdByNumber = new Map(attempts.map((one) => [one.patientControlNumber, one.claimId]));
  const chargeById = await claims.chargesByIds([...new Set(claimIdByNumber.values())]);
  const chargeByNumber = processedCharges(payments);
  const matched = new Map<number, string>();
  for (const payment of payments) {
    const claimId = claimIdByNumber.get(payment.patientControlNumber);
    const chargeCents = claimId === undefined ? undefined : chargeById.get(claimId);
    if (claimId === undefined || chargeCents === undefined) continue;
    const splitCharge = chargeByNumber.get(payment.patientControlNumber);
    if (agrees(payment, chargeCents, splitCharge)) matched.set(payment.ordinal, claimId);
  }
  return matched;
}

/** A payer may split a claim into several claim payments under one number (interpretations 137, 1076). */
function processedCharges(payments: readonly ClaimPayment[]): ReadonlyMap<string, number> {
  const charges = new Map<string, number>();
  for (const { statusCode, patientControlNumber, chargeCents } of payments) {
    if (statusCode === REVERSAL) continue;
    charges.set(patientControlNumber, sumCents([charges.get(patientControlNumber) ?? 0, chargeCents]));
  }
  return charges;
}

function agrees(payment: ClaimPayment, chargeCents: Cents, splitCharge: number | undefined): boolean {
  if (Math.abs(payment.chargeCents) === chargeCents) return true;
  return payment.statusCode !== REVERSAL && splitCharge === chargeCents;
}
