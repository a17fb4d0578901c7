import type { BusinessDate } from '../../base/time.ts';

export interface Address {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  /** Two letters. */
  readonly state: string;
  /** Five or nine digits, no dash. */
  readonly postalCode: string;
}

export interface OrganizationName {
  readonly kind: 'organization';
  readonly name: string;
}

export interface PersonName {
  readonly kind: 'person';
  readonly last: string;
  readonly first?: string;
  readonly middle?: string;
  readonly suffix?: string;
}

export type PartyName = OrganizationName | PersonName;

export interface Contact {
  readonly name: string;
  /** Ten digits. */
  readonly telephone?: string;
  readonly email?: string;
}

/** Employer identification number or social security number, nine digits. */
export interface TaxId {
  readonly kind: 'ein' | 'ssn';
  readonly value: string;
}

/** Who sends the interchange (loop 1000A of an 837). */
export interface Submitter {
  readonly name: string;
  readonly identifier: string;
  readonly contact: Contact;
}

export interface BillingProvider {
  readonly name: PartyName;
  readonly npi: string;
  readonly taxId: TaxId;
  /** Health care provider taxonomy code, ten characters. */
  readonly taxonomy?: string;
  /** A street address, never a PO box. */
  readonly address: Address;
  readonly contact?: Contact;
}

/** A provider named on the claim or a line: rendering, referring. */
export interface NamedProvider {
  readonly name: PartyName;
  readonly npi: string;
  readonly taxonomy?: string;
}

export interface ServiceFacility {
  readonly name: string;
  readonly npi?: string;
  readonly address: Address;
}

export type Gender = 'F' | 'M' | 'U';

export interface Subscriber {
  readonly name: PersonName;
  readonly memberId: string;
  readonly groupNumber?: string;
  readonly birthDate: BusinessDate;
  readonly gender: Gender;
  readonly address: Address;
}

/** A patient who is not the subscriber. */
export interface DependentPatient {
  /** Individual relationship code (PAT01): 01 spouse, 19 child, 20 employee, 21 unknown, 53 life partner, G8 other … */
  readonly relationship: string;
  readonly name: PersonName;
  readonly birthDate: BusinessDate;
  readonly gender: Gender;
  readonly address: Address;
}

export interface Payer {
  readonly name: string;
  /** The payer's identifier at the clearinghouse (NM109 with qualifier PI). */
  readonly identifier: string;
  /** Claim filing indicator (SBR09): CI commercial, BL Blue plan, MB Medicare part B, MC Medicaid … */
  readonly filingIndicator: string;
  readonly address?: Address;
}
