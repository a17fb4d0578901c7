import { setImmediate as nextTurn } from 'node:timers/promises';
import { invariant } from '../../base/invariant.ts';
import { meanwhile } from '../../base/meanwhile.ts';
import { type Cents, sumCents, ZERO_CENTS } from '../../base/money.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { PublicationKind } from '../../domain/ledger/publication.ts';
import type { PaymentOnFile } from '../../domain/posting/payment-on-file.ts';
import { type PaymentsPlan, planPayments } from '../../domain/posting/plan-payments.ts';
import {
  planProviderAdjustments,
  providerFindings,
  providerWorkItem,
} from '../../domain/posting/plan-provider-adjustments.ts';
import {
  adjustmentsOnFile,
  inTransitCents,
  type PublishedRemittance,
  paymentsOnFile,
} from '../../domain/posting/published-remittance.ts';
import type { ClaimPayment } from '../../domain/remittance/remittance.ts';
import type { Failpoint } from '../../ports/failpoint.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { type MatchedPayments, matchRemittance } from '../match-remittance.ts';
import type { PendingAnswers } from '../pending-answers.ts';
import type { SurveyedRemittance } from '../remittance-survey.ts';
import type { Saying } from './bookings.ts';
import { claimsOnFile } from './claims-on-file.ts';
import { isKnownReason } from './known-reason.ts';
import { matchRow, postingDecision } from './match-rows.ts';
import { openItemsConcerned } from './open-items-concerned.ts';
import { recordPlan } from './record-plan.ts';

/** A remittance that is on file, proven to balance and like no other one. */
export interface RemittanceToPublish extends PublishedRemittance {
  readonly fileSha256: string;
  readonly surveyed: SurveyedRemittance;
}

export interface PublishContext {
  readonly transaction: StoreTransaction;
  /** What is not recorded yet of this transaction; what is said of claims is added. */
  readonly pending: Pick<PendingAnswers, 'facts' | 'bookings' | 'knownNumbers'>;
  readonly failpoint?: Failpoint | undefined;
}

/**
 * Puts the money of a remittance into the books as one publication, some claim payments at a time, so that no more of
 * them are held; what that changes of claim payments of earlier remittances is a second one. In whatever groups the
 * payments come, the books of their claims end the same: each group plans its claims anew, with what came before.
 */
export class RemittancePublication {
  readonly #context: PublishContext;
  readonly #published: RemittanceToPublish;
  readonly #publicationIds = new Map<PublicationKind, string>();
  #inTransitCents: Cents = ZERO_CENTS;

  constructor(context: PublishContext, published: RemittanceToPublish) {
    this.#context = context;
    this.#published = published;
  }

