import type { BusinessDate } from '../../base/time.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { CollectedList } from '../collected-list.ts';
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

/** Until they are read. */
const NO_ADJUSTMENTS: readonly ClaimAdjustment[] = [];
const NO_REMARK_CODES: readonly string[] = [];
const NO_SERVICES: readonly ServicePayment[] = [];

/** Where MIA and MOA hold remark codes. */
const INPATIENT_REMARKS = [5, 20, 21, 22, 23];
const OUTPATIENT_REMARKS = [3, 4, 5, 6, 7];

/**
 * Reads loop 2100 of an 835 with its lines, CLP and what belongs to it up to the next claim, claim after claim: `open`
 * begins one, `close` ends it.
 */
export class ClaimPaymentReader {
  readonly #required: RequiredElements;
  readonly #services: ServicePaymentReader;
  readonly #adjustments = new CollectedList<ClaimAdjustment>();
  readonly #remarkCodes = new CollectedList<string>();
  #payment: Building<ClaimPayment> | undefined;
  #dates: { start?: BusinessDate; end?: BusinessDate } | undefined;

  constructor(required: RequiredElements) {
    this.#required = required;
    this.#services = new ServicePaymentReader(required);
  }

  get isOpen(): boolean {
    return this.#payment !== undefined;
  }

  open(claim: SegmentCursor, ordinal: number): void {
    const required = this.#required;
    // Written out, because spreading objects took half the time of reading a remittance.
    const payment: Building<ClaimPayment> = {
      ordinal,
      patientControlNumber: required.text(claim, 1),
      statusCode: required.text(claim, 2),
      chargeCents: required.amount(claim, 3),
      paidCents: required.amount(claim, 4),
      adjustments: NO_ADJUSTMENTS,
      remarkCodes: NO_REMARK_CODES,
      services: NO_SERVICES,
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
    this.#dates = undefined;
  }

  /** A segment of the claim that is open. */
  segment(segment: SegmentCursor): void {
    switch (segment.tag) {
      case SVC:
        return this.#services.open(segment);
      case MIA:
        return this.#addRemarkCodes(segment, INPATIENT_REMARKS);
      case MOA:
        return this.#addRemarkCodes(segment, OUTPATIENT_REMARKS);
      default:
    }
    if (this.#services.isOpen) this.#services.segment(segment);
    else if (this.#payment !== undefined) this.#ofClaim(segment, this.#payment);
  }

  /**
   * What stands between CLP and the first line, the first of a kind. A date or a person here moves no money: unreadable
   * ones are absent.
   */
  #ofClaim(segment: SegmentCursor, payment: Building<ClaimPayment>): void {
    switch (segment.tag) {
      case CAS:
        return readClaimAdjustments(segment, this.#required, this.#adjustments);
      case NM1:
        return addPerson(segment, payment);
      case DTM:
        return this.#addDate(segment);
      case REF:
        if (segment.code(1) === ORIGINAL_NUMBER && segment.has(2)) {
          payment.originalPayerClaimControlNumber ??= segment.text(2);
        }
        return;
      case AMT:
        return this.#addInterest(segment, payment);
      default:
    }
  }

  #addInterest(segment: SegmentCursor, payment: Building<ClaimPayment>): void {
    if (segment.code(1) !== INTEREST || payment.interestCents !== undefined) return;
    const interestCents = this.#required.optionalAmount(segment, 2);
    if (interestCents !== undefined) payment.interestCents = interestCents;
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

  #addRemarkCodes(segment: SegmentCursor, positions: readonly number[]): void {
    for (const position of positions) {
      if (segment.has(position)) this.#remarkCodes.add(segment.text(position));
    }
  }

  /** The claim that was open, if one was. */
  close(): ClaimPayment | undefined {
    const payment = this.#payment;
    this.#payment = undefined;
    if (payment === undefined) return undefined;
    payment.services = this.#services.take();
    payment.adjustments = this.#adjustments.take();
    payment.remarkCodes = this.#remarkCodes.take();
    if (this.#dates !== undefined) payment.claimDates = this.#dates;
    return payment;
  }
}

function addPerson(segment: SegmentCursor, payment: Building<ClaimPayment>): void {
  const entity = segment.code(1);
  if (entity === PATIENT) payment.patient ??= readPerson(segment);
  else if (entity === INSURED) payment.insured ??= readPerson(segment);
  else if (entity === CROSSOVER_CARRIER && segment.has(3)) {
    const identifier = segment.has(9) ? { identifier: segment.text(9) } : {};
    payment.crossoverPayer ??= { name: segment.text(3), ...identifier };
  }
}
