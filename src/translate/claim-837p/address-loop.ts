import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { Address } from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import type { ClaimLoop } from './claim-loop.ts';
import type { ClaimFault, ClaimValues } from './claim-values.ts';

const N3 = tagOf('N3');
const N4 = tagOf('N4');

/** A party with an address, which may have to be there or not: that is known only when the loop has ended. */
export class AddressLoop implements ClaimLoop {
  /** Where its NM1 stands. */
  readonly place: SourcePlace;
  readonly #address: Building<Address> = { line1: '', city: '', state: '', postalCode: '' };
  #streetPlace: SourcePlace | undefined;
  #cityPlace: SourcePlace | undefined;

  constructor(values: ClaimValues) {
    this.place = values.place;
  }

  take(values: ClaimValues): void {
    const { segment } = values;
    if (segment.tag === N3 && this.#streetPlace === undefined) {
      this.#streetPlace = values.place;
      this.#address.line1 = segment.text(1);
      const line2 = segment.text(2);
      if (line2 !== '') this.#address.line2 = line2;
    } else if (segment.tag === N4 && this.#cityPlace === undefined) {
      this.#cityPlace = values.place;
      this.#address.city = segment.text(1);
      this.#address.state = segment.text(2);
      this.#address.postalCode = segment.text(3);
    }
  }

  /** A party without a street has no address. */
  get hasAddress(): boolean {
    return this.#streetPlace !== undefined;
  }

  /** The address; what of it is missing is a fault. */
  address(values: ClaimValues): Address {
    const { line1, city, state, postalCode } = this.#address;
    if (this.#streetPlace === undefined) values.missing('N3', this.place);
    else if (line1 === '') values.faults.push(faultAt('N3', 1, this.#streetPlace));
    if (this.#cityPlace === undefined) values.missing('N4', this.place);
    else {
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
