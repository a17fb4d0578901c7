import { invariant } from '../base/invariant.ts';
import { type Cents, ZERO_CENTS } from '../base/money.ts';
import { type BusinessDate, parseCompactDate } from '../base/time.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { PartyName, PersonName } from '../domain/party/party.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import { tagOf } from '../edi/syntax/tag.ts';

/** As much of a claim as a 277CA says of it beside its status. */
export interface ClaimOutline {
  readonly provider: { readonly name: PartyName; readonly npi: string };
  readonly patientName: PersonName;
  /** Of the subscriber. */
  readonly memberId: string;
  readonly chargeCents: Cents;
  readonly serviceDate: BusinessDate;
  readonly serviceDateEnd: BusinessDate;
}

export function outlineOf(claim: ProfessionalClaim): ClaimOutline {
  const { name, npi } = claim.billingProvider;
  return {
    provider: { name, npi },
    patientName: (claim.patient ?? claim.subscriber).name,
    memberId: claim.subscriber.memberId,
    chargeCents: claim.chargeCents,
    ...firstAndLast(
      claim.lines.flatMap((line) => [line.serviceDate, line.serviceDateEnd ?? line.serviceDate]),
    ),
  };
}

const HL = tagOf('HL');
const NM1 = tagOf('NM1');
const CLM = tagOf('CLM');
const DTP = tagOf('DTP');

const BILLING_PROVIDER = tagOf('85');
const SUBSCRIBER = tagOf('IL');
const PATIENT = tagOf('QC');
const SERVICE_DATE = tagOf('472');

/**
 * Follows the segments of an 837P of which nothing is known but that it passed the guide, and holds the outline of the
 * claim at hand: so a claim can be turned away that holds something which cannot be read.
 */
export class ClaimOutlineReader {
  #provider: ClaimOutline['provider'] = { name: { kind: 'organization', name: '' }, npi: '' };
  #patientName: PersonName = { kind: 'person', last: '' };
  #memberId = '';
  #chargeCents = ZERO_CENTS;
  #days: BusinessDate[] = [];
  #isInClaim = false;

  segment(segment: SegmentCursor): void {
    switch (segment.tag) {
      case HL:
        this.#isInClaim = false;
        return;
      case NM1:
        // Within a claim stand other payers' subscribers and other providers.
        if (!this.#isInClaim) this.#takeParty(segment);
        return;
      case CLM:
        this.#isInClaim = true;
        this.#chargeCents = segment.cents(2) ?? ZERO_CENTS;
        this.#days = [];
        return;
      case DTP:
        if (segment.code(1) === SERVICE_DATE) this.#takeDays(segment.text(3));
        return;
      default:
    }
  }

  get outline(): ClaimOutline {
    return {
      provider: this.#provider,
      patientName: this.#patientName,
      memberId: this.#memberId,
      chargeCents: this.#chargeCents,
      ...firstAndLast(this.#days),
    };
  }

  #takeParty(segment: SegmentCursor): void {
    const [last, first] = [segment.text(3), segment.text(4)];
    const person: PersonName = { kind: 'person', last, ...(first === '' ? {} : { first }) };
    switch (segment.code(1)) {
      case BILLING_PROVIDER: {
        const name: PartyName = segment.text(2) === '1' ? person : { kind: 'organization', name: last };
        this.#provider = { name, npi: segment.text(9) };
        return;
      }
      case SUBSCRIBER:
        this.#memberId = segment.text(9);
        this.#patientName = person;
        return;
      case PATIENT:
        this.#patientName = person;
        return;
      default:
    }
  }

  #takeDays(text: string): void {
    for (const part of text.split('-')) {
      const day = parseCompactDate(part);
      if (day !== undefined) this.#days.push(day);
    }
  }
}

function firstAndLast(days: readonly BusinessDate[]): {
  serviceDate: BusinessDate;
  serviceDateEnd: BusinessDate;
} {
  const sorted = days.toSorted();
  const [serviceDate, serviceDateEnd] = [sorted[0], sorted.at(-1)];
  invariant(
    serviceDate !== undefined && serviceDateEnd !== undefined,
    'a claim that passed the guide has a day of service',
  );
  return { serviceDate, serviceDateEnd };
}
