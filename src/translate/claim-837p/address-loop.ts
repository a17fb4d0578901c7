import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { Address } from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { type ClaimLoop, LoopBeginning } from './claim-loop.ts';
import type { ClaimFault, ClaimValues } from './claim-values.ts';

const N3 = tagOf('N3');
const N4 = tagOf('N4');

/** A party with an address, which may have to be there or not: that is known only when the loop has ended. */
export class AddressLoop implements ClaimLoop {
  /** Its NM1. */
  readonly #beginning: LoopBeginning;
  readonly #address: Building<Address> = { line1: '', city: '', state: '', postalCode: '' };
  #hasStreet = false;
  #hasCity = false;
  /** Where N3 and N4 stand that lack something. */
  #streetPlace: SourcePlace | undefined;
  #cityPlace: SourcePlace | undefined;

  constructor(values: ClaimValues) {
    this.#beginning = new LoopBeginning(values);
  }

  take(values: ClaimValues): void {
    const { segment } = values;
    const address = this.#address;
    if (segment.tag === N3 && !this.#hasStreet) {
      this.#hasStreet = true;
      address.line1 = segment.text(1);
      const line2 = segment.text(2);
      if (line2 !== '') address.line2 = line2;
      if (address.line1 === '') this.#streetPlace = values.place;
    } else if (segment.tag === N4 && !this.#hasCity) {
      this.#hasCity = true;
      address.city = segment.text(1);
      address.state = segment.text(2);
      address.postalCode = segment.text(3);
      const isComplete = address.city !== '' && address.state !== '' && address.postalCode !== '';
      if (!isComplete) this.#cityPlace = values.place;
    }
  }

  /** A party without a street has no address. */
  get hasAddress(): boolean {
    return this.#hasStreet;
  }

  /** Notes a segment that the party should have. */
  missing(segment: string, values: ClaimValues): void {
    values.missing(segment, this.#beginning.place(values));
  }

  /** The address; what of it is missing is a fault. */
  address(values: ClaimValues): Address {
    const { city, state, postalCode } = this.#address;
    if (!this.#hasStreet) this.missing('N3', values);
    if (this.#streetPlace !== undefined) values.faults.push(faultAt('N3', 1, this.#streetPlace));
    if (!this.#hasCity) this.missing('N4', values);
    if (this.#cityPlace !== undefined) {
      if (city === '') values.faults.push(faultAt('N4', 1, this.#cityPlace));
      if (state === '') values.faults.push(faultAt('N4', 2, this.#cityPlace));
      if (postalCode === '') values.faults.push(faultAt('N4', 3, this.#cityPlace));
    }
    return this.#address;
  }
}

function faultAt(segment: string, element: number, place: SourcePlace): ClaimFault {
  return { segment, element, place };
}
