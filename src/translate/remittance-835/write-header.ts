import { invariant } from '../../base/invariant.ts';
import { printCompactDate } from '../../base/time.ts';
import type { Remittance } from '../../domain/remittance/remittance.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { BankAccount, RemittanceDetails } from './remittance-details.ts';

/** BPR04 of a remittance that pays nothing. */
const NO_PAYMENT = 'NON';

/** Methods by which money goes from account to account. */
const TRANSFERS: ReadonlySet<string> = new Set(['ACH', 'BOP', 'FWT']);

/** Writes what stands above the claims: BPR, TRN, DTM, and loops 1000A and 1000B. */
export function writeHeader(
  writer: SegmentWriter,
  remittance: Pick<Remittance, 'payment' | 'payer' | 'payee'>,
  details: RemittanceDetails,
): void {
  const { traceNumber, originatorId } = remittance.payment;
  writePayment(writer, remittance.payment, details);
  writer.begin('TRN').elements('1', traceNumber, originatorId).end();
  writer.begin('DTM').elements('405', printCompactDate(details.productionDate)).end();
  writePayer(writer, remittance.payer, details);
  writePayee(writer, remittance.payee);
}

/** BPR. H tells of no payment, I brings remittance and payment together; CCP is the format that carries the TRN. */
function writePayment(
  writer: SegmentWriter,
  payment: Remittance['payment'],
  { transfer }: RemittanceDetails,
): void {
  const { amountCents, method, date, originatorId } = payment;
  invariant(amountCents >= 0, 'a payment that is written is not negative');
  const accounts = TRANSFERS.has(method) ? transfer : undefined;
  writer
    .begin('BPR')
    .element(method === NO_PAYMENT ? 'H' : 'I')
    .amount(amountCents)
    .elements('C', method, method === 'ACH' ? 'CCP' : '')
    .elements(...accountElements(accounts?.payerAccount))
    .elements(TRANSFERS.has(method) ? originatorId : '', '')
    .elements(...accountElements(accounts?.payeeAccount))
    .element(date === undefined ? undefined : printCompactDate(date))
    .end();
}

/** Bank, by its routing number (01), and account (DA: a demand deposit). */
function accountElements(account: BankAccount | undefined): readonly string[] {
  return account === undefined
    ? ['', '', '', '']
    : ['01', account.routingNumber, 'DA', account.accountNumber];
}

/** Loop 1000A. N103 may hold a national plan id only, so the payer's identifier stands in REF*2U. */
function writePayer(writer: SegmentWriter, payer: Remittance['payer'], details: RemittanceDetails): void {
  const { payerAddress, payerContact } = details;
  writer.begin('N1').elements('PR', payer.name).end();
  writer.begin('N3').elements(payerAddress.line1, payerAddress.line2).end();
  writer.begin('N4').elements(payerAddress.city, payerAddress.state, payerAddress.postalCode).end();
  if (payer.identifier !== undefined) writer.begin('REF').elements('2U', payer.identifier).end();
  writer.begin('PER').elements('BL', payerContact.name, 'TE', payerContact.telephone).end();
}

/** Loop 1000B: by NPI, with the tax id beside it, or by tax id alone. */
function writePayee(writer: SegmentWriter, { name, npi, taxId }: Remittance['payee']): void {
  writer.begin('N1').elements('PE', name);
  if (npi !== undefined) writer.elements('XX', npi);
  else if (taxId !== undefined) writer.elements('FI', taxId);
  writer.end();
  if (npi !== undefined && taxId !== undefined) writer.begin('REF').elements('TJ', taxId).end();
}
