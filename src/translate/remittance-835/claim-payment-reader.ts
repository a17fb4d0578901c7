import type { BusinessDate } from '../../base/time.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import { readClaimAdjustments } from './claim-adjustments.ts';
import { readPerson } from './remittance-person.ts';
import { dateAt, type RequiredElements } from './required-elements.ts';
import { ServicePaymentReader } from './service-payment-reader.ts';

const AMT = tagOf('AMT');
const CAS = tagOf('CAS');
const DTM = tagOf('DTM');
const MIA = tagOf('MIA');
const MOA = tagOf('MOA');
const NM1 = tagOf('NM1');
const REF = tagOf('REF');
const SVC = tagOf('SVC');

/** NM101, DTM01, REF01 and AMT01. */
const PATIENT = tagOf('QC');
const INSURED = tagOf('IL');
const CROSSOVER_CARRIER = tagOf('TT');
const CLAIM_START = tagOf('232');
const CLAIM_END = tagOf('233');
const ORIGINAL_NUMBER = tagOf('F8');
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
  #dates: { start?: BusinessDate; end?: BusinessDate } | undefined;

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
    if (this.#service === undefined) this.#ofClaim(segment);
    else this.#service.segment(segment);
  }

  /**
   * What stands between CLP and the first line, the first of a kind. A date or a person here moves no money: unreadable
   * ones are absent.
   */
  #ofClaim(segment: SegmentCursor): void {
    switch (segment.tag) {
      case CAS:
        readClaimAdjustments(segment, this.#required, this.#adjustments);
        return;
      case NM1:
        this.#addPerson(segment);
        return;
      case DTM:
        this.#addDate(segment);
        return;
      case REF:
        if (segment.code(1) === ORIGINAL_NUMBER && segment.has(2)) {
          this.#payment.originalPayerClaimControlNumber ??= segment.text(2);
        }
        return;
      case AMT:
        this.#addInterest(segment);
        return;
      default:
    }
  }

  #addPerson(segment: SegmentCursor): void {
    const entity = segment.code(1);
    if (entity === PATIENT) this.#payment.patient ??= readPerson(segment);
    else if (entity === INSURED) this.#payment.insured ??= readPerson(segment);
    else if (entity === CROSSOVER_CARRIER && segment.has(3)) {
      const identifier = segment.has(9) ? { identifier: segment.text(9) } : {};
      this.#payment.crossoverPayer ??= { name: segment.text(3), ...identifier };
    }
  }

  #addInterest(segment: SegmentCursor): void {
    if (segment.code(1) !== INTEREST || this.#payment.interestCents !== undefined) return;
    const interestCents = this.#required.optionalAmount(segment, 2);
    if (interestCents !== undefined) this.#payment.interestCents = interestCents;
  }

  #addDate(segment: SegmentCursor): void {
    const meaning = segment.code(1);
    if (meaning !== CLAIM_START && meaning !== CLAIM_END) return;
    const date = dateAt(segment, 2);
    if (date === undefined) return;
    this.#dates ??= {};
    if (meaning === CLAIM_START) this.#dates.start ??= date;
    else this.#dates.end ??= date;
  }

  close(): ClaimPayment {
    this.#closeService();
    // Lists that grew have room for many more, which a remittance of thousands of claims would keep.
    if (this.#services.length > 0) this.#payment.services = this.#services.slice();
    if (this.#adjustments.length > 0) this.#payment.adjustments = this.#adjustments.slice();
    if (this.#dates !== undefined) this.#payment.claimDates = this.#dates;
    return this.#payment;
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
