import type { Contact } from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import type { ClaimValues } from './claim-values.ts';

const TELEPHONE = tagOf('TE');
const EMAIL = tagOf('EM');

/** The PER segments of a party: PER02 is absent where the contact has the name of its owner. */
export class ContactSegments {
  readonly contact: Building<Contact>;
  isThere = false;

  constructor(ownerName: string) {
    this.contact = { name: ownerName };
  }

  take({ segment }: ClaimValues): void {
    const name = segment.text(2);
    if (!this.isThere && name !== '') this.contact.name = name;
    this.isThere = true;
    for (let position = 3; position <= 7; position += 2) {
      const number = segment.text(position + 1);
      if (number === '') continue;
      const qualifier = segment.code(position);
      if (qualifier === TELEPHONE) this.contact.telephone ??= number;
      else if (qualifier === EMAIL) this.contact.email ??= number;
    }
  }
}
