import type { Cents } from '../../base/money.ts';
import { type BusinessDate, parseCompactDate } from '../../base/time.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import { readClaimAdjustments } from './claim-adjustments.ts';
import { procedureOf } from './procedure.ts';
import type { RequiredElements } from './required-elements.ts';

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

/** Reads loop 2110 of an 835: SVC, then what belongs to it. */
export class ServicePaymentReader {
  readonly #required: RequiredElements;
  readonly #begun: Pick<
    ServicePayment,
    'procedure' | 'originalProcedure' | 'chargeCents' | 'paidCents' | 'paidUnits' | 'place'
  >;
  readonly #adjustments: ClaimAdjustment[] = [];
  readonly #remarkCodes: string[] = [];
  #serviceDate: BusinessDate | undefined;
  #periodStart: BusinessDate | undefined;
  #lineControlNumber = '';
  #allowedCents: Cents | undefined;

  constructor(service: SegmentCursor, place: SourcePlace, required: RequiredElements) {
    this.#required = required;
    const procedure = procedureOf(service.components(1));
    if (procedure === undefined) required.note(place);
    const originalProcedure = procedureOf(service.components(6));
    const paidUnits = service.text(5);
    this.#begun = {
      procedure: procedure ?? NO_PROCEDURE,
      ...(originalProcedure === undefined ? {} : { originalProcedure }),
      chargeCents: required.amount(service, place, 2),
      paidCents: required.amount(service, place, 3),
      ...(paidUnits === '' ? {} : { paidUnits }),
      place,
    };
  }

  segment(segment: SegmentCursor, place: SourcePlace): void {
    switch (segment.tag) {
      case CAS:
        this.#adjustments.push(...readClaimAdjustments(segment, place, this.#required));
        return;
      case DTM:
        if (segment.code(1) === SERVICE_DATE) this.#serviceDate ??= parseCompactDate(segment.text(2));
        if (segment.code(1) === SERVICE_PERIOD_START) this.#periodStart ??= parseCompactDate(segment.text(2));
        return;
      case REF:
        if (segment.code(1) === LINE_CONTROL_NUMBER) this.#lineControlNumber ||= segment.text(2);
        return;
      case AMT:
        if (segment.code(1) === ALLOWED) {
          this.#allowedCents ??= this.#required.optionalAmount(segment, place, 2);
        }
        return;
      case LQ:
        if (segment.code(1) === REMARK_CODE && segment.has(2)) this.#remarkCodes.push(segment.text(2));
        return;
      default:
    }
  }

  close(): ServicePayment {
    const { place, ...begun } = this.#begun;
    const serviceDate = this.#serviceDate ?? this.#periodStart;
    return {
      ...begun,
      ...(serviceDate === undefined ? {} : { serviceDate }),
      ...(this.#lineControlNumber === '' ? {} : { lineControlNumber: this.#lineControlNumber }),
      ...(this.#allowedCents === undefined ? {} : { allowedCents: this.#allowedCents }),
      adjustments: this.#adjustments,
      remarkCodes: this.#remarkCodes,
      place,
    };
  }
}
