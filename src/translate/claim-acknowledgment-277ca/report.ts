import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { PartyName, PersonName } from '../../domain/party/party.ts';
import type { ClaimStatusCode } from './status-collector.ts';

/** A 277CA to be written: what one information source says of the claims of one 837 transaction set. */
export interface ClaimAcknowledgmentReport {
  /** Who answers. */
  readonly source: {
    readonly kind: 'clearinghouse' | 'payer';
    readonly name: string;
    readonly identifier: string;
  };
  /** Who submitted the claims (loop 1000A of the 837). */
  readonly receiver: { readonly name: string; readonly identifier: string };
  /** BHT03 and the source's own trace number: names this answer. */
  readonly reference: string;
  readonly date: BusinessDate;
  /** HHMM. */
  readonly time: string;
  /** BHT03 of the 837. */
  readonly submissionId: string;
  readonly receivedDate: BusinessDate;
  readonly processedDate: BusinessDate;
  readonly providers: readonly ReportedProvider[];
}

/** A billing provider and its claims, at least one. */
export interface ReportedProvider {
  readonly name: PartyName;
  readonly npi: string;
  readonly claims: readonly ReportedClaim[];
}

export interface ReportedClaim {
  readonly patientName: PersonName;
  /** Of the subscriber. */
  readonly memberId: string;
  /** CLM01. */
  readonly patientControlNumber: string;
  readonly chargeCents: Cents;
  readonly outcome: 'accepted' | 'rejected';
  /** At least one. */
  readonly statuses: readonly ClaimStatusCode[];
  readonly payerClaimControlNumber?: string;
  readonly serviceDate: BusinessDate;
  /** The last day, where it is another than the first. */
  readonly serviceDateEnd?: BusinessDate;
}
