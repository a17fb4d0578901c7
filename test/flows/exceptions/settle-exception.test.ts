import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../src/base/result.ts';
import {
  type Resolved,
  type Resolving,
  type ResolvingRefusal,
  resolveException,
} from '../../../src/flows/exceptions/resolve-exception.ts';
import { undoResolution } from '../../../src/flows/exceptions/undo-resolution.ts';
import type { StoredWorkItem } from '../../../src/ports/work-item-store.ts';
import type { ClaimPaymentAnswer } from '../support/answers.ts';
import { type FlowBench, openFlowBench } from '../support/flow-bench.ts';
import { type MoneyBench, moneyBench } from '../support/money-bench.ts';

let bench: FlowBench;
beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

const BILLED = { charges: -12_000, 'insurance-receivable:primary': 12_000 };
const PAID = { charges: -12_000, 'contractual-adjustments': 2400, 'patient-receivable:coinsurance': 1600 };
const BY = { reason: 'it says so', actor: 'ada' };

interface Hands extends MoneyBench {
  readonly first: MoneyBench['claims'][number];
  readonly second: MoneyBench['claims'][number];
  open(): Promise<readonly StoredWorkItem[]>;
  /** Decides about the first exception that is open, or the first of the code. */
  resolve(
    action: Resolving['action'],
    by?: Pick<Resolving, 'claim'> & { readonly code?: string },
  ): Promise<Result<Resolved, ResolvingRefusal>>;
  undo(resolutionId: string): ReturnType<typeof undoResolution>;
}

const PAYMENT = { charge: '120', paid: '80', adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'] };

/** Two claims, and a remittance with one payment, of the number or the first claim's. */
async function hands(number?: string, changes: Partial<ClaimPaymentAnswer> = {}): Promise<Hands> {
  const money = await moneyBench(bench, 2);
  const { tenantId } = money.tenant;
  const [first, second] = money.claims;
  if (first === undefined || second === undefined) throw new Error('two claims were to be sent');
  await money.remit('T1', '20260310', [
    { patientControlNumber: number ?? first.number, ...PAYMENT, ...changes },
  ]);
  const parts = money.tenant.resolvingAt('2026-04-01T12:00:00Z');
  const open = (): Promise<readonly StoredWorkItem[]> =>
    bench.store.inTransaction(tenantId, ({ workItems }) => workItems.list({ limit: 9 }));
  return {
    ...money,
    first,
    second,
    open,
    resolve: async (action, { code, ...claimed } = {}) => {
      const items = await open();
      const item = items.find(({ codes }) => code === undefined || codes[0] === code);
      return await resolveException(parts, tenantId, {
        workItemId: item?.id ?? '',
        action,
        ...claimed,
        ...BY,
      });
    },
    undo: (resolutionId) => undoResolution(parts, tenantId, { resolutionId, ...BY }),
  };
}

async function done(outcome: Promise<Result<Resolved, ResolvingRefusal>>): Promise<Resolved> {
  const result = await outcome;
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

describe('a person’s decision about whose a claim payment is', () => {
  test('match posts it to the claim, undo takes it off, and the exception waits again', async () => {
    const { first, open, ...money } = await hands('NOTOURS');
    const [item] = await open();
    expect(item).toMatchObject({ kind: 'unmatched-claim-payment' });
    const { resolutionId, publicationId } = await done(money.resolve('match', { claim: first.claimId }));
    expect(publicationId).toBeDefined();
    expect(await money.claimBalances(first.claimId)).toEqual(PAID);
    expect(await open()).toEqual([]);
    expect(await money.undo(resolutionId)).toMatchObject({ ok: true, value: { isReopened: true } });
    expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
    expect(await money.balances()).toMatchObject({ 'unapplied-payments': -8000 });
    expect(await open()).toEqual([item]);
    expect(await money.undo(resolutionId)).toEqual({ ok: false, refusal: 'already-undone' });
  });

  test('is taken back once, and not where another one was made since', async () => {
    const { first, second, open, ...money } = await hands();
    await money.remit('T2', '20260311', [{ patientControlNumber: first.number, ...PAYMENT }]);
    const unmatched = await done(money.resolve('unmatch', { code: 'correction-without-reversal' }));
    const matched = await done(money.resolve('match', { code: 'unposted', claim: second.claimId }));
    expect(await money.claimBalances(second.claimId)).toEqual(PAID);
    expect(await money.undo(unmatched.resolutionId)).toEqual({ ok: false, refusal: 'decided-since' });
    expect(await money.claimBalances(second.claimId)).toEqual(PAID);
    expect(await money.undo(matched.resolutionId)).toMatchObject({ ok: true });
    expect(await money.undo(matched.resolutionId)).toEqual({ ok: false, refusal: 'already-undone' });
    expect(await money.claimBalances(second.claimId)).toEqual(BILLED);
    expect((await open()).map(({ codes }) => codes[0])).toEqual(['unposted']);
  });

  test.each([
    ['no claim', undefined, 'claim-needed'],
    ['a claim that there is not', 'NONE', 'claim-not-found'],
  ])('match to %s is refused, and nothing is changed', async (_, claim, refusal) => {
    const { open, ...money } = await hands('NOTOURS');
    const before = await open();
    expect(await money.resolve('match', claim === undefined ? {} : { claim })).toEqual({
      ok: false,
      refusal,
    });
    expect(await open()).toEqual(before);
  });

  test.each(['unmatch', 'unpost'] as const)(
    '%s is for what is posted, not for what waits',
    async (action) => {
      const { open, ...money } = await hands('NOTOURS');
      expect(await money.resolve(action)).toEqual({ ok: false, refusal: 'action-not-allowed' });
      expect(await open()).toHaveLength(1);
    },
  );

  test('unmatch takes a second decision off the claim, and undo brings it back to where it waited', async () => {
    const { first, open, ...money } = await hands();
    await money.remit('T2', '20260311', [{ patientControlNumber: first.number, ...PAYMENT }]);
    const code = 'correction-without-reversal';
    const [held] = (await open()).filter(({ codes }) => codes[0] === code);
    expect(held).toBeDefined();
    const { resolutionId } = await done(money.resolve('unmatch', { code }));
    expect(await money.claimBalances(first.claimId)).toEqual(PAID);
    expect((await open()).map(({ codes }) => codes[0])).toEqual(['unposted']);
    expect(await money.undo(resolutionId)).toMatchObject({ ok: true, value: { isReopened: true } });
    expect(await open()).toEqual([held]);
  });

  test('unpost takes a payment out of the claim’s books, and undo posts it again', async () => {
    const adjustments = ['CAS*CO*50*104', 'CAS*PR*2*16'];
    const { first, open, ...money } = await hands(undefined, { paid: '0', adjustments });
    const before = await open();
    const posted = await money.claimBalances(first.claimId);
    const { resolutionId } = await done(money.resolve('unpost', { code: 'denial-with-pr' }));
    expect(await money.claimBalances(first.claimId)).toEqual(BILLED);
    await money.undo(resolutionId);
    expect(await money.claimBalances(first.claimId)).toEqual(posted);
    expect((await open()).map(({ id }) => id).toSorted(compare)).toEqual(
      before.map(({ id }) => id).toSorted(compare),
    );
  });
});

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
