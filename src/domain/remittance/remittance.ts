import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { Procedure } from '../claim/procedure.ts';
import type { AmountPlace, SourcePlace } from '../exchange/source.ts';
import type { PersonName } from '../party/party.ts';
import type { ClaimAdjustment } from './claim-adjustment.ts';

export interface ServicePayment {
  readonly procedure: Procedure;
  /** SVC06: the procedure that was billed, where the payer adjudicated another. */
  readonly originalProcedure?: Procedure;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly paidUnits?: string;
  readonly serviceDate?: BusinessDate;
  /** REF*6R: the line's own number, returned by the payer. */
  readonly lineControlNumber?: string;
  readonly allowedCents?: Cents;
  readonly adjustments: readonly ClaimAdjustment[];
  readonly remarkCodes: readonly string[];
  readonly place: SourcePlace;
}

/** A person as a claim payment names one; either part may be missing. */
export interface RemittancePerson {
  readonly name?: PersonName;
  /** The number that the payer knows the person by; never a social security number. */
  readonly memberId?: string;
}

export interface ClaimPayment {
  /** Counts the CLP loops of its transaction set from 1. */
  readonly ordinal: number;
  /** CLP01: our CLM01. */
  readonly patientControlNumber: string;
  /** CLP02. */
  readonly statusCode: string;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  /** CLP05; informational, no part of the balance. */
  readonly patientResponsibilityCents?: Cents;
  readonly filingIndicator?: string;
  /** CLP07. */
  readonly payerClaimControlNumber?: string;
  /** REF*F8: the payer's number of an earlier claim that this decision goes back to. */
  readonly originalPayerClaimControlNumber?: string;
  /** NM1*QC. */
  readonly patient?: RemittancePerson;
  /** NM1*IL: the subscriber, where somebody else is the patient. */
  readonly insured?: RemittancePerson;
  /** DTM*232 and DTM*233: the first and the last day of the claim, as the payer has them. */
  readonly claimDates?: { readonly start?: BusinessDate; readonly end?: BusinessDate };
  /** AMT*I: interest for this claim, which is paid in PLB and is no part of CLP04 (interpretation 1324). */
  readonly interestCents?: Cents;
  /** NM1*TT: the payer to whom the claim was passed on. */
  readonly crossoverPayer?: { readonly name: string; readonly identifier?: string };
  readonly adjustments: readonly ClaimAdjustment[];
  /** From MOA and MIA. */
  readonly remarkCodes: readonly string[];
  readonly services: readonly ServicePayment[];
  readonly place: SourcePlace;
}

/** One adjustment of a PLB segment. A positive amount lowers the payment (X12 interpretation 2184). */
export interface ProviderAdjustment {
  readonly providerId: string;
  readonly fiscalPeriodEnd: BusinessDate | undefined;
  readonly reasonCode: string;
  readonly reference?: string;
  readonly amountCents: Cents;
  /** `element` is the position of the amount, 4 for PLB04; absent where the remittance was not read from a file. */
  readonly place: SourcePlace & { readonly element?: number };
}

/** One 835 transaction set: one payment and what it is made of. */
export interface Remittance {
  readonly payment: {
    /** BPR02, never negative. */
    readonly amountCents: Cents;
    /** BPR04: ACH, CHK, NON … */
    readonly method: string;
    /** BPR16. */
    readonly date: BusinessDate | undefined;
    /** TRN02: EFT trace or cheque number, the reassociation trace number. */
    readonly traceNumber: string;
    /** TRN03: 1 and the payer's tax id. */
    readonly originatorId: string;
    /** Where BPR02 was read; absent where the remittance was not read from a file. */
    readonly place?: AmountPlace;
  };
  readonly payer: { readonly name: string; readonly identifier?: string };
  readonly payee: { readonly name: string; readonly npi?: string; readonly taxId?: string };
  readonly claims: readonly ClaimPayment[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  /** Amounts that could not be read, or required elements missing: such a remittance is never posted. */
  readonly unreadable: readonly SourcePlace[];
  readonly place: SourcePlace;
}

/** A remittance but for its claim payments, of which there may be more than are held together. */
export type RemittanceParticulars = Omit<Remittance, 'claims'>;
