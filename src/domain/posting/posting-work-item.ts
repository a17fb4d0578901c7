import type { Cents } from '../../base/money.ts';
import { type ExceptionCode, exceptionRule } from './exception-code.ts';
import type { PostingWorkItemKind } from './exception-rule.ts';
import type { PostingException } from './posting-exception.ts';

/** Something a person must look at after a remittance has been posted. */
export interface PostingWorkItem {
  /** Derived from what caused it, so that one cause opens it once. */
  readonly id: string;
  readonly kind: PostingWorkItemKind;
  readonly claimId?: string;
  readonly remittanceId: string;
  readonly amountCents: Cents;
  /** Exception code first, then its details; of denials and reviews the adjustments, such as `CO-50`. */
  readonly codes: readonly string[];
}

/** The work item of an exception of a claim payment; undefined where it waits for nobody. */
export function exceptionWorkItem(
  place: {
    readonly remittanceId: string;
    readonly ordinal: number;
    readonly claimId?: string;
    readonly isUnmatched: boolean;
  },
  exception: PostingException,
): PostingWorkItem | undefined {
  const { remittanceId, ordinal, claimId, isUnmatched } = place;
  const { code, details, amountCents } = exception;
  const kind = kindOf(code, isUnmatched);
  if (kind === undefined) return undefined;
  const id = `${kind}:${remittanceId}:${ordinal}`;
  return {
    id: kind === 'posting-exception' ? `${id}:${code}` : id,
    kind,
    ...(claimId === undefined ? {} : { claimId }),
    remittanceId,
    amountCents,
    codes: [code, ...details],
  };
}

/** Which claim payment of its remittance a work item is about (CLP ordinal); undefined where it is about none. */
export function paymentOrdinalOf(item: {
  readonly id: string;
  readonly kind: string;
  readonly remittanceId?: string;
}): number | undefined {
  const { id, kind, remittanceId } = item;
  if (remittanceId === undefined || kind === 'provider-adjustment') return undefined;
  const start = `${kind}:${remittanceId}:`;
  if (!id.startsWith(start)) return undefined;
  const ordinal = Number(id.slice(start.length).split(':', 1)[0]);
  return Number.isInteger(ordinal) ? ordinal : undefined;
}

function kindOf(code: ExceptionCode, isUnmatched: boolean): PostingWorkItemKind | undefined {
  const { kinds } = exceptionRule(code);
  return kinds.find((kind) => (kind === 'unmatched-claim-payment') === isUnmatched);
}
