import type { BusinessDate } from '../../base/time.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import { readClaimAdjustments } from './claim-adjustments.ts';
import { procedureOf } from './procedure.ts';
import { dateAt, type RequiredElements } from './required-elements.ts';

const CAS = tagOf('CAS');
const DTM = tagOf('DTM');
const REF = tagOf('REF');
const AMT = tagOf('AMT');
const LQ = tagOf('LQ');

/** DTM01: the day of the service, or the first of several. */
const SERVICE_DATE = tagOf('472');
const SERVICE_PERIOD_START = tagOf('150');
const LINE_CONTROL_NUMBER = tagOf('6R');
const ALLOWED = tagOf('B6');
const REMARK_CODE = tagOf('HE');

const NO_PROCEDURE: Procedure = { qualifier: '', code: '', modifiers: [] };

type Building<T> = { -readonly [Key in keyof T]: T[Key] };

/** Reads loop 2110 of an 835: SVC, then what belongs to it. */
export class ServicePaymentReader {
  readonly #required: RequiredElements;
  readonly #adjustments: ClaimAdjustment[] = [];
  readonly #remarkCodes: string[] = [];
  readonly #payment: Building<ServicePayment>;
  #serviceDate: BusinessDate | undefined;
  #periodStart: BusinessDate | undefined;

  constructor(service: SegmentCursor, required: RequiredElements) {
    this.#required = required;
    const procedure = procedureOf(service.components(1));
    if (procedure === undefined) required.note();
    // Written out, because spreading objects took half the time of reading a remittance.
    this.#payment = {
      procedure: procedure ?? NO_PROCEDURE,
      chargeCents: required.amount(service, 2),
      paidCents: required.amount(service, 3),
      adjustments: this.#adjustments,
      remarkCodes: this.#remarkCodes,
      place: required.place,
    };
    if (service.has(5)) this.#payment.paidUnits = service.text(5);
    const original = service.has(6) ? procedureOf(service.components(6)) : undefined;
    if (original !== undefined) this.#payment.originalProcedure = original;
  }

  segment(segment: SegmentCursor): void {
    switch (segment.tag) {
      case CAS:
        readClaimAdjustments(segment, this.#required, this.#adjustments);
        return;
      case DTM:
        if (segment.code(1) === SERVICE_DATE) this.#serviceDate ??= dateAt(segment, 2);
        if (segment.code(1) === SERVICE_PERIOD_START) this.#periodStart ??= dateAt(segment, 2);
        return;
      case REF:
        if (segment.code(1) === LINE_CONTROL_NUMBER && segment.has(2)) {
          this.#payment.lineControlNumber ??= segment.text(2);
        }
        return;
      case AMT:
        if (segment.code(1) === ALLOWED && this.#payment.allowedCents === undefined) {
          const allowedCents = this.#required.optionalAmount(segment, 2);
          if (allowedCents !== undefined) this.#payment.allowedCents = allowedCents;
        }
        return;
      case LQ:
        if (segment.code(1) === REMARK_CODE && segment.has(2)) this.#remarkCodes.push(segment.text(2));
        return;
      default:
    }
  }

  close(): ServicePayment {
    const serviceDate = this.#serviceDate ?? this.#periodStart;
    if (serviceDate !== undefined) this.#payment.serviceDate = serviceDate;
    // A list that grew has room for many more, which a remittance of thousands of lines would keep.
    if (this.#adjustments.length > 0) this.#payment.adjustments = this.#adjustments.slice();
    return this.#payment;
  }
}
