import { type Cents, cents, negateCents, sumCents } from '../../base/money.ts';
import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ServicePayment } from '../../domain/remittance/remittance.ts';
import {
  type AcceptedClaim,
  NOWHERE,
  remittedIndicator,
  remittedPatient,
} from '../payer/build-remittance.ts';
import type { PlannedClaimPayment } from './planned-remittance.ts';
import type { WrittenClaimPayment, WrittenService } from './remittance-schema.ts';

/** CLP02 of a reversal. */
const REVERSAL = '22';

/** CLP02 by the payer's rank: processed as primary, secondary, tertiary. */
const STATUS_CODES = { P: '1', S: '2', T: '3' } as const;
/** The same, and passed on to another payer. */
const FORWARDED_STATUS_CODES = { P: '19', S: '20', T: '21' } as const;

/**
 * Fills in what is not written of a claim payment from the claim that was received: numbers, lines and charges as
 * billed, paid what the adjustments leave (X12 interpretations 2348, 358), negative throughout where it reverses.
 */
export function planClaimPayment(accepted: AcceptedClaim, written: WrittenClaimPayment): PlannedClaimPayment {
  const { claim } = accepted;
  const { interest, forwardedTo } = written;
  const statuses = forwardedTo === undefined ? STATUS_CODES : FORWARDED_STATUS_CODES;
  const statusCode = written.status ?? statuses[claim.payerRank];
  const sign = statusCode === REVERSAL ? -1 : 1;
  const lines = written.lines ?? everyLine(claim.lines);
  const services = lines.map((line) => servicePaymentOf(accepted, line, sign));
  const isWhole = written.lines === undefined || written.lines.length === 0;
  const chargeCents =
    written.charge ??
    (isWhole ? cents(sign * claim.chargeCents) : sumCents(services.map((one) => one.chargeCents)));
  const adjustments = [...written.adjust, ...services.flatMap((one) => one.adjustments)];
  const payment: Omit<ClaimPayment, 'ordinal'> = {
    patientControlNumber: written.number ?? accepted.patientControlNumber,
    statusCode,
    chargeCents,
    paidCents: written.paid ?? cents(chargeCents - totalOf(adjustments)),
    patientResponsibilityCents: written.patient ?? patientShareOf(adjustments),
    filingIndicator: remittedIndicator(claim.payer.filingIndicator),
    payerClaimControlNumber: written.payerNumber ?? accepted.payerClaimControlNumber,
    patient: remittedPatient(claim),
    adjustments: written.adjust,
    remarkCodes: written.remarks,
    services,
    place: NOWHERE,
    ...(interest === undefined ? {} : { interestCents: interest }),
    ...(forwardedTo === undefined ? {} : { crossoverPayer: forwardedTo }),
  };
  return { accepted, payment, lineNumbers: lines.map(({ line }) => line) };
}

/** Takes everything back: charge, payment and adjustments under their groups (X12 interpretations 1147, 2442). */
export function reversalOf(planned: PlannedClaimPayment): PlannedClaimPayment {
  const { payment } = planned;
  return {
    ...planned,
    payment: {
      ...payment,
      statusCode: REVERSAL,
      chargeCents: negateCents(payment.chargeCents),
      paidCents: negateCents(payment.paidCents),
      // CLP05 does not count in a reversal (interpretation 2548).
      patientResponsibilityCents: cents(0),
      adjustments: payment.adjustments.map(negated),
      services: payment.services.map((service) => ({
        ...service,
        chargeCents: negateCents(service.chargeCents),
        paidCents: negateCents(service.paidCents),
        adjustments: service.adjustments.map(negated),
      })),
      ...(payment.interestCents === undefined ? {} : { interestCents: negateCents(payment.interestCents) }),
    },
  };
}

function negated(adjustment: ClaimAdjustment): ClaimAdjustment {
  return { ...adjustment, amountCents: negateCents(adjustment.amountCents) };
}

function totalOf(adjustments: readonly ClaimAdjustment[]): Cents {
  return sumCents(adjustments.map((one) => one.amountCents));
}

function patientShareOf(adjustments: readonly ClaimAdjustment[]): Cents {
  return totalOf(adjustments.filter((one) => one.groupCode === 'PR'));
}

function everyLine(lines: readonly ServiceLine[]): WrittenService[] {
  return lines.map(({ number }) => ({ line: number, adjust: [], remarks: [] }));
}

/** A line that was never billed is written as if it were the first: a payer can do that too. */
function servicePaymentOf(accepted: AcceptedClaim, written: WrittenService, sign: number): ServicePayment {
  const { lines } = accepted.claim;
  const index = Math.max(
    0,
    lines.findIndex((line) => line.number === written.line),
  );
  const billed = lines[index] as ServiceLine;
  const chargeCents = written.charge ?? cents(sign * billed.chargeCents);
  const lineControlNumber = accepted.lineControlNumbers[index] ?? '';
  return {
    ...proceduresOf(billed.procedure, written.procedure),
    chargeCents,
    paidCents: written.paid ?? cents(chargeCents - totalOf(written.adjust)),
    paidUnits: billed.units,
    serviceDate: billed.serviceDate,
    ...(written.isUnnumbered === true || lineControlNumber === '' ? {} : { lineControlNumber }),
    adjustments: written.adjust,
    remarkCodes: written.remarks,
    place: NOWHERE,
  };
}

function proceduresOf(
  billed: Procedure,
  decided: string | undefined,
): Pick<ServicePayment, 'procedure' | 'originalProcedure'> {
  if (decided === undefined || decided === billed.code) return { procedure: billed };
  const procedure = { qualifier: billed.qualifier, code: decided, modifiers: [] };
  return { procedure, originalProcedure: billed };
}
