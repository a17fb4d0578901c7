import type { Cents } from '../../base/money.ts';
import type { PartnerProfile } from '../../partners/profile.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';

/** One interchange of professional claims: one functional group with one transaction set or more. */
export interface ClaimInterchange {
  readonly profile: PartnerProfile;
  /** ISA13, nine digits. */
  readonly interchangeControlNumber: string;
  /** GS06, one to nine digits without leading zeros. */
  readonly groupControlNumber: string;
  /** CCYYMMDD and HHMM on the partner's clock. */
  readonly moment: { readonly date: string; readonly time: string };
  readonly sets: readonly ClaimSet[];
}

/** One transaction set. Its claims are of one submitter (`submitterKey`), which has one place in it. */
export interface ClaimSet {
  /** ST02, four to nine letters and digits. */
  readonly controlNumber: string;
  /** BHT03, at most 30 characters: what a 277CA returns. */
  readonly submissionId: string;
  readonly claims: readonly TransmittedClaim[];
}

export interface WrittenInterchange {
  readonly bytes: Uint8Array;
  /** Every segment, ISA and IEA included. */
  readonly segmentCount: number;
  readonly claimCount: number;
  readonly chargeCents: Cents;
}
