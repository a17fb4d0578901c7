import type { AmountPlace, SourcePlace } from '../domain/exchange/source.ts';
import type { ClaimAdjustment } from '../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ServicePayment } from '../domain/remittance/remittance.ts';

/** Segment ordinal, first byte and the byte behind the last. */
type CompactPlace = readonly [segmentOrdinal: number, byteStart: number, byteStop: number];
type CompactAmountPlace = readonly [...CompactPlace, element: number];

interface AdjustmentDocument extends Omit<ClaimAdjustment, 'place'> {
  readonly place?: CompactAmountPlace | AmountPlace;
}

interface ServiceDocument extends Omit<ServicePayment, 'place' | 'adjustments'> {
  readonly place: CompactPlace | SourcePlace;
  readonly adjustments: readonly AdjustmentDocument[];
}

/**
 * A claim payment as it is kept: there are millions of them, and places are a third of what it says. Those of its lines
 * and adjustments are in the envelopes in which the payment is. Rows of the past have them in full.
 */
export interface PaymentDocument extends Omit<ClaimPayment, 'adjustments' | 'services'> {
  readonly adjustments: readonly AdjustmentDocument[];
  readonly services: readonly ServiceDocument[];
}

export function paymentDocument(payment: ClaimPayment): PaymentDocument {
  return {
    ...payment,
    adjustments: payment.adjustments.map(adjustmentDocument),
    services: payment.services.map((service) => ({
      ...service,
      place: compactPlace(service.place),
      adjustments: service.adjustments.map(adjustmentDocument),
    })),
  };
}

export function paymentOf(document: PaymentDocument): ClaimPayment {
  return {
    ...document,
    adjustments: document.adjustments.map(adjustmentOf),
    services: document.services.map((service) => ({
      ...service,
      place: isCompact(service.place) ? { ...document.place, ...placeOf(service.place) } : service.place,
      adjustments: service.adjustments.map(adjustmentOf),
    })),
  };
}

function compactPlace({
  segmentOrdinal,
  byteStart,
  byteStop,
}: Pick<SourcePlace, 'segmentOrdinal' | 'byteStart' | 'byteStop'>): CompactPlace {
  return [segmentOrdinal, byteStart, byteStop];
}

function placeOf([segmentOrdinal, byteStart, byteStop]: CompactPlace | CompactAmountPlace) {
  return { segmentOrdinal, byteStart, byteStop };
}

function adjustmentDocument({ place, ...adjustment }: ClaimAdjustment): AdjustmentDocument {
  if (place === undefined) return adjustment;
  return { ...adjustment, place: [...compactPlace(place), place.element] };
}

function adjustmentOf({ place, ...adjustment }: AdjustmentDocument): ClaimAdjustment {
  if (place === undefined) return adjustment;
  return {
    ...adjustment,
    place: isCompact(place) ? { ...placeOf(place), element: place[3] } : place,
  };
}

function isCompact<Compact extends readonly unknown[]>(place: Compact | object): place is Compact {
  return Array.isArray(place);
}
