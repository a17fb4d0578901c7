import type { BusinessDate } from '../../base/time.ts';
import { claimIdWithin } from '../claim/control-numbers.ts';
import type { ClaimPayment, Remittance } from '../remittance/remittance.ts';
import { compareMember, compareName, comparePayee, comparePayer } from './compare-parties.ts';
import type { MatchCandidate } from './match-candidate.ts';
import type { Agreement, MatchEvidence } from './match-evidence.ts';

/** MA15: the payer split the claim, and this is a part of it. */
const SPLIT_CLAIM = 'MA15';

/** What CLP01 holds when the claim had no number (interpretation 504). */
const NO_NUMBER = '0';

/** CLP02: takes back an earlier decision, with every amount negated (interpretation 1147). */
const REVERSAL = '22';

/** Where a claim payment stands: whose payment to whom, and what all that name this claim charge together. */
export interface PaymentSetting {
  readonly payer: Remittance['payer'];
  readonly payee: Remittance['payee'];
  /** Of the remittance's claim payments that name the claim, reversals left out. */
  readonly chargeOfParts: number;
}

/** Compares a claim payment with a claim in everything that both say. */
export function compareClaim(
  payment: ClaimPayment,
  candidate: MatchCandidate,
  { payer, payee, chargeOfParts }: PaymentSetting,
): MatchEvidence {
  return {
    patientControlNumber: compareNumber(payment.patientControlNumber, candidate),
    payerClaimControlNumber: comparePayerNumber(payment, candidate),
    payer: comparePayer(payer, candidate),
    payee: comparePayee(payee, candidate),
    charge: compareCharge(payment, candidate, chargeOfParts),
    serviceDates: compareDates(payment, candidate),
    member: compareMember(payment, candidate),
    name: compareName(payment, candidate),
    procedures: compareProcedures(payment, candidate),
  };
}

function compareNumber(number: string, candidate: MatchCandidate): MatchEvidence['patientControlNumber'] {
  const numbers = candidate.patientControlNumbers;
  if (numbers.includes(number)) return 'exact';
  if (number === '' || number === NO_NUMBER) return 'not-given';
  const claimId = claimIdWithin(number);
  return claimId !== undefined && numbers.some((one) => claimIdWithin(one) === claimId)
    ? 'beginning'
    : 'differs';
}

function comparePayerNumber(
  payment: ClaimPayment,
  candidate: MatchCandidate,
): MatchEvidence['payerClaimControlNumber'] {
  const { payerClaimControlNumber: number, originalPayerClaimControlNumber: original } = payment;
  const onFile = candidate.payerClaimControlNumbers;
  if (number !== undefined && onFile.includes(number)) return 'on-file';
  if (original !== undefined && onFile.includes(original)) return 'original';
  if (number === undefined) return 'not-given';
  return number === candidate.originalPayerClaimControlNumber ? 'original' : 'not-on-file';
}

function compareCharge(
  payment: ClaimPayment,
  candidate: MatchCandidate,
  chargeOfParts: number,
): MatchEvidence['charge'] {
  const { chargeCents } = candidate;
  // A reversal negates the charge (interpretation 1147), and some payers leave it as it was.
  if (isReversal(payment.statusCode)) {
    return Math.abs(payment.chargeCents) === chargeCents ? 'whole' : 'part-taken-back';
  }
  if (payment.chargeCents === chargeCents) return 'whole';
  if (chargeOfParts === chargeCents) return 'sum-of-parts';
  const isPart = payment.chargeCents >= 0 && payment.chargeCents < chargeCents;
  return isPart && payment.remarkCodes.includes(SPLIT_CLAIM) ? 'marked-part' : 'differs';
}

export function isReversal(statusCode: string): boolean {
  return statusCode === REVERSAL;
}

/** Whether every day of the payment lies between the first and the last day of the claim. */
function compareDates(payment: ClaimPayment, { firstDay, lastDay }: MatchCandidate): Agreement {
  const days = paymentDays(payment);
  if (days.length === 0) return 'not-given';
  return days.every((day) => day >= firstDay && day <= lastDay) ? 'agrees' : 'differs';
}

/** The days that a payment says of its claim: the claim's own, or those of its lines where it has none. */
export function paymentDays({ claimDates, services }: ClaimPayment): readonly BusinessDate[] {
  const start = claimDates?.start ?? claimDates?.end;
  if (start !== undefined) return [start, claimDates?.end ?? start];
  return services.flatMap(({ serviceDate }) => (serviceDate === undefined ? [] : [serviceDate]));
}

/** By the procedure that was billed, where the payer decided another; modifiers come and go on the way. */
function compareProcedures(
  { services }: ClaimPayment,
  { lines }: MatchCandidate,
): MatchEvidence['procedures'] {
  if (services.length === 0) return 'not-given';
  const decided = new Set(services.map((one) => (one.originalProcedure ?? one.procedure).code));
  const billed = new Set(lines.map((line) => line.procedure.code));
  for (const code of decided) if (!billed.has(code)) return 'differs';
  return decided.size === billed.size ? 'same' : 'some';
}
