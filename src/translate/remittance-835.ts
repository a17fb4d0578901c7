import type { SourcePlace } from '../domain/exchange/source.ts';
import type { ClaimPayment, ProviderAdjustment, Remittance } from '../domain/remittance/remittance.ts';
import type { EnvelopeNumbers } from '../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import type { SegmentWriter } from '../edi/syntax/segment-writer.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import { ClaimPaymentReader } from './remittance-835/claim-payment-reader.ts';
import { HeaderReader } from './remittance-835/header-reader.ts';
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
 * Reads one 835 (005010X221A1), segment by segment. No input makes it throw: an amount that cannot be read is 0, a
 * required element that is missing is empty, and the segment's place stands in `unreadable`, as does that of money
 * without a claim and of whatever may stand once and stands twice. Elements that `Remittance` has as optional may be
 * missing. It proves no balance: that is `proveBalance`.
 */
export class RemittanceReader {
  readonly #required = new RequiredElements();
  readonly #header = new HeaderReader(this.#required);
  readonly #claims: ClaimPayment[] = [];
  readonly #providerAdjustments: ProviderAdjustment[] = [];
  #claim: ClaimPaymentReader | undefined;
  #place: SourcePlace | undefined;

  /** The next segment of the set, ST and SE included, which stands in the envelopes `numbers`. */
  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    this.#required.moveTo(segment, segmentOrdinal, numbers);
    this.#place ??= this.#required.place;
    switch (segment.tag) {
      case LX:
        return this.#closeClaim();
      case CLP:
        this.#closeClaim();
        this.#claim = new ClaimPaymentReader(segment, this.#claims.length + 1, this.#required);
        return;
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
        if (this.#claim === undefined) this.#header.segment(segment);
        else this.#claim.segment(segment);
    }
  }

  finish(): Remittance {
    const place = this.#place ?? this.#required.place;
    this.#closeClaim();
    return {
      ...this.#header.close(place),
      claims: this.#claims,
      providerAdjustments: this.#providerAdjustments,
      unreadable: this.#required.unreadable,
      place,
    };
  }

  #closeClaim(): void {
    if (this.#claim !== undefined) this.#claims.push(this.#claim.close());
    this.#claim = undefined;
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
