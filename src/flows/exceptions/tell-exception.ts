import { workRule } from '../../domain/posting/exception-code.ts';
import type { WorkRule } from '../../domain/posting/exception-rule.ts';
import { paymentOrdinalOf } from '../../domain/posting/posting-work-item.ts';
import type { BankPaymentOnFile } from '../../domain/reassociation/bank-payment.ts';
import type { StoredClaimPayment, StoredPaymentMatch } from '../../ports/claim-payment-store.ts';
import type { StoredClaim } from '../../ports/claim-store.ts';
import type { StoredRemittance } from '../../ports/remittance-store.ts';
import type { StoredResolution } from '../../ports/resolution-store.ts';
import type { Store } from '../../ports/store.ts';
import { paymentOfItem } from '../reassociation/tell-bank-payment.ts';
import { isPostingItem, type PostingItem } from './posting-item.ts';

/** The claim payment that an exception is about, as far as a person needs it to find its claim. */
export interface ExceptionPayment
  extends Pick<
    StoredClaimPayment['payment'],
    | 'ordinal'
    | 'patientControlNumber'
    | 'payerClaimControlNumber'
    | 'statusCode'
    | 'chargeCents'
    | 'paidCents'
    | 'place'
  > {
  /** Every decision about whose it is, the first one first. */
  readonly matches: readonly StoredPaymentMatch[];
}

/** Everything that is known of an exception. */
export interface ExceptionStory {
  readonly item: PostingItem;
  /** What it is, what to do, and what may be done; absent for a code of an earlier release. */
  readonly rule?: WorkRule;
  readonly claim?: { readonly id: string; readonly accountNumber: string; readonly payerName: string };
  readonly remittance?: Pick<
    StoredRemittance,
    'id' | 'traceNumber' | 'payerName' | 'paymentDate' | 'paidCents' | 'fileSha256' | 'setControlNumber'
  >;
  readonly payment?: ExceptionPayment;
  /** The payment at the bank that it is about. */
  readonly bankPayment?: BankPaymentOnFile;
  /** What persons did about it, the first one first. */
  readonly resolutions: readonly StoredResolution[];
}

/** Tells of an exception what it is, whose, and what was done about it; undefined when there is none with the id. */
export async function tellException(
  { store }: { readonly store: Store },
  tenantId: string,
  workItemId: string,
): Promise<ExceptionStory | undefined> {
  return await store.inTransaction(tenantId, async (transaction) => {
    const [item] = await transaction.workItems.byIds([workItemId]);
    if (item === undefined || !isPostingItem(item)) return undefined;
    const rule = workRule(item);
    const [claim] = item.claimId === undefined ? [] : await transaction.claims.byIds([item.claimId]);
    const { remittanceId } = item;
    const remittance =
      remittanceId === undefined ? undefined : await transaction.remittances.get(remittanceId);
    const ordinal = paymentOrdinalOf(item);
    const kept =
      remittanceId === undefined || ordinal === undefined
        ? undefined
        : await transaction.claimPayments.get(remittanceId, ordinal);
    const bankPayment = item.kind === 'reassociation' ? await paymentOfItem(transaction, item) : undefined;
    return {
      item,
      ...(rule === undefined ? {} : { rule }),
      ...(claim === undefined ? {} : { claim: claimParts(claim) }),
      ...(remittance === undefined ? {} : { remittance: remittanceParts(remittance) }),
      ...(bankPayment === undefined ? {} : { bankPayment }),
      ...(kept === undefined
        ? {}
        : {
            payment: {
              ...paymentParts(kept),
              matches: await transaction.claimPayments.matchesOf(kept.remittanceId, kept.ordinal),
            },
          }),
      resolutions: await transaction.resolutions.ofWorkItems([workItemId]),
    };
  });
}

function claimParts({ id, claim }: StoredClaim): NonNullable<ExceptionStory['claim']> {
  return { id, accountNumber: claim.accountNumber, payerName: claim.payer.name };
}

function remittanceParts(remittance: StoredRemittance): NonNullable<ExceptionStory['remittance']> {
  const { id, traceNumber, payerName, paymentDate, paidCents, fileSha256, setControlNumber } = remittance;
  return {
    id,
    traceNumber,
    payerName,
    ...(paymentDate === undefined ? {} : { paymentDate }),
    paidCents,
    fileSha256,
    setControlNumber,
  };
}

function paymentParts({ payment }: StoredClaimPayment): Omit<ExceptionPayment, 'matches'> {
  const {
    ordinal,
    patientControlNumber,
    payerClaimControlNumber,
    statusCode,
    chargeCents,
    paidCents,
    place,
  } = payment;
  return {
    ordinal,
    patientControlNumber,
    ...(payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber }),
    statusCode,
    chargeCents,
    paidCents,
    place,
  };
}
