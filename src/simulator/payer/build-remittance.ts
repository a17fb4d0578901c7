import { createHash } from 'node:crypto';
import { invariant } from '../../base/invariant.ts';
import { type Cents, cents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { BillingProvider } from '../../domain/party/party.ts';
import type {
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  RemittancePerson,
} from '../../domain/remittance/remittance.ts';
import type { Adjudication } from './adjudicate.ts';

/** A claim that the payer took, with the numbers that its 835 gives back. */
export interface AcceptedClaim {
  readonly patientControlNumber: string;
  readonly payerClaimControlNumber: string;
  /** REF*6R, one for each line in the claim's order; '' where a line had none. */
  readonly lineControlNumbers: readonly string[];
  readonly claim: ProfessionalClaim;
}

export interface DecidedClaim extends AcceptedClaim {
  readonly adjudication: Extract<Adjudication, { kind: 'decided' }>;
}

/** What is written and not read stands nowhere yet. */
export const NOWHERE: SourcePlace = {
  interchangeControlNumber: '',
  groupControlNumber: '',
  setControlNumber: '',
  segmentOrdinal: 0,
  byteStart: 0,
  byteStop: 0,
};

/** The codes that CLP06 and SBR09 have in common. */
const REMITTED_INDICATORS: ReadonlySet<string> = new Set(
  '12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC ZZ'.split(' '),
);
const NEAREST_INDICATORS: ReadonlyMap<string, string> = new Map([
  ['BL', '12'],
  ['CI', '15'],
  ['FI', 'OF'],
]);

/**
 * One payment of one payer to one payee: all `decided` claims are of both. BPR02 is what the claims pay less the
 * provider-level adjustments (X12 interpretation 2184); without a payment the method is NON (interpretation 1708).
 */
export function buildRemittance(
  decided: readonly [DecidedClaim, ...DecidedClaim[]],
  payment: { readonly traceNumber: string; readonly date: BusinessDate },
): Remittance {
  const { payer, billingProvider } = decided[0].claim;
  const claims = decided.map((each, index) => claimPaymentOf(each, index + 1));
  const providerAdjustments = providerAdjustmentsOf(decided, billingProvider.npi, payment);
  const amountCents = cents(
    sumCents(claims.map((claim) => claim.paidCents)) -
      sumCents(providerAdjustments.map((each) => each.amountCents)),
  );
  invariant(amountCents >= 0, 'a rule takes at provider level no more than the claims pay');
  return {
    payment: {
      amountCents,
      method: amountCents === 0 ? 'NON' : 'ACH',
      date: payment.date,
      traceNumber: payment.traceNumber,
      originatorId: `1${payerTaxId(payer.identifier)}`,
    },
    payer: { name: payer.name, identifier: payer.identifier },
    payee: payeeOf(billingProvider),
    claims,
    providerAdjustments,
    unreadable: [],
    place: NOWHERE,
  };
}

export function payeeOf({ name, npi, taxId }: BillingProvider): Remittance['payee'] {
  return {
    name: name.kind === 'organization' ? name.name : [name.last, name.first].join(' ').trim(),
    npi,
    taxId: taxId.value,
  };
}

/** Nine digits beginning with 00, which no real employer has. */
export function payerTaxId(payerIdentifier: string): string {
  const digest = createHash('sha256').update(payerIdentifier).digest();
  return String(digest.readUIntBE(0, 6) % 10_000_000).padStart(9, '0');
}

/** NM1*QC: the patient under the member id of the subscriber. */
export function remittedPatient({ patient, subscriber }: ProfessionalClaim): RemittancePerson {
  return { name: (patient ?? subscriber).name, memberId: subscriber.memberId };
}

function claimPaymentOf(decided: DecidedClaim, ordinal: number): ClaimPayment {
  const { claim, adjudication } = decided;
  return {
    ordinal,
    patientControlNumber: decided.patientControlNumber,
    statusCode: adjudication.statusCode,
    chargeCents: adjudication.chargeCents,
    paidCents: adjudication.paidCents,
    patientResponsibilityCents: adjudication.patientResponsibilityCents,
    filingIndicator: remittedIndicator(claim.payer.filingIndicator),
    payerClaimControlNumber: decided.payerClaimControlNumber,
    patient: remittedPatient(claim),
    // Everything is said at the lines: the same adjustment may not stand at both levels (interpretation 689).
    adjustments: [],
    remarkCodes: [],
    services: adjudication.lines.map(({ line, ...decision }, index) => {
      const lineControlNumber = decided.lineControlNumbers[index] ?? '';
      return {
        procedure: line.procedure,
        chargeCents: line.chargeCents,
        paidCents: decision.paidCents,
        paidUnits: line.units,
        serviceDate: line.serviceDate,
        ...(lineControlNumber === '' ? {} : { lineControlNumber }),
        ...(decision.allowedCents === 0 ? {} : { allowedCents: decision.allowedCents }),
        adjustments: decision.adjustments,
        remarkCodes: decision.remarkCodes,
        place: NOWHERE,
      };
    }),
    place: NOWHERE,
  };
}

/**
 * CLP06, which is required and has fewer codes than SBR09 (TR3 005010X221A1, 2100 CLP): Blue Cross/Blue Shield is paid
 * under 12, commercial insurance under 15, the program of federal employees under OF, and what has none under ZZ.
 */
export function remittedIndicator(filingIndicator: string): string {
  if (REMITTED_INDICATORS.has(filingIndicator)) return filingIndicator;
  return NEAREST_INDICATORS.get(filingIndicator) ?? 'ZZ';
}

/** One adjustment a reason: what the single claims give rise to, summed. */
function providerAdjustmentsOf(
  decided: readonly DecidedClaim[],
  providerId: string,
  payment: { readonly traceNumber: string; readonly date: BusinessDate },
): ProviderAdjustment[] {
  const sums = new Map<string, Cents>();
  for (const { adjudication } of decided) {
    for (const { reasonCode, amountCents } of adjudication.providerShares) {
      sums.set(reasonCode, sumCents([sums.get(reasonCode) ?? 0, amountCents]));
    }
  }
  return [...sums]
    .filter(([, amountCents]) => amountCents !== 0)
    .map(([reasonCode, amountCents]) => ({
      providerId,
      fiscalPeriodEnd: `${payment.date.slice(0, 4)}-12-31` as BusinessDate,
      reasonCode,
      reference: payment.traceNumber,
      amountCents,
      place: NOWHERE,
    }));
}
