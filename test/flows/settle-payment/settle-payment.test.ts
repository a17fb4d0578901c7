import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../src/base/result.ts';
import { matchPayment } from '../../../src/flows/settle-payment/match-payment.ts';
import { rematchPayment } from '../../../src/flows/settle-payment/rematch-payment.ts';
import type { Settled, Settling, SettlingRefusal } from '../../../src/flows/settle-payment/settling.ts';
import { takeBackDecision } from '../../../src/flows/settle-payment/take-back-decision.ts';
import { unmatchPayment } from '../../../src/flows/settle-payment/unmatch-payment.ts';
import { unpostPayment } from '../../../src/flows/settle-payment/unpost-payment.ts';
import type { StoredPaymentMatch } from '../../../src/ports/claim-payment-store.ts';
import type { StoreTransaction } from '../../../src/ports/store.ts';
import { type ClaimPaymentAnswer, claimAcknowledgment } from '../support/answers.ts';
import { type FlowBench, openFlowBench } from '../support/flow-bench.ts';
import { type MoneyBench, moneyBench } from '../support/money-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

const BILLED = { charges: -12_000, 'insurance-receivable:primary': 12_000 };
const PAID = { charges: -12_000, 'contractual-adjustments': 2400, 'patient-receivable:coinsurance': 1600 };

/** 120.00, of which 80.00 are paid. */
function paid(patientControlNumber: string, changes: Partial<ClaimPaymentAnswer> = {}): ClaimPaymentAnswer {
  return {
    patientControlNumber,
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'],
    ...changes,
  };
}

interface Hands extends MoneyBench {
  readonly first: MoneyBench['claims'][number];
  readonly second: MoneyBench['claims'][number];
  /** Of the first claim payment of the first remittance. */
  by(
    settle: (transaction: StoreTransaction, settling: Settling) => Promise<Result<Settled, SettlingRefusal>>,
  ): ReturnType<typeof settle>;
  matches(): Promise<readonly StoredPaymentMatch[]>;
}

/** Two claims, and a remittance `T1` with one payment of the number; without one, of the first claim's. */
async function hands(number?: string): Promise<Hands> {
  const money = await moneyBench(bench, 2);
  const [first, second] = money.claims;
  if (first === undefined || second === undefined) throw new Error('two claims were to be sent');
  await money.remit('T1', '20260310', [paid(number ?? first.number)]);
  const inTransaction = <T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> =>
    bench.store.inTransaction(money.tenant.tenantId, work);
  const [remittance] = await inTransaction(({ remittances }) => remittances.lookUp('T1'));
  const payment = { remittanceId: remittance?.id ?? '', ordinal: 1 };
  return {
    ...money,
    first,
    second,
    by: (settle) =>
      inTransaction((transaction) => settle(transaction, { payment, reason: 'it says so', actor: 'ada' })),
    matches: () => inTransaction(({ claimPayments }) => claimPayments.matchesOf(payment.remittanceId, 1)),
  };
}

