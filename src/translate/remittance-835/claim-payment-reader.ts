import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import { readClaimAdjustments } from './claim-adjustments.ts';
import type { RequiredElements } from './required-elements.ts';
import { ServicePaymentReader } from './service-payment-reader.ts';

const CAS = tagOf('CAS');
const MIA = tagOf('MIA');
const MOA = tagOf('MOA');
const SVC = tagOf('SVC');

/** Where MIA and MOA hold remark codes. */
const INPATIENT_REMARKS = [5, 20, 21, 22, 23];
const OUTPATIENT_REMARKS = [3, 4, 5, 6, 7];

/** Reads loop 2100 of an 835 with its lines: CLP, then what belongs to it up to the next claim. */
export class ClaimPaymentReader {
  readonly #required: RequiredElements;
  readonly #begun: Omit<ClaimPayment, 'adjustments' | 'remarkCodes' | 'services'>;
  readonly #adjustments: ClaimAdjustment[] = [];
  readonly #remarkCodes: string[] = [];
  readonly #services: ServicePayment[] = [];
  #service: ServicePaymentReader | undefined;

  constructor(claim: SegmentCursor, place: SourcePlace, ordinal: number, required: RequiredElements) {
    this.#required = required;
    const patientResponsibilityCents = required.optionalAmount(claim, place, 5);
    this.#begun = {
      ordinal,
      patientControlNumber: required.text(claim, place, 1),
      statusCode: required.text(claim, place, 2),
      chargeCents: required.amount(claim, place, 3),
      paidCents: required.amount(claim, place, 4),
      ...(patientResponsibilityCents === undefined ? {} : { patientResponsibilityCents }),
      // The guide requires CLP06 and CLP07 too; a payment that lacks them can still be posted.
      ...(claim.has(6) ? { filingIndicator: claim.text(6) } : {}),
      ...(claim.has(7) ? { payerClaimControlNumber: claim.text(7) } : {}),
      place,
    };
  }

  segment(segment: SegmentCursor, place: SourcePlace): void {
    switch (segment.tag) {
      case SVC:
        this.#closeService();
        this.#service = new ServicePaymentReader(segment, place, this.#required);
        return;
      case MIA:
        this.#addRemarkCodes(segment, INPATIENT_REMARKS);
        return;
      case MOA:
        this.#addRemarkCodes(segment, OUTPATIENT_REMARKS);
        return;
      case CAS:
        if (this.#service !== undefined) break;
        this.#adjustments.push(...readClaimAdjustments(segment, place, this.#required));
        return;
      default:
    }
    this.#service?.segment(segment, place);
  }

  close(): ClaimPayment {
    this.#closeService();
    const { place, ...begun } = this.#begun;
    return {
      ...begun,
      adjustments: this.#adjustments,
      remarkCodes: this.#remarkCodes,
      services: this.#services,
      place,
    };
  }

  #addRemarkCodes(segment: SegmentCursor, positions: readonly number[]): void {
    for (const position of positions) {
      if (segment.has(position)) this.#remarkCodes.push(segment.text(position));
    }
  }

  #closeService(): void {
    if (this.#service !== undefined) this.#services.push(this.#service.close());
    this.#service = undefined;
  }
}
