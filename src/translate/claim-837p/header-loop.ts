import type { Submitter } from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import { type ClaimLoop, LEFT_OUT, type NamingLoop, NOWHERE } from './claim-loop.ts';
import type { ClaimFault, ClaimValues } from './claim-values.ts';
import { ContactSegments } from './contact-segments.ts';

const PER = tagOf('PER');
const SUBMITTER = tagOf('41');

/** Stands where no submitter was read; a claim with it is never given out. */
export const NO_SUBMITTER: Submitter = { name: '', identifier: '', contact: { name: '' } };

/** What stands before the levels: loops 1000A and 1000B. */
export class HeaderLoop implements NamingLoop {
  readonly faults: ClaimFault[] = [];
  #place = NOWHERE;
  #submitter: SubmitterLoop | undefined;

  take(values: ClaimValues): void {
    if (this.#place === NOWHERE) this.#place = values.place;
  }

  party(values: ClaimValues): ClaimLoop {
    if (this.#submitter !== undefined || values.segment.code(1) !== SUBMITTER) return LEFT_OUT;
    this.#submitter = new SubmitterLoop(values);
    return this.#submitter;
  }

  submitter(values: ClaimValues): Submitter {
    if (this.#submitter !== undefined) return this.#submitter.submitter();
    values.missing('NM1', this.#place);
    return NO_SUBMITTER;
  }
}

/** Loop 1000A. */
class SubmitterLoop implements ClaimLoop {
  readonly #name: string;
  readonly #identifier: string;
  readonly #contact: ContactSegments;

  constructor(values: ClaimValues) {
    const [last, first] = [values.text(3), values.optionalText(4)];
    this.#name = first === undefined ? last : `${first} ${last}`;
    this.#identifier = values.text(9);
    this.#contact = new ContactSegments(last);
  }

  take(values: ClaimValues): void {
    if (values.tag === PER) this.#contact.take(values);
  }

  submitter(): Submitter {
    return { name: this.#name, identifier: this.#identifier, contact: this.#contact.contact };
  }
}
