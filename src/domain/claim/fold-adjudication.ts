import type { AdjudicatedFact, AdjudicationWithdrawnFact } from './fact.ts';
import { type FoldedFact, type FoldedFactOf, highest, ofKind } from './folded-fact.ts';
import type { ClaimStatus } from './status.ts';

export interface Adjudications {
  readonly adjudication: ClaimStatus['adjudication'];
  readonly payerClaimControlNumber?: string;
}

/** A claim payment with the key that puts it in time: day, remittance, place in it, as posting orders them. */
interface Dated {
  readonly body: AdjudicatedFact;
  readonly key: string;
}

/**
 * What 835s decided by the claim payments that stand in the claim's books. A reversal cancels the decision whose amounts it negates (interpretation 1429); the latest decision
 * that none cancels is the claim's. With nothing left, the claim is reversed and waits to be decided anew.
 */
export function foldAdjudication(facts: readonly FoldedFact[]): Adjudications {
  const told = ofKind(facts, 'claim.adjudicated');
  if (told.length === 0) return { adjudication: 'none' };
  const words = lastWords(facts);
  const adjudicated = told.filter(({ body }) => {
    const last = words.get(paymentOf(body));
    return last?.stands === true && (body.number ?? 1) === last.number;
  });
  const dated = distinct(adjudicated).filter(
    // A predetermination is an estimate and decides nothing.
    ({ body }) => body.result !== 'predetermination',
  );
  const standing = withoutCancelled(dated);
  const number = highest(
    dated.filter(({ body }) => body.payerClaimControlNumber !== undefined),
    ({ key }) => key,
  )?.body.payerClaimControlNumber;
  return {
    adjudication: highest(standing, decisionKey)?.body.result ?? 'none',
    ...(number === undefined ? {} : { payerClaimControlNumber: number }),
  };
}

/** Whether a claim payment stands in the claim's books, and how often that was said. */
export interface LastWord {
  readonly number: number;
  readonly stands: boolean;
}

/** What was said last of each claim payment, by remittance id and ordinal (`R1|000000001`). */
export function lastWords(facts: readonly FoldedFact[]): ReadonlyMap<string, LastWord> {
  const words = new Map<string, LastWord>();
  for (const { body } of facts) {
    if (body.kind !== 'claim.adjudicated' && body.kind !== 'claim.adjudication-withdrawn') continue;
    const word = { number: body.number ?? 1, stands: body.kind === 'claim.adjudicated' };
    const payment = paymentOf(body);
    const known = words.get(payment);
    if (known === undefined || isLater(word, known)) words.set(payment, word);
  }
  return words;
}

/** Nothing is said under one number twice; should it ever be, the order still says nothing. */
function isLater(word: LastWord, known: LastWord): boolean {
  return word.number > known.number || (word.number === known.number && !word.stands);
}

/** Names a claim payment, in an order that is the one of its remittance. */
export function paymentOf({
  remittanceId,
  claimPaymentOrdinal,
}: Pick<AdjudicatedFact | AdjudicationWithdrawnFact, 'remittanceId' | 'claimPaymentOrdinal'>): string {
  return `${remittanceId}|${String(claimPaymentOrdinal).padStart(9, '0')}`;
}

/** One for each claim payment of a remittance, in order of their keys. */
function distinct(facts: readonly FoldedFactOf<'claim.adjudicated'>[]): Dated[] {
  const byPayment = new Map<string, Dated>();
  for (const { body } of facts) {
    const payment = paymentOf(body);
    // Two facts of one payment say the same; should they ever not, the content still orders them. Which file brought the
    // remittance first says nothing.
    const content = [body.result, body.chargeCents, body.paidCents, body.payerClaimControlNumber ?? ''];
    const key = [body.paymentDate ?? '', payment, ...content].join('|');
    const known = byPayment.get(payment);
    if (known === undefined || key > known.key) byPayment.set(payment, { body, key });
  }
  return [...byPayment.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** What stands when each reversal has taken away its decision; a reversal that found none stands itself. */
function withoutCancelled(dated: readonly Dated[]): Dated[] {
  const decisions = dated.filter(({ body }) => body.result !== 'reversed');
  const reversals = dated.filter(({ body }) => body.result === 'reversed');
  const cancelled = new Set<Dated>();
  const open: Dated[] = [];
  for (const reversal of reversals) {
    const candidates = decisions.filter((one) => !cancelled.has(one) && isNegatedBy(one, reversal));
    // The nearest before it; on one day the order of two files says nothing, so then the first after it.
    const original = candidates.findLast((one) => one.key < reversal.key) ?? candidates[0];
    if (original === undefined) open.push(reversal);
    else cancelled.add(original);
  }
  const remaining = decisions.filter((one) => !cancelled.has(one));
  return remaining.length === 0 ? reversals : [...remaining, ...open];
}

function isNegatedBy({ body: decision }: Dated, { body: reversal }: Dated): boolean {
  return (
    (decision.paymentDate ?? '') <= (reversal.paymentDate ?? '') &&
    decision.chargeCents + reversal.chargeCents === 0 &&
    decision.paidCents + reversal.paidCents === 0
  );
}

/** On one day a correction follows its reversal, and a decision outranks word that another payer has the claim. */
function decisionKey({ body, key }: Dated): string {
  const rank = body.result === 'forwarded-not-ours' ? 0 : body.result === 'reversed' ? 1 : 2;
  return `${body.paymentDate ?? ''}|${rank}|${key}`;
}
