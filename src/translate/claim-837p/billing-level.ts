import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { BillingProvider, PartyName, Submitter, TaxId } from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { AddressLoop } from './address-loop.ts';
import { type ClaimLoop, LEFT_OUT, LoopBeginning, type NamingLoop } from './claim-loop.ts';
import { type ClaimFault, type ClaimValues, codesOf } from './claim-values.ts';
import { ContactSegments } from './contact-segments.ts';
import type { HeaderLoop } from './header-loop.ts';
import { readName } from './party-loops.ts';
import { NOT_SENT } from './transmitted-claim.ts';

const PER = tagOf('PER');
const PRV = tagOf('PRV');
const REF = tagOf('REF');

const BILLING_PROVIDER = tagOf('85');
const PAY_TO_ADDRESS = tagOf('87');
const BILLING = tagOf('BI');

const TAX_ID_KINDS = codesOf('EI', 'SY');

const NO_TAX_ID: TaxId = { kind: 'ein', value: '' };

/** Stands where no billing provider was read; a claim with it is never given out. */
export const NOBODY: BillingProvider = {
  name: { kind: 'organization', name: '' },
  npi: '',
  taxId: NO_TAX_ID,
  address: NOT_SENT.address,
};

type SharedPartiesOfClaim = { readonly submitter: Submitter } & Pick<
  ProfessionalClaim,
  'billingProvider' | 'payToAddress'
>;

/** Loop 2000A. */
export class BillingLevel implements NamingLoop {
  readonly #beginning: LoopBeginning;
  readonly faults: ClaimFault[] = [];
  /** '' where PRV is empty. */
  #taxonomy: string | undefined;
  #provider: BillingProviderLoop | undefined;
  #payTo: AddressLoop | undefined;
  #parties: SharedPartiesOfClaim | undefined;

  constructor(values?: ClaimValues) {
    this.#beginning = new LoopBeginning(values);
  }

  take({ tag, segment }: ClaimValues): void {
    if (tag === PRV && segment.code(1) === BILLING) this.#taxonomy ??= segment.text(3);
  }

  party(values: ClaimValues): ClaimLoop {
    const role = values.segment.code(1);
    if (role === BILLING_PROVIDER && this.#provider === undefined) {
      this.#provider = new BillingProviderLoop(values);
      return this.#provider;
    }
    if (role === PAY_TO_ADDRESS && this.#payTo === undefined) {
      this.#payTo = new AddressLoop(values);
      return this.#payTo;
    }
    return LEFT_OUT;
  }

  /** Whom the claims of the level share, put together once; what cannot be read of them is a fault of each. */
  parties(header: HeaderLoop, values: ClaimValues): SharedPartiesOfClaim {
    if (this.#parties === undefined) {
      const { faults } = values;
      values.faults = this.faults;
      this.#parties = this.#putTogether(header, values);
      values.faults = faults;
    }
    values.addFaults(header.faults);
    values.addFaults(this.faults);
    return this.#parties;
  }

  #putTogether(header: HeaderLoop, values: ClaimValues): SharedPartiesOfClaim {
    const submitter = header.submitter(values);
    if (this.#provider === undefined) values.missing('NM1', this.#beginning.place(values));
    const billingProvider = this.#provider?.billingProvider(this.#taxonomy, values) ?? NOBODY;
    if (this.#payTo === undefined) return { submitter, billingProvider };
    return { submitter, billingProvider, payToAddress: this.#payTo.address(values) };
  }
}

/** Loop 2010AA. */
class BillingProviderLoop implements ClaimLoop {
  readonly #address: AddressLoop;
  readonly #name: PartyName;
  readonly #npi: string;
  readonly #contact: ContactSegments;
  #taxId: TaxId | undefined;

  constructor(values: ClaimValues) {
    this.#address = new AddressLoop(values);
    this.#name = readName(values);
    this.#npi = values.text(9);
    this.#contact = new ContactSegments(this.#name.kind === 'person' ? this.#name.last : this.#name.name);
  }

  take(values: ClaimValues): void {
    if (values.tag === PER) this.#contact.take(values);
    else if (values.tag === REF) this.#takeReference(values);
    else this.#address.take(values);
  }

  #takeReference(values: ClaimValues): void {
    if (this.#taxId !== undefined || !TAX_ID_KINDS.packed.includes(values.segment.code(1))) return;
    const kind = values.code(1, TAX_ID_KINDS) === 'EI' ? 'ein' : 'ssn';
    this.#taxId = { kind, value: values.text(2) };
  }

  billingProvider(taxonomy: string | undefined, values: ClaimValues): BillingProvider {
    if (this.#taxId === undefined) this.#address.missing('REF', values);
    const provider: Building<BillingProvider> = {
      name: this.#name,
      npi: this.#npi,
      taxId: this.#taxId ?? NO_TAX_ID,
      address: this.#address.address(values),
    };
    if (taxonomy) provider.taxonomy = taxonomy;
    if (this.#contact.isThere) provider.contact = this.#contact.contact;
    return provider;
  }
}
