import type { RemittanceDetails } from '../../../src/translate/remittance-835.ts';
import { day } from '../../domain/support/claims.ts';

/** Details for any remittance. */
export function remittanceDetails(changes: Partial<RemittanceDetails> = {}): RemittanceDetails {
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
    ...changes,
  };
}
