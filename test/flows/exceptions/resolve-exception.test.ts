import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Instant, instantOf } from '../../../src/base/time.ts';
import { resolveException } from '../../../src/flows/exceptions/resolve-exception.ts';
import { tellException } from '../../../src/flows/exceptions/tell-exception.ts';
import { undoResolution } from '../../../src/flows/exceptions/undo-resolution.ts';
import { verifyLedger } from '../../../src/flows/verify-ledger.ts';
import type { StoredWorkItem } from '../../../src/ports/work-item-store.ts';
import { remittanceAdvice } from '../support/answers.ts';
import { claimInput } from '../support/claims.ts';
import { type FlowBench, openFlowBench, type TenantBench } from '../support/flow-bench.ts';

let bench: FlowBench;
beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

const NOW: Instant = instantOf(new Date('2026-04-01T12:00:00Z'));
const BY = { reason: 'appeal was refused', actor: 'ada' };

/** A claim of 120.00 that was paid 80.00, with 20.00 contractual and the given rest. */
async function paidClaim(rest: string): Promise<Posted> {
  const tenant = bench.tenant();
  await tenant.submit([claimInput('A-1')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  const [attempt] = await tenant.attempts(interchange?.id ?? '');
  await tenant.take(
    remittanceAdvice({ control: 1 }, { amount: '80', trace: 'EFT1' }, [
      {
        patientControlNumber: attempt?.patientControlNumber ?? '',
        charge: '120',
        paid: '80',
        adjustments: ['CAS*CO*45*20', rest],
      },
    ]),
  );
  return postedFor(tenant, attempt?.claimId ?? '');
}

/** The payer takes back what it decided of a `paidClaim`. */
async function reverse({ tenant }: Posted, rest: string): Promise<void> {
  const [interchange] = await tenant.interchanges();
  const [attempt] = await tenant.attempts(interchange?.id ?? '');
  await tenant.take(
    remittanceAdvice({ control: 2 }, { amount: '0', trace: 'EFT2' }, [
      {
        patientControlNumber: attempt?.patientControlNumber ?? '',
        status: '22',
        charge: '-120',
        paid: '-80',
        adjustments: ['CAS*CO*45*-20', rest],
      },
      { patientControlNumber: 'NOTOURS', charge: '80', paid: '80', adjustments: [] },
    ]),
  );
}

interface Posted {
  readonly tenant: TenantBench;
  item(): Promise<StoredWorkItem>;
  balances(): Promise<Record<string, number>>;
  resolve(action: 'write-off' | 'bill-patient' | 'accept'): ReturnType<typeof resolveException>;
  undo(resolutionId: string): ReturnType<typeof undoResolution>;
}

function postedFor(tenant: TenantBench, claimId: string): Posted {
  const { tenantId } = tenant;
  const parts = tenant.resolvingAt(NOW);
  const item = async (): Promise<StoredWorkItem> => {
    const [first] = await bench.store.inTransaction(tenantId, ({ workItems }) => workItems.forClaim(claimId));
    if (first === undefined) throw new Error('the remittance leaves something to do');
    return first;
  };
  return {
    tenant,
    item,
    resolve: async (action) =>
      await resolveException(parts, tenantId, { workItemId: (await item()).id, action, ...BY }),
    undo: (resolutionId) =>
      undoResolution(parts, tenantId, { resolutionId, reason: 'the payer reopened it', actor: 'grace' }),
    async balances() {
      const entries = await bench.store.inTransaction(tenantId, ({ ledger }) =>
        ledger.entriesForClaim(claimId),
      );
      const sums: Record<string, number> = {};
      for (const { account, amountCents } of entries.flatMap(({ postings }) => postings)) {
        sums[account] = (sums[account] ?? 0) + amountCents;
      }
      return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
    },
  };
}

const DENIED = 'CAS*CO*50*20';
const POSTED = { charges: -12_000, 'payer-payments-in-transit': 8000, 'contractual-adjustments': 2000 };

async function done(outcome: ReturnType<typeof resolveException>) {
  const result = await outcome;
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

/** As later payments do whose codes or amounts are others. */
async function reopen({ tenant, item }: Posted): Promise<void> {
  const { id } = await item();
  await bench.store.inTransaction(tenant.tenantId, ({ workItems }) => workItems.reopen([id]));
}

describe('a person’s decision about an exception', () => {
  test('that the payer overtakes by deciding anew is told, and stays until a person takes it back', async () => {
    const posted = await paidClaim(DENIED);
    const { resolutionId } = await done(posted.resolve('write-off'));
    await reverse(posted, 'CAS*CO*50*-20');
    const overtaken = async () => {
      const items = await bench.store.inTransaction(posted.tenant.tenantId, ({ workItems }) =>
        workItems.list({ limit: 9 }),
      );
      return items.filter(({ codes }) => codes?.[0] === 'decision-overtaken');
    };
    expect(await posted.balances()).toEqual({
      charges: -12_000,
      'insurance-receivable:primary': 12_000,
      'denied-open': -2000,
      'write-offs': 2000,
    });
    expect(await overtaken()).toMatchObject([
      { kind: 'posting-exception', amountCents: 2000, codes: ['decision-overtaken', 'denied-open'] },
    ]);
    await posted.undo(resolutionId);
    expect(await posted.balances()).toEqual({ charges: -12_000, 'insurance-receivable:primary': 12_000 });
  });

  test.each([
    ['write-off', 'write-offs'],
    ['bill-patient', 'patient-receivable:other'],
  ] as const)(
    '%s moves what is open as a publication of its own, and undo moves it back',
    async (action, to) => {
      const posted = await paidClaim(DENIED);
      const before = await posted.balances();
      expect(before).toEqual({ ...POSTED, 'denied-open': 2000 });
      const { resolutionId, publicationId, movedCents } = await done(posted.resolve(action));
      expect(movedCents).toBe(2000);
      expect(await posted.balances()).toEqual({ ...POSTED, [to]: 2000 });
      expect(await posted.item()).toMatchObject({ closedAs: 'resolved' });
      const { store } = bench;
      const publication = await store.inTransaction(posted.tenant.tenantId, ({ ledger }) =>
        ledger.publication(publicationId ?? ''),
      );
      expect(publication).toMatchObject({ kind: 'manual', ...BY, entryCount: 1 });

      expect(await posted.undo(resolutionId)).toMatchObject({ ok: true, value: { isReopened: true } });
      expect(await posted.balances()).toEqual(before);
      expect((await posted.item()).closedAt).toBeUndefined();
      const story = await tellException({ store }, posted.tenant.tenantId, (await posted.item()).id);
      expect(story?.resolutions).toMatchObject([
        { id: resolutionId, action, ...BY, publicationId },
        { action: 'undo', undoes: resolutionId, actor: 'grace' },
      ]);
      expect(await verifyLedger(bench, posted.tenant.tenantId)).toEqual({
        publicationCount: 4,
        entryCount: 4,
      });
    },
  );

  test('accept leaves the money as it is posted', async () => {
    const posted = await paidClaim(DENIED);
    const before = await posted.balances();
    const resolved = await done(posted.resolve('accept'));
    expect(resolved).toEqual({ resolutionId: resolved.resolutionId });
    expect(await posted.balances()).toEqual(before);
    expect(await posted.item()).toMatchObject({ closedAs: 'resolved' });
    await posted.undo(resolved.resolutionId);
    expect((await posted.item()).closedAt).toBeUndefined();
  });

  test('is made once, and can be made again after it was taken back', async () => {
    const posted = await paidClaim(DENIED);
    const first = await done(posted.resolve('write-off'));
    expect(await posted.resolve('write-off')).toEqual({ ok: false, refusal: 'not-open' });
    await posted.undo(first.resolutionId);
    expect(await posted.undo(first.resolutionId)).toEqual({ ok: false, refusal: 'already-undone' });
    const second = await done(posted.resolve('bill-patient'));
    expect(await posted.undo(second.resolutionId)).toMatchObject({ ok: true });
    expect(await posted.balances()).toEqual({ ...POSTED, 'denied-open': 2000 });
  });

  test('of two persons at once holds once', async () => {
    const posted = await paidClaim(DENIED);
    const outcomes = await Promise.all([posted.resolve('write-off'), posted.resolve('bill-patient')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await posted.balances())['denied-open']).toBeUndefined();
  });

  test('moves a review that is open, and leaves one that holds nothing open', async () => {
    const review = await paidClaim('CAS*OA*94*20');
    expect(await review.balances()).toMatchObject({ 'adjustments-in-review': 2000 });
    await done(review.resolve('write-off'));
    expect(await review.balances()).toEqual({ ...POSTED, 'write-offs': 2000 });
  });

  test('is refused where nothing is open any more, and the exception stays open', async () => {
    const posted = await paidClaim(DENIED);
    await done(posted.resolve('write-off'));
    await reopen(posted);
    expect(await posted.resolve('bill-patient')).toEqual({ ok: false, refusal: 'nothing-open' });
    expect((await posted.item()).closedAt).toBeUndefined();
    expect(await posted.balances()).toEqual({ ...POSTED, 'write-offs': 2000 });
  });

  test('that an earlier one is taken back leaves standing', async () => {
    const posted = await paidClaim(DENIED);
    const first = await done(posted.resolve('accept'));
    await reopen(posted);
    await done(posted.resolve('write-off'));
    expect(await posted.undo(first.resolutionId)).toEqual({ ok: false, refusal: 'nothing-to-undo' });
    expect(await posted.item()).toMatchObject({ closedAs: 'resolved' });
  });

  test('is refused for what is none of its exceptions, or not allowed', async () => {
    const tenant = bench.tenant();
    const { tenantId } = tenant;
    await bench.store.inTransaction(tenantId, ({ workItems }) =>
      workItems.open([
        { id: 'delivery-held:I1', kind: 'delivery-held', interchangeId: 'I1', codes: [] },
        { id: 'unmatched-claim-payment:R1:1', kind: 'unmatched-claim-payment', codes: ['ambiguous-claim'] },
      ]),
    );
    const parts = tenant.resolvingAt(NOW);
    const resolving = (workItemId: string) =>
      resolveException(parts, tenantId, { workItemId, action: 'accept', ...BY });
    for (const id of ['none', 'delivery-held:I1']) {
      expect(await resolving(id)).toEqual({ ok: false, refusal: 'exception-not-found' });
    }
    expect(await resolving('unmatched-claim-payment:R1:1')).toEqual({
      ok: false,
      refusal: 'action-not-allowed',
    });
    const open = await bench.store.inTransaction(tenantId, ({ workItems }) => workItems.list({ limit: 9 }));
    expect(open).toHaveLength(2);
    expect(await undoResolution(parts, tenantId, { resolutionId: 'none', ...BY })).toEqual({
      ok: false,
      refusal: 'resolution-not-found',
    });
  });

  test('that takes one back is not taken back itself', async () => {
    const posted = await paidClaim(DENIED);
    const { resolutionId } = await done(posted.resolve('write-off'));
    const undone = await posted.undo(resolutionId);
    if (!undone.ok) throw new Error('a decision is taken back');
    expect(await posted.undo(undone.value.resolutionId)).toEqual({ ok: false, refusal: 'is-undo' });
  });
});
