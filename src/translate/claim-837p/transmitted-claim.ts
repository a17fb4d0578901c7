import type { BusinessDate } from '../../base/time.ts';
import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { Address, Subscriber } from '../../domain/party/party.ts';

/** One sending of a claim, under the numbers that its answers give back. */
export interface TransmittedClaim {
  /** CLM01, one for each attempt. */
  readonly patientControlNumber: string;
  /** REF*6R of each line, in the order of the claim's lines. '' where a claim that was read has none. */
  readonly lineControlNumbers: readonly string[];
  readonly claim: ProfessionalClaim;
}

/**
 * What an 837P does not hold of a person although a claim does: of a subscriber who is not the patient everything but
 * name and member id (005010X222A1, 2010BA), of the subscriber of another payer birth and gender (2330A). Empty, so
 * that nobody takes it for a value.
 */
export const NOT_SENT: Pick<Subscriber, 'birthDate' | 'gender'> & { readonly address: Address } = {
  birthDate: '' as BusinessDate,
  gender: 'U',
  address: { line1: '', city: '', state: '', postalCode: '' },
};
