import { z } from 'zod';
import { parseBusinessDate } from '../base/time.ts';

/** A remittance and its payment may lie three business days apart (CAQH CORE 370); nobody waits longer than a month. */
const BUSINESS_DAYS = 3;
const BUSINESS_DAYS_MAX = 23;

/** A mailbox in which a bank reports health care EFTs; without one no payment is waited for. */
export const eftSchema = z.strictObject({
  /** The first payment date that the bank's files cover: of earlier remittances no payment is missed. */
  since: z.string().transform((text, context) => {
    const day = parseBusinessDate(text);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: 'a day such as 2026-10-01' });
    return z.NEVER;
  }),
  /** How long a remittance waits for its payment, and a payment for its remittance; also how far their dates may differ. */
  businessDays: z.int().min(0).max(BUSINESS_DAYS_MAX).default(BUSINESS_DAYS),
});
