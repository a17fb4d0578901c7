import type { BusinessDate } from '../../base/time.ts';
import type { RemittanceDetails } from '../../translate/remittance-835.ts';

/** Every payer here sits at one invented desk and pays from one invented account to another. */
const PAYER_DESK: Pick<RemittanceDetails, 'payerAddress' | 'payerContact' | 'transfer'> = {
  payerAddress: { line1: '500 SAMPLE PLAZA', city: 'SPRINGFIELD', state: 'IL', postalCode: '627010001' },
  payerContact: { name: 'REMITTANCE DESK', telephone: '2175550190' },
  transfer: {
    payerAccount: { routingNumber: '999999992', accountNumber: '0000001' },
    payeeAccount: { routingNumber: '999999992', accountNumber: '0000002' },
  },
};

/** What the 835 says of a payment to one payee beside its money. */
export function remittanceDetails(productionDate: BusinessDate): RemittanceDetails {
  return { ...PAYER_DESK, productionDate };
}
