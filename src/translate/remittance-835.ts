import type { SourcePlace } from '../domain/exchange/source.ts';
import type {
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  RemittanceParticulars,
} from '../domain/remittance/remittance.ts';
import type { EnvelopeNumbers } from '../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import type { SegmentWriter } from '../edi/syntax/segment-writer.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import { ClaimPaymentReader } from './remittance-835/claim-payment-reader.ts';
import { HeaderReader, type RemittanceHeader } from './remittance-835/header-reader.ts';
import { readProviderAdjustments, writeProviderAdjustments } from './remittance-835/provider-adjustments.ts';
import type { RemittanceDetails } from './remittance-835/remittance-details.ts';
import { RequiredElements } from './remittance-835/required-elements.ts';
import { writeClaimPayment } from './remittance-835/write-claim-payment.ts';
import { writeHeader } from './remittance-835/write-header.ts';

export type { RemittanceDetails } from './remittance-835/remittance-details.ts';

const BPR = tagOf('BPR');
const TRN = tagOf('TRN');
const N1 = tagOf('N1');
const LX = tagOf('LX');
const CLP = tagOf('CLP');
const PLB = tagOf('PLB');

/**
 * Reads one 835 (005010X221A1), segment by segment, and hands each claim payment on when it ends. No input makes it
 * throw: an amount that cannot be read is 0, a required element that is missing is empty, and the segment's place stands
 * in `unreadable`, as does that of money without a claim, of whatever may stand once and stands twice, and of ST where
 * the payment (BPR) does not stand before its claims. Elements that `Remittance` has as optional may be missing. It proves no
 * balance: that is `proveBalance`.
 */
export class RemittanceSetReader {
  readonly #required = new RequiredElements();
  readonly #header = new HeaderReader(this.#required);
  readonly #claim = new ClaimPaymentReader(this.#required);
  readonly #paid: (payment: ClaimPayment) => void;
  readonly #providerAdjustments: ProviderAdjustment[] = [];
  #claimCount = 0;
  #place: SourcePlace | undefined;

  constructor(paid: (payment: ClaimPayment) => void) {
    this.#paid = paid;
  }

  /** The next segment of the set, ST and SE included, which stands in the envelopes `numbers`. */
  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    this.#required.moveTo(segment, segmentOrdinal, numbers);
    this.#place ??= this.#required.place;
    switch (segment.tag) {
      case LX:
        return this.#closeClaim();
      case CLP:
        this.#closeClaim();
        if (!this.#header.hasPayment) this.#required.note(this.#place);
        return this.#claim.open(segment, ++this.#claimCount);
      case PLB:
        this.#closeClaim();
        for (const one of readProviderAdjustments(segment, this.#required)) {
          this.#providerAdjustments.push(one);
        }
        return;
      case BPR:
      case TRN:
      case N1:
        // No claim has these: they are the header's, or its repetition.
        return this.#header.segment(segment);
      default:
        if (this.#claim.isOpen) this.#claim.segment(segment);
        else this.#header.segment(segment);
    }
  }

  /** What was read of payment, payer and payee so far, and where the set begins. */
  header(): RemittanceHeader & Pick<RemittanceParticulars, 'place'> {
    return { ...this.#header.read(), place: this.#place ?? this.#required.place };
  }

  /** Whether something could not be read so far. */
  get isUnreadable(): boolean {
    return this.#required.unreadable.length > 0;
  }

  finish(): RemittanceParticulars {
    this.#closeClaim();
    const header = this.header();
    this.#header.close(header.place);
    return {
      ...header,
      providerAdjustments: this.#providerAdjustments,
      unreadable: this.#required.unreadable,
    };
  }

  #closeClaim(): void {
    const claim = this.#claim.close();
    if (claim !== undefined) this.#paid(claim);
  }
}

/** Reads one 835 as `RemittanceSetReader` does, and keeps its claim payments. */
export class RemittanceReader {
  readonly #claims: ClaimPayment[] = [];
  readonly #reader = new RemittanceSetReader((payment) => this.#claims.push(payment));

  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    this.#reader.segment(segment, segmentOrdinal, numbers);
  }

  finish(): Remittance {
    return { ...this.#reader.finish(), claims: this.#claims };
  }
}

/**
 * Writes the body of an 835, what stands between ST and SE (005010X221A1). Adjustments of one group stand together, so
 * they may come back in another order than they had. Places, and what is `unreadable`, are not written; every claim
 * payment has its patient's name. Throws `UnwritableElement` for a text that the writer's delimiters forbid.
 */
export function writeRemittance(
  writer: SegmentWriter,
  remittance: Remittance,
  details: RemittanceDetails,
): void {
  writeHeader(writer, remittance, details);
  if (remittance.claims.length > 0) writer.begin('LX').element('1').end();
  for (const claim of remittance.claims) writeClaimPayment(writer, claim);
  writeProviderAdjustments(writer, remittance.providerAdjustments);
}
