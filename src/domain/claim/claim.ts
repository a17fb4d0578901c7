import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type {
  Address,
  BillingProvider,
  DependentPatient,
  NamedProvider,
  Payer,
  ServiceFacility,
  Submitter,
  Subscriber,
} from '../party/party.ts';
import type { ClaimAdjustment } from '../remittance/claim-adjustment.ts';
import type { Procedure } from './procedure.ts';

/** Claim frequency (CLM05-3): 1 original, 7 replacement, 8 void. */
export type ClaimFrequency = '1' | '7' | '8';

/** P primary, S secondary, T tertiary: the destination payer's place among the patient's payers. */
export type PayerRank = 'P' | 'S' | 'T';

/**
 * Why Medicare is not the primary payer (SBR05): 12 working aged, 13 end-stage renal disease, 14 automobile or no-fault,
 * 15 workers' compensation, 16 public health service, 41 black lung, 42 veterans, 43 disabled below 65, 47 liability.
 */
export type InsuranceTypeCode = '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47';

export interface ClaimNote {
  /** ADD additional information, CER certification, DCP goals, DGN diagnosis, TPO third party. */
  readonly kind: 'ADD' | 'CER' | 'DCP' | 'DGN' | 'TPO';
  readonly text: string;
}

export interface Accident {
  /** AA auto, EM employment, OA other (CLM11). */
  readonly cause: 'AA' | 'EM' | 'OA';
  /** Two letters; required when the cause is AA. */
  readonly state?: string;
  readonly date: BusinessDate;
}

export interface ServiceLine {
  /** 1 … 50, in order. */
  readonly number: number;
  readonly procedure: Procedure;
  readonly chargeCents: Cents;
  /** UN units, MJ anesthesia minutes. */
  readonly unitKind: 'UN' | 'MJ';
  /** A decimal above zero with at most three decimals, as text: `1`, `1.5`. */
  readonly units: string;
  readonly placeOfService?: string;
  /** One to four positions in the claim's diagnoses, counting from 1. */
  readonly diagnosisPointers: readonly number[];
  readonly serviceDate: BusinessDate;
  readonly serviceDateEnd?: BusinessDate;
  readonly isEmergency?: boolean;
  readonly renderingProvider?: NamedProvider;
  readonly note?: string;
}

/** Another payer of the same patient (loop 2320): what it decided, when it ranks before the destination payer. */
export interface OtherCoverage {
  readonly rank: PayerRank;
  /** Needed where the payer is Medicare and not the primary. */
  readonly insuranceTypeCode?: InsuranceTypeCode;
  readonly payer: Payer;
  readonly subscriber: Subscriber;
  /** Relationship of the patient to this subscriber: 18 self, 01 spouse, 19 child … (SBR02) */
  readonly relationship: string;
  readonly paidCents?: Cents;
  readonly adjudicationDate?: BusinessDate;
  readonly payerClaimControlNumber?: string;
  readonly adjustments: readonly ClaimAdjustment[];
}

/** A professional claim as the billing service knows it: what becomes one CLM loop of an 837P. */
export interface ProfessionalClaim {
  /** The biller's own number for this claim; it never changes and never leaves. */
  readonly accountNumber: string;
  readonly frequency: ClaimFrequency;
  /** The payer's number of the claim that this one replaces or voids (REF*F8). */
  readonly payerClaimControlNumber?: string;
  /** Two digits: 11 office, 22 outpatient hospital … (CMS place of service list) */
  readonly placeOfService: string;
  readonly chargeCents: Cents;
  readonly patientPaidCents?: Cents;
  readonly isProviderSignatureOnFile: boolean;
  /** A assigned, B assigned for clinical laboratory services only, C not assigned (CLM07). */
  readonly assignment: 'A' | 'B' | 'C';
  /** Y the patient assigned benefits, N not, W not applicable (CLM08). */
  readonly benefitsAssignment: 'Y' | 'N' | 'W';
  /** Y signed release, I informed consent (CLM09). */
  readonly releaseOfInformation: 'Y' | 'I';

  /** Who submits, where it is not the trading partner profile's submitter. */
  readonly submitter?: Submitter;
  readonly billingProvider: BillingProvider;
  readonly payToAddress?: Address;
  readonly renderingProvider?: NamedProvider;
  readonly referringProvider?: NamedProvider;
  readonly serviceFacility?: ServiceFacility;

  readonly payerRank: PayerRank;
  /** Needed where the payer is Medicare and not the primary. */
  readonly insuranceTypeCode?: InsuranceTypeCode;
  readonly payer: Payer;
  readonly subscriber: Subscriber;
  /** Absent when the patient is the subscriber. */
  readonly patient?: DependentPatient;
  readonly otherCoverages: readonly OtherCoverage[];

  /** ICD-10-CM codes without the dot, principal first; 1 to 12. */
  readonly diagnoses: readonly string[];
  readonly onsetDate?: BusinessDate;
  readonly accident?: Accident;
  readonly priorAuthorizationNumber?: string;
  readonly referralNumber?: string;
  readonly note?: ClaimNote;
  readonly lines: readonly ServiceLine[];
}
