import type { FrontEndStatusFact } from '../domain/claim/fact.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { StoreTransaction } from '../ports/store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import { derivedId } from './fact-id.ts';
import type { PendingAnswers } from './pending-answers.ts';
import type { PairingTerms } from './reassociation/pair-payments.ts';

/** Where answers are applied: one file of one partner, in one transaction. */
export interface ApplyContext {
  readonly transaction: StoreTransaction;
  readonly tenantId: string;
  readonly partnerId: string;
  readonly profile: PartnerProfile;
  readonly fileSha256: string;
  readonly pending: PendingAnswers;
  readonly pairing: PairingTerms;
  /** A remittance that is held and that a person posts, where its file is applied once more for that. */
  readonly releasing?: string;
  readonly failpoint?: Failpoint | undefined;
}

/** An answer to nothing that this partner was sent. Somebody must look; nothing is guessed. */
export function unmatchedAcknowledgment(
  { fileSha256 }: ApplyContext,
  place: { readonly setControlNumber: string; readonly byteStart: number },
  codes: readonly string[],
): WorkItem {
  const id = derivedId(
    'unmatched-acknowledgment',
    fileSha256,
    place.setControlNumber,
    String(place.byteStart),
  );
  return { id, kind: 'unmatched-acknowledgment', fileSha256, codes };
}

/** Claim statuses as a work item names them: category, status and entity, such as `A7:562:85`. */
export function statusCodes(statuses: FrontEndStatusFact['statuses']): string[] {
  return statuses.map(({ category, status, entity }) =>
    [category, status, ...(entity === undefined ? [] : [entity])].join(':'),
  );
}
