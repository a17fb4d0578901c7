import type { UnmatchedCode } from './exception-code.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import { isUndecided } from './payment-order.ts';
import { unappliedPostings } from './payment-routing.ts';
import type { PlannedPayment } from './planned-payment.ts';
import { postingException } from './posting-exception.ts';
import { exceptionWorkItem } from './posting-work-item.ts';

/**
 * The plan of a claim payment that is no claim's, for the reason given: its money waits in unapplied payments. One that
 * decides nothing and pays nothing (CLP02 23, 25) is not posted and waits for nobody.
 */
export function planUnmatched(onFile: PaymentOnFile, code: UnmatchedCode): PlannedPayment {
  if (isUndecided(onFile.payment) && onFile.payment.paidCents === 0) return planUndecided(onFile);
  const { remittanceId, ordinal, effectiveDate, payment } = onFile;
  const exception = postingException(code, [], payment.paidCents);
  const workItem = exceptionWorkItem({ remittanceId, ordinal, isUnmatched: true }, exception);
  return {
    remittanceId,
    ordinal,
    effectiveDate,
    disposition: 'unmatched',
    postings: unappliedPostings(payment),
    exceptions: [exception],
    workItems: workItem === undefined ? [] : [workItem],
  };
}

/** An estimate (CLP02 25), or word that another payer has the claim (23). */
export function planUndecided(onFile: PaymentOnFile, claimId?: string): PlannedPayment {
  const { remittanceId, ordinal, effectiveDate, payment } = onFile;
  return {
    remittanceId,
    ordinal,
    effectiveDate,
    disposition: 'none',
    ...(claimId === undefined ? {} : { claimId }),
    postings: [],
    exceptions: payment.statusCode === '25' ? [postingException('predetermination')] : [],
    workItems: [],
  };
}
