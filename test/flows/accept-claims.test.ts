import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimInput } from './support/claims.ts';
import { type FlowBench, openFlowBench } from './support/flow-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

async function trialBalance(tenantId: string): Promise<Record<string, number>> {
  const rows = await bench.store.inTransaction(tenantId, ({ ledger }) => ledger.trialBalance());
  return Object.fromEntries(rows.map((row) => [row.account, row.debitCents + row.creditCents]));
}

describe('accepting claims', () => {
  test('takes the good ones, refuses the bad ones with pointer and code, in order', async () => {
    const tenant = bench.tenant();
    const outcomes = await tenant.submit([
      claimInput('A-1'),
      claimInput('A-2', { charge: '119.99' }),
      '{"accountNumber":',
      claimInput('A-4', { charge: 'lots' }),
      claimInput('A-5'),
    ]);
    expect(outcomes.map((one) => one.outcome)).toEqual([
      'accepted',
      'refused',
      'refused',
      'refused',
      'accepted',
    ]);
    expect(outcomes.map((one) => one.line)).toEqual([1, 2, 3, 4, 5]);
    expect(outcomes[1]).toMatchObject({ errors: [{ pointer: '/charge', code: 'claim.line-sum' }] });
    expect(outcomes[2]).toMatchObject({ errors: [{ pointer: '', code: 'input.not-json' }] });
    expect(outcomes[3]).toMatchObject({ errors: [{ pointer: '/charge', code: 'input.amount' }] });
    expect((await tenant.claims()).map((claim) => claim.accountNumber).toSorted()).toEqual(['A-1', 'A-5']);
  });

  test('posts the charge of each accepted claim, once', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1'), claimInput('A-2')]);
    await tenant.submit([claimInput('A-1'), claimInput('A-2')]);
    expect(await trialBalance(tenant.tenantId)).toEqual({
      'insurance-receivable:primary': 24_000,
      charges: -24_000,
    });
  });

  test('gives the same answer to the same claim for ever, in one file and in another', async () => {
    const tenant = bench.tenant();
    const [first, again] = await tenant.submit([claimInput('A-1'), claimInput('A-1')]);
    const [later] = await tenant.submit([claimInput('A-1')]);
    expect(first).toMatchObject({ outcome: 'accepted' });
    for (const one of [again, later]) {
      expect(one).toMatchObject({ outcome: 'already-accepted' });
      expect(one).toHaveProperty('claimId', (first as { claimId: string }).claimId);
    }
  });

  test('refuses other content under a known account number and says where it differs', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1')]);
    const [refused] = await tenant.submit([claimInput('A-1', { diagnoses: ['J069', 'I10'] })]);
    expect(refused).toMatchObject({
      outcome: 'refused',
      errors: [{ pointer: '/diagnoses/1', code: 'claim.exists-with-other-content' }],
    });
    expect(await tenant.claims()).toHaveLength(1);
  });

  test('keeps two tenants with the same account number apart', async () => {
    const [one, other] = [bench.tenant(), bench.tenant()];
    const [a] = await one.submit([claimInput('A-1')]);
    const [b] = await other.submit([claimInput('A-1', { diagnoses: ['I10'] })]);
    expect([a?.outcome, b?.outcome]).toEqual(['accepted', 'accepted']);
    expect((a as { claimId: string }).claimId).not.toBe((b as { claimId: string }).claimId);
  });

  test('takes one claim of two submissions that race', async () => {
    const tenant = bench.tenant();
    const racing = await Promise.all([1, 2, 3].map(() => tenant.submit([claimInput('A-1')])));
    const outcomes = racing.flat().map((one) => one.outcome);
    expect(outcomes.toSorted()).toEqual(['accepted', 'already-accepted', 'already-accepted']);
    expect(await trialBalance(tenant.tenantId)).toMatchObject({ 'insurance-receivable:primary': 12_000 });
  });

  test('takes a submission of several chunks whole', async () => {
    const tenant = bench.tenant();
    const outcomes = await tenant.submit(
      Array.from({ length: 1201 }, (_, index) => claimInput(`A-${index}`)),
    );
    expect(outcomes.filter((one) => one.outcome === 'accepted')).toHaveLength(1201);
    expect(outcomes.map((one) => one.ordinal)).toEqual(Array.from({ length: 1201 }, (_, index) => index + 1));
  });
});
