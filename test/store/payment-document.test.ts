import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PaymentDocument, paymentDocument, paymentOf } from '../../src/store/payment-document.ts';
import { arbitraryRemittance } from '../domain/support/remittances.ts';

const adjustmentPlace = { segmentOrdinal: 9, byteStart: 100, byteStop: 120, element: 3 };

test('a claim payment is kept without loss, and its document is JSON', () => {
  fc.assert(
    fc.property(arbitraryRemittance, fc.boolean(), ({ claims }, isFromFile) => {
      for (const claim of claims) {
        const placed = claim.adjustments.map((one) =>
          isFromFile ? { ...one, place: adjustmentPlace } : one,
        );
        const services = claim.services.map((one, index) => ({
          ...one,
          place: { ...one.place, segmentOrdinal: index },
        }));
        const payment = { ...claim, adjustments: placed, services };
        const document: unknown = JSON.parse(JSON.stringify(paymentDocument(payment)));
        expect(paymentOf(document as PaymentDocument)).toEqual(payment);
        // As rows of the past have it.
        expect(paymentOf(payment)).toEqual(payment);
      }
    }),
  );
});