  /** Resolves when the payments are matched: they are booked while the next are read and matched. */
  async post(paid: readonly ClaimPayment[]): Promise<void> {
    if (paid.length === 0) return;
    const { transaction, pending } = this.#context;
    const { payer, payee } = this.#published.surveyed.particulars;
    const match = () => matchRemittance(transaction.claims, { payer, payee, claims: paid });
    let matched = await match();
    const isComplete = [...matched.decisions.values()].every((decision) => decision.isSafe);
    // What is being told at this moment may find a claim, and is not seen before it is committed.
    if (!isComplete && (await transaction.claimPayments.takeTurn('alone'))) matched = await match();
    await pending.bookings.begin(() => this.#book(paid, matched));
  }

  async #book(paid: readonly ClaimPayment[], { decisions, candidates }: MatchedPayments): Promise<Saying> {
    const { transaction, pending, failpoint } = this.#context;
    const { remittanceId, fileSha256 } = this.#published;
    const safe = new Set([...decisions.values()].flatMap((one) => (one.isSafe ? [one.claimId] : [])));
    const paidClaims = candidates.filter(({ claimId }) => safe.has(claimId));
    for (const one of paidClaims) pending.knownNumbers.note(one);
    const reading = meanwhile(claimsOnFile(transaction, paidClaims));
    // Only between turns of the event loop is the question sent, and what is kept takes a while to be put into words.
    await nextTurn();
    const payments = paymentsOnFile(this.#published, paid);
    const writing = meanwhile(this.#keep(payments, decisions));
    const claims = await reading;
    const plan = planPayments({
      payments,
      decisions: new Map([...decisions].map(([ordinal, one]) => [ordinal, postingDecision(one)])),
      claims,
      isKnownReason,
    });
    // Behind what is kept, and put into words while it is.
    const concerning = meanwhile(openItemsConcerned(transaction, { payments, adjustments: [] }));
    await this.#append(plan.entries);
    await writing;
    await failpoint?.('post.entered');
    const explained = await concerning;
    const findings = providerFindings(explained.adjustments, explained.reversedNumbers);
    const onFile = [...claims.values()].filter((claim) => claim.payments.length > 0);
    return await recordPlan(transaction, {
      claimIds: onFile.map(({ terms }) => terms.claimId),
      planned: plan.payments,
      workItems: [...plan.payments.flatMap(({ workItems }) => workItems), ...findings.map(providerWorkItem)],
      before: onFile.flatMap((claim) => claim.payments),
      arriving: { remittanceId, fileSha256, payments },
      left: [],
      adjustments: explained.adjustments,
      pending: pending.facts,
    });
  }

  /** Has what stands beside the claims posted when all claim payments are. */
  close(): void {
    this.#context.pending.bookings.follow(() => this.#close());
  }

  async #close(): Promise<Saying> {
    const { transaction, pending, failpoint } = this.#context;
    const { remittanceId, fileSha256, surveyed } = this.#published;
    const { payment, providerAdjustments } = surveyed.particulars;
    const adjustments = adjustmentsOnFile(this.#published, providerAdjustments);
    const concerned = await openItemsConcerned(transaction, { payments: [], adjustments });
    await transaction.providerAdjustments.insert(adjustments);
    const { entries, workItems } = planProviderAdjustments({
      remittanceId,
      adjustments,
      openItems: concerned.adjustments,
      reversedNumbers: concerned.reversedNumbers,
      interestToldCents: surveyed.interestToldCents,
    });
    await this.#append(entries);
    invariant(
      this.#inTransitCents === payment.amountCents,
      'payments in transit grow by the payment of the remittance',
    );
    const say = await recordPlan(transaction, {
      claimIds: [],
      planned: [],
      workItems,
      before: [],
      arriving: { remittanceId, fileSha256, payments: [] },
      left: [],
      adjustments: concerned.adjustments,
      pending: pending.facts,
    });
    await failpoint?.('post.published');
    return say;
  }

  async #keep(payments: readonly PaymentOnFile[], decisions: MatchedPayments['decisions']): Promise<void> {
    const { claimPayments } = this.#context.transaction;
    const { remittanceId } = this.#published;
    await Promise.all([
      claimPayments.insert(payments),
      claimPayments.decideFirst(
        [...decisions].map(([ordinal, decision]) => matchRow({ remittanceId, ordinal }, decision)),
      ),
    ]);
  }

  /** What this remittance posts, and apart from it what it changes of earlier ones. */
  async #append(entries: PaymentsPlan['entries']): Promise<void> {
    const { remittanceId } = this.#published;
    const isOwn = (entry: JournalEntry): boolean => entry.remittanceId === remittanceId;
    this.#inTransitCents = sumCents([this.#inTransitCents, inTransitCents(entries, remittanceId)]);
    await this.#appendTo('remittance', entries.filter(isOwn));
    await this.#appendTo(
      'reposting',
      entries.filter((entry) => !isOwn(entry)),
    );
  }

  async #appendTo(kind: 'remittance' | 'reposting', entries: readonly JournalEntry[]): Promise<void> {
    const { remittanceId } = this.#published;
    const begun = this.#publicationIds.get(kind);
    const publicationId = await this.#context.transaction.ledger.append(
      entries,
      begun === undefined ? { kind, remittanceId } : { addTo: begun },
    );
    if (publicationId !== undefined) this.#publicationIds.set(kind, publicationId);
  }
}
