import { type Cents, ZERO_CENTS } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { CollectedList } from '../collected-list.ts';
import { readProcedure } from '../procedure.ts';
import { readClaimAdjustments } from './claim-adjustments.ts';

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

/**
 * Reads loop 2110 of an 835, SVC and what belongs to it, line after line: `open` begins one, `take` gives all those of a
 * claim.
 */
export class ServicePaymentReader {
  readonly #required: RequiredElements;
  readonly #payments = new CollectedList<ServicePayment>();
  readonly #adjustments = new CollectedList<ClaimAdjustment>();
  readonly #remarkCodes = new CollectedList<string>();
  /** Where the line that is open begins. */
  #place: SourcePlace | undefined;
  #procedure = NO_PROCEDURE;
  #originalProcedure: Procedure | undefined;
  #chargeCents = ZERO_CENTS;
  #paidCents = ZERO_CENTS;
  #paidUnits: string | undefined;
  #lineControlNumber: string | undefined;
  #allowedCents: Cents | undefined;
  #serviceDate: BusinessDate | undefined;
  #periodStart: BusinessDate | undefined;

  constructor(required: RequiredElements) {
    this.#required = required;
  }

  get isOpen(): boolean {
    return this.#place !== undefined;
  }

  open(service: SegmentCursor): void {
    this.#close();
    const required = this.#required;
    const procedure = readProcedure(service, 1);
    const isProcedure = isComplete(procedure);
    if (!isProcedure) required.note();
    this.#procedure = isProcedure ? procedure : NO_PROCEDURE;
    const original = service.has(6) ? readProcedure(service, 6) : undefined;
    this.#originalProcedure = original !== undefined && isComplete(original) ? original : undefined;
    this.#chargeCents = required.amount(service, 2);
    this.#paidCents = required.amount(service, 3);
    this.#paidUnits = service.has(5) ? service.text(5) : undefined;
    this.#place = required.place;
    this.#lineControlNumber = undefined;
    this.#allowedCents = undefined;
    this.#serviceDate = undefined;
    this.#periodStart = undefined;
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
          this.#lineControlNumber ??= segment.text(2);
        }
        return;
      case AMT:
        if (segment.code(1) === ALLOWED) this.#allowedCents ??= this.#required.optionalAmount(segment, 2);
        return;
      case LQ:
        if (segment.code(1) === REMARK_CODE && segment.has(2)) this.#remarkCodes.add(segment.text(2));
        return;
      default:
    }
  }

  /** The lines since the last time, the open one included. */
  take(): ServicePayment[] {
    this.#close();
    return this.#payments.take();
  }

  #close(): void {
    const place = this.#place;
    if (place === undefined) return;
    this.#place = undefined;
    const paidUnits = this.#paidUnits;
    const lineControlNumber = this.#lineControlNumber;
    const allowedCents = this.#allowedCents;
    const serviceDate = this.#serviceDate ?? this.#periodStart;
    const procedure = this.#procedure;
    const chargeCents = this.#chargeCents;
    const paidCents = this.#paidCents;
    const adjustments = this.#adjustments.take();
    const remarkCodes = this.#remarkCodes.take();
    const originalProcedure = this.#originalProcedure;
    if (
      paidUnits !== undefined &&
      lineControlNumber !== undefined &&
      allowedCents !== undefined &&
      serviceDate !== undefined &&
      originalProcedure === undefined
    ) {
      // As most lines are. In one literal, since a member that is added later needs room of its own.
      this.#payments.add({
        procedure,
        chargeCents,
        paidCents,
        adjustments,
        remarkCodes,
        place,
        paidUnits,
        lineControlNumber,
        allowedCents,
        serviceDate,
      });
      return;
    }
    const payment: Building<ServicePayment> = {
      procedure,
      chargeCents,
      paidCents,
      adjustments,
      remarkCodes,
      place,
    };
    if (paidUnits !== undefined) payment.paidUnits = paidUnits;
    if (originalProcedure !== undefined) payment.originalProcedure = originalProcedure;
    if (lineControlNumber !== undefined) payment.lineControlNumber = lineControlNumber;
    if (allowedCents !== undefined) payment.allowedCents = allowedCents;
    if (serviceDate !== undefined) payment.serviceDate = serviceDate;
    this.#payments.add(payment);
  }
}

function isComplete({ qualifier, code }: Procedure): boolean {
  return qualifier !== '' && code !== '';
}