describe('a person', () => {
  test('matches a payment to a claim: as one publication, with the reason and who', async () => {
    const { first, second, by, ...money } = await hands('NOTOURS');
    const settled = await by((transaction, settling) =>
      matchPayment(transaction, { ...settling, claimId: second.claimId }),
    );
    expect(settled).toMatchObject({ ok: true, value: { number: 2, claimIds: [second.claimId] } });
    expect(await money.claimBalances(second.claimId)).toEqual(PAID);
    expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
    expect(await money.balances()).toMatchObject({ 'payer-payments-in-transit': 8000 });
    expect(await money.balances()).not.toHaveProperty('unapplied-payments');
    expect(await money.headlines()).toEqual(['batched', 'partly-paid']);
    expect(await money.openItems()).toEqual([]);
    const publication = await bench.store.inTransaction(money.tenant.tenantId, ({ ledger }) =>
      ledger.publication(settled.ok ? (settled.value.publicationId ?? '') : ''),
    );
    expect(publication).toMatchObject({ kind: 'manual', reason: 'it says so', actor: 'ada', entryCount: 1 });
    expect(await money.matches()).toMatchObject([
      { number: 1, disposition: 'none', decidedBy: 'rule', reason: 'ambiguous-claim' },
      {
        number: 2,
        disposition: 'match',
        decidedBy: 'person',
        reason: 'it says so',
        evidence: { actor: 'ada' },
      },
    ]);
  });

  test('moves a payment from one claim to another', async () => {
    const { first, second, by, ...money } = await hands();
    await by((transaction, settling) => matchPayment(transaction, { ...settling, claimId: second.claimId }));
    expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
    expect(await money.claimBalances(second.claimId)).toEqual(PAID);
    expect(await money.headlines()).toEqual(['batched', 'partly-paid']);
    expect(await money.publications()).toEqual(['charges', 'remittance', 'manual']);
  });

  test.each([
    ['unmatches', unmatchPayment, 'none'],
    ['unposts', unpostPayment, 'held'],
  ] as const)(
    '%s a payment: it waits, its decision is none, and its number is not the claim’s',
    async (_, verb, disposition) => {
      const { first, by, ...money } = await hands();
      expect(await by(verb)).toMatchObject({ ok: true, value: { number: 2, claimIds: [first.claimId] } });
      expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
      expect(await money.balances()).toMatchObject({ 'unapplied-payments': -8000 });
      expect(await money.headlines()).toEqual(['batched', 'batched']);
      expect(await money.openItems()).toEqual(['unmatched-claim-payment unposted 8000']);
      expect((await money.matches()).at(-1)).toMatchObject({ disposition, decidedBy: 'person' });
      // P1 came with the payment that was taken off.
      await money.remit('T2', '20260311', [paid('NOTOURS')]);
      expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
    },
  );

  test('is not overridden by a rule, until the payment is handed back', async () => {
    const { first, by, ...money } = await hands('0');
    expect(await by(unmatchPayment)).toMatchObject({ ok: true });
    await money.tenant.take(
      claimAcknowledgment({ control: 9 }, 'PR', [
        { patientControlNumber: first.number, status: 'A2:20', action: 'WQ', payerClaimControlNumber: 'P1' },
      ]),
    );
    expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
    expect(await by(rematchPayment)).toMatchObject({ ok: true, value: { number: 3 } });
    expect(await money.claimBalances(first.claimId)).toEqual(PAID);
    expect((await money.matches()).at(-1)).toMatchObject({
      disposition: 'match',
      tier: 2,
      decidedBy: 'rule',
    });
  });

  test('takes a decision back: the one before holds again, and what was settled is open again', async () => {
    const { first, by, ...money } = await hands();
    await by(unpostPayment);
    const back = await by((transaction, settling) =>
      takeBackDecision(transaction, { ...settling, number: 2 }),
    );
    expect(back).toMatchObject({ ok: true, value: { number: 3 } });
    expect(await money.claimBalances(first.claimId)).toEqual(PAID);
    expect(await money.headlines()).toEqual(['partly-paid', 'batched']);
    expect(await money.openItems()).toEqual([]);
    expect((await money.matches()).at(-1)).toMatchObject({
      disposition: 'match',
      tier: 1,
      decidedBy: 'rule',
    });
    const again = await by((transaction, settling) =>
      takeBackDecision(transaction, { ...settling, number: 2 }),
    );
    expect(again).toEqual({ ok: false, refusal: 'already-so' });
  });
});

describe('refused is', () => {
  test('a payment that there is not, a claim that there is not, and what is so already', async () => {
    const { first, by, ...money } = await hands();
    const refusals = [
      await by((transaction, settling) =>
        unmatchPayment(transaction, { ...settling, payment: { ...settling.payment, ordinal: 2 } }),
      ),
      await by((transaction, settling) => matchPayment(transaction, { ...settling, claimId: 'NONE' })),
      await by(rematchPayment),
    ];
    await by(unmatchPayment);
    refusals.push(await by(unmatchPayment), await by(unpostPayment));
    const toFirst = (transaction: StoreTransaction, settling: Settling) =>
      matchPayment(transaction, { ...settling, claimId: first.claimId });
    await by(toFirst);
    refusals.push(await by(toFirst));
    expect(refusals.map((one) => (one.ok ? 'settled' : one.refusal))).toEqual([
      'payment-not-found',
      'claim-not-found',
      'already-so',
      'already-so',
      'already-so',
      'already-so',
    ]);
    expect(await money.claimBalances(first.claimId)).toEqual(PAID);
  });
});
