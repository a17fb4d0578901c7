import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import { readClaimAdjustments } from './claim-adjustments.ts';
import { dateAt, type RequiredElements } from './required-elements.ts';
import { ServicePaymentReader } from './service-payment-reader.ts';

const CAS = tagOf('CAS');
const MIA = tagOf('MIA');
const MOA = tagOf('MOA');
const SVC = tagOf('SVC');
const NM1 = tagOf('NM1');
const REF = tagOf('REF');
const DTM = tagOf('DTM');
const AMT = tagOf('AMT');

const CROSSOVER_CARRIER = tagOf('TT');
const ORIGINAL_REFERENCE = tagOf('F8');
const STATEMENT_FROM = tagOf('232');
const INTEREST = tagOf('I');

/** Where MIA and MOA hold remark codes. */
const INPATIENT_REMARKS = [5, 20, 21, 22, 23];
const OUTPATIENT_REMARKS = [3, 4, 5, 6, 7];

type Building<T> = { -readonly [Key in keyof T]: T[Key] };

/** Reads loop 2100 of an 835 with its lines: CLP, then what belongs to it up to the next claim. */
export class ClaimPaymentReader {
  readonly #required: RequiredElements;
  readonly #adjustments: ClaimAdjustment[] = [];
  readonly #remarkCodes: string[] = [];
  readonly #services: ServicePayment[] = [];
  readonly #payment: Building<ClaimPayment>;
  #service: ServicePaymentReader | undefined;

  constructor(claim: SegmentCursor, ordinal: number, required: RequiredElements) {
    this.#required = required;
    // Written out, because spreading objects took half the time of reading a remittance.
    const payment: Building<ClaimPayment> = {
      ordinal,
      patientControlNumber: required.text(claim, 1),
      statusCode: required.text(claim, 2),
      chargeCents: required.amount(claim, 3),
      paidCents: required.amount(claim, 4),
      adjustments: this.#adjustments,
      remarkCodes: this.#remarkCodes,
      services: this.#services,
      place: required.place,
    };
    const patientResponsibilityCents = required.optionalAmount(claim, 5);
    if (patientResponsibilityCents !== undefined) {
      payment.patientResponsibilityCents = patientResponsibilityCents;
    }
    // The guide requires CLP06 and CLP07 too; a payment that lacks them can still be posted.
    if (claim.has(6)) payment.filingIndicator = claim.text(6);
    if (claim.has(7)) payment.payerClaimControlNumber = claim.text(7);
    this.#payment = payment;
  }

  segment(segment: SegmentCursor): void {
    switch (segment.tag) {
      case SVC:
        this.#closeService();
        this.#service = new ServicePaymentReader(segment, this.#required);
        return;
      case MIA:
        this.#addRemarkCodes(segment, INPATIENT_REMARKS);
        return;
      case MOA:
        this.#addRemarkCodes(segment, OUTPATIENT_REMARKS);
        return;
      default:
    }
    if (this.#service === undefined) this.#claimSegment(segment);
    else this.#service.segment(segment);
  }

  close(): ClaimPayment {
    this.#closeService();
    // Lists that grew have room for many more, which a remittance of thousands of claims would keep.
    if (this.#services.length > 0) this.#payment.services = this.#services.slice();
    if (this.#adjustments.length > 0) this.#payment.adjustments = this.#adjustments.slice();
    return this.#payment;
  }

  /** What stands between CLP and the first SVC. The first of a kind holds; segments that say nothing of money pass. */
  #claimSegment(segment: SegmentCursor): void {
    const payment = this.#payment;
    switch (segment.tag) {
      case CAS:
        readClaimAdjustments(segment, this.#required, this.#adjustments);
        return;
      case NM1:
        if (segment.code(1) === CROSSOVER_CARRIER && segment.has(3)) {
          const identifier = segment.has(9) ? { identifier: segment.text(9) } : {};
          payment.crossoverPayer ??= { name: segment.text(3), ...identifier };
        }
        return;
      case REF:
        if (segment.code(1) === ORIGINAL_REFERENCE && segment.has(2)) {
          payment.originalReferenceNumber ??= segment.text(2);
        }
        return;
      case DTM:
        if (segment.code(1) === STATEMENT_FROM) {
          const date = dateAt(segment, 2);
          if (date !== undefined) payment.serviceDate ??= date;
        }
        return;
      case AMT:
        if (segment.code(1) === INTEREST && payment.interestCents === undefined) {
          const interestCents = this.#required.optionalAmount(segment, 2);
          if (interestCents !== undefined) payment.interestCents = interestCents;
        }
        return;
      default:
    }
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
