import type { BusinessDate } from '../../base/time.ts';
import type { PayerRank } from '../claim/claim.ts';
import type { Posting } from '../ledger/journal-entry.ts';
import type { PaymentOnFile } from './payment-on-file.ts';
import type { PostingException } from './posting-exception.ts';
import type { PostingWorkItem } from './posting-work-item.ts';

/**
 * What becomes of a claim payment: it stands in its claim's books; it is the claim's, but its money waits in unapplied
 * payments; it is no claim's, with the same for its money; or it decides nothing and nothing is posted.
 */
export type Disposition = 'applied' | 'held' | 'unmatched' | 'none';

/** What should stand in the books for one claim payment. */
export interface PlannedPayment {
  readonly remittanceId: string;
  /** CLP ordinal. */
  readonly ordinal: number;
  readonly effectiveDate: BusinessDate;
  readonly disposition: Disposition;
  /** The claim that it is matched to. */
  readonly claimId?: string;
  /** Of an applied payment: whose receivable it settles. */
  readonly rank?: PayerRank;
  /** Of an applied payment: to whose receivable goes what is left; absent: to the patient's. */
  readonly nextRank?: PayerRank;
  /** Of an applied reversal: the claim payment that it takes back. */
  readonly reverses?: Pick<PaymentOnFile, 'remittanceId' | 'ordinal'>;
  /** Sum to zero; those in transit are what was paid. */
  readonly postings: readonly Posting[];
  readonly exceptions: readonly PostingException[];
  /** What waits for a person; exceptions that wait for nobody have none. */
  readonly workItems: readonly PostingWorkItem[];
}
