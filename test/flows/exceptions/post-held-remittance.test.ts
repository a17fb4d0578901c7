import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Resolving, resolveException } from '../../../src/flows/exceptions/resolve-exception.ts';
import { undoResolution } from '../../../src/flows/exceptions/undo-resolution.ts';
import { verifyLedger } from '../../../src/flows/verify-ledger.ts';
import { verifyRemittance } from '../../../src/flows/verify-remittance.ts';
import type { StoredRemittance } from '../../../src/ports/remittance-store.ts';
import { day } from '../../domain/support/claims.ts';
import { nachaFile, trn } from '../../support/nacha-file.ts';
import type { ClaimPaymentAnswer } from '../support/answers.ts';
import { type FlowBench, openFlowBench } from '../support/flow-bench.ts';
import { type MoneyBench, moneyBench, remittanceOf } from '../support/money-bench.ts';

let bench: FlowBench;
beforeAll(async () => {
  bench = await openFlowBench({ eft: { since: day('2026-03-01'), businessDays: 3 } });
});
afterAll(() => bench.stop());

const NOW = '2026-04-01T12:00:00Z';
const BY = { reason: 'the payer says that both hold', actor: 'ada' };

function paid(number: string): ClaimPaymentAnswer {
  return { patientControlNumber: number, charge: '120', paid: '80', adjustments: ['CAS*CO*45*40'] };
}

interface Held extends MoneyBench {
  readonly second: { readonly claimId: string; readonly number: string };
  readonly file: Uint8Array;
  remittances(): Promise<readonly StoredRemittance[]>;
  post(workItemId?: string): ReturnType<typeof resolveException>;
}

/** Two claims, each paid by a remittance of its own under one trace number: the second is held. */
async function held(): Promise<Held> {
  const money = await moneyBench(bench, 2);
  const { tenant } = money;
  const [first, second] = money.claims;
  if (first === undefined || second === undefined) throw new Error('two claims were to be sent');
  const file = remittanceOf({ control: 2, trace: 'T1', date: '20260310' }, [paid(second.number)]);
  await money.remit('T1', '20260310', [paid(first.number)]);
  await tenant.take(file);
  const remittances = (): Promise<readonly StoredRemittance[]> =>
    bench.store.inTransaction(tenant.tenantId, (transaction) => transaction.remittances.list({ limit: 9 }));
  return {
    ...money,
    second,
    file,
    remittances,
    async post(workItemId) {
      const id = workItemId ?? `remittance-held:${(await remittances())[0]?.id}`;
      return await resolve(money, { workItemId: id, action: 'post', ...BY });
    },
  };
}

function resolve({ tenant }: MoneyBench, resolving: Resolving): ReturnType<typeof resolveException> {
  return resolveException(tenant.resolvingAt(NOW), tenant.tenantId, resolving);
}

const BEFORE = { charges: -24_000, 'insurance-receivable:primary': 12_000 };
const POSTED = { charges: -24_000, 'contractual-adjustments': 8000, 'payer-payments-in-transit': 16_000 };

