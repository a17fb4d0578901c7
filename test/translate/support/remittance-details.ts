import type { Remittance } from '../../../src/domain/remittance/remittance.ts';
import type { RemittanceDetails } from '../../../src/translate/remittance-835.ts';
import { day } from '../../domain/support/claims.ts';

/** Details for any remittance: a patient for each claim payment. */
export function detailsFor(
  { claims }: Remittance,
  changes: Partial<RemittanceDetails> = {},
): RemittanceDetails {
  return {
    productionDate: day('2026-07-18'),
    payerAddress: {
      line1: '300 SAMPLE STREET',
      line2: 'SUITE 2',
      city: 'COLUMBUS',
      state: 'OH',
      postalCode: '432150001',
    },
    payerContact: { name: 'EDI DESK', telephone: '6145550142' },
    patients: new Map(
      claims.map(({ ordinal }) => [
        ordinal,
        { name: { kind: 'person', last: 'SAMPLE', first: 'FAY' }, memberId: 'CGM100900' },
      ]),
    ),
    ...changes,
  };
}