describe('a remittance that was held because it resembles a posted one', () => {
  test('is posted whole by a person, with books, claims and chain as if it had never been held', async () => {
    const money = await held();
    expect(await money.balances()).toEqual({
      ...BEFORE,
      'contractual-adjustments': 4000,
      'payer-payments-in-transit': 8000,
    });
    const outcome = await money.post();
    expect(outcome).toMatchObject({ ok: true, value: { movedCents: 8000 } });
    expect(await money.balances()).toEqual(POSTED);
    expect(await money.openItems()).toEqual([]);
    expect(await money.headlines()).toEqual(['paid', 'paid']);
    const [posted] = await money.remittances();
    expect(posted).toMatchObject({ state: 'published', holdCode: 'trn-duplicate' });
    const publicationId = outcome.ok ? outcome.value.publicationId : undefined;
    const { store } = bench;
    const publication = await store.inTransaction(money.tenant.tenantId, ({ ledger }) =>
      ledger.publication(publicationId ?? ''),
    );
    expect(publication).toMatchObject({ kind: 'remittance', remittanceId: posted?.id });
  });

  test('leaves a ledger and proofs that verify', async () => {
    const money = await held();
    await money.post();
    const { tenantId } = money.tenant;
    expect(await verifyLedger(bench, tenantId)).not.toHaveProperty('fault');
    for (const remittance of await money.remittances()) {
      expect(await verifyRemittance(bench.archive, remittance)).toMatchObject({ verdict: { ok: true } });
    }
  });

  test('is the same remittance when its file comes again, and is posted once', async () => {
    const money = await held();
    await money.post();
    await money.tenant.take(
      remittanceOf({ control: 9, trace: 'T1', date: '20260310' }, [paid(money.second.number)]),
    );
    expect(await money.remittances()).toHaveLength(2);
    expect(await money.balances()).toEqual(POSTED);
    expect(await money.post()).toEqual({ ok: false, refusal: 'not-open' });
  });

  test('does not let a third of the same identity through', async () => {
    const money = await held();
    await money.post();
    const other = { ...paid(money.second.number), payerClaimControlNumber: 'P3' };
    await money.tenant.take(remittanceOf({ control: 3, trace: 'T1', date: '20260310' }, [other]));
    expect((await money.remittances()).map(({ state }) => state)).toEqual(['held', 'published', 'published']);
    expect(await money.openItems()).toEqual(['remittance-held trn-duplicate 8000']);
  });

  test('may be the payment of the same claim again, and then waits unapplied like any second decision', async () => {
    const money = await moneyBench(bench, 1);
    const number = money.claims[0]?.number ?? '';
    await money.remit('T1', '20260310', [paid(number)]);
    await money.remit('T1', '20260310', [{ ...paid(number), payerClaimControlNumber: 'P2' }]);
    const [item] = await bench.store.inTransaction(money.tenant.tenantId, ({ workItems }) =>
      workItems.list({ limit: 9 }),
    );
    await resolve(money, { workItemId: item?.id ?? '', action: 'post', ...BY });
    expect(await money.openItems()).toEqual(['posting-exception correction-without-reversal 8000']);
    expect(await money.balances()).toMatchObject({
      'payer-payments-in-transit': 16_000,
      'unapplied-payments': -8000,
    });
  });

  test('is asked for at the bank from then on', async () => {
    const money = await held();
    await money.tenant.take(nachaFile([{ amountCents: 8000, paymentRelated: trn('T1') }]));
    expect(await money.openItems()).toEqual(['remittance-held trn-duplicate 8000']);
    // Three weeks after its day.
    await money.post();
    expect(await money.openItems()).toEqual(['reassociation eft-missing 8000']);
    await money.tenant.take(nachaFile([{ amountCents: 7900, paymentRelated: trn('T1') }]));
    expect(await money.openItems()).toEqual(['reassociation eft-amount-differs 100']);
  });

  test('stays posted: the decision cannot be taken back', async () => {
    const money = await held();
    const outcome = await money.post();
    const resolutionId = outcome.ok ? outcome.value.resolutionId : '';
    const { tenant } = money;
    expect(await undoResolution(tenant.resolvingAt(NOW), tenant.tenantId, { resolutionId, ...BY })).toEqual({
      ok: false,
      refusal: 'is-posted',
    });
    expect(await money.balances()).toEqual(POSTED);
  });

  test('is posted once by two persons at the same time', async () => {
    const money = await held();
    const outcomes = await Promise.all([money.post(), money.post()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await money.balances()).toEqual(POSTED);
  });
});

describe('a remittance that was held for itself', () => {
  test('that does not balance is never posted', async () => {
    const money = await moneyBench(bench, 1);
    const number = money.claims[0]?.number ?? '';
    await money.remit('T1', '20260310', [{ ...paid(number), adjustments: [] }]);
    const [item] = await bench.store.inTransaction(money.tenant.tenantId, ({ workItems }) =>
      workItems.list({ limit: 9 }),
    );
    expect(item?.codes[0]).toBe('out-of-balance-claim');
    expect(await resolve(money, { workItemId: item?.id ?? '', action: 'post', ...BY })).toEqual({
      ok: false,
      refusal: 'action-not-allowed',
    });
  });
});
