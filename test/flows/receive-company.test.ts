import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimAcknowledgment, implementationAcknowledgment, ta1 } from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, leave, openFlowBench, type TenantBench } from './support/flow-bench.ts';

let bench: FlowBench;
let tenant: TenantBench;
let control = 0;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

beforeEach(async () => {
  tenant = bench.tenant();
  await tenant.submit([claimInput('A-1')]);
  await tenant.batch();
});

/** Leaves a TA1, a 999 and a 277CA of the claim with the partner and collects them. */
async function collectAnswers({ usage = 'T' } = {}): Promise<void> {
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  const [attempt] = await tenant.attempts(interchange.id);
  const patientControlNumber = attempt?.patientControlNumber ?? '';
  leave(bench.mailbox, 'a', ta1({ control: ++control }, interchange.interchangeControlNumber));
  const sets = [{ control: '0001', verdict: 'A' as const }];
  const group = interchange.groupControlNumber;
  leave(bench.mailbox, 'b', implementationAcknowledgment({ control: ++control, usage }, group, sets));
  const statuses = [{ patientControlNumber, status: 'A2:20', action: 'WQ' as const }];
  leave(bench.mailbox, 'c', claimAcknowledgment({ control: ++control }, 'PR', statuses));
  await tenant.collect();
}

async function states(): Promise<string[]> {
  const files = await bench.store.inTransaction(tenant.tenantId, (transaction) =>
    transaction.files.list({ limit: 100 }),
  );
  return files.map(({ state, contents }) => [...contents, state].join(' ')).toSorted();
}

async function waiting(): Promise<readonly string[]> {
  return await bench.store.inTransaction(tenant.tenantId, ({ jobs }) =>
    jobs.takeAlong('receive-file', { subject: '', partnerId: tenant.profile.id, limit: 100 }),
  );
}

describe('a file that is received', () => {
  test('takes those along that wait beside it, and their jobs are done', async () => {
    await collectAnswers();
    const [first = '', ...others] = await waiting();
    expect(others).toHaveLength(2);
    await tenant.receive(first);
    expect(await states()).toEqual(['277CA applied', '999 applied', 'TA1 applied']);
    expect(await waiting()).toEqual([first]);
    expect((await tenant.claims())[0]?.headline).toBe('accepted-by-payer');
  });

  test('leaves one of them in quarantine, and the others are applied', async () => {
    await collectAnswers({ usage: 'P' });
    const [first = ''] = await waiting();
    await tenant.receive(first);
    expect(await states()).toEqual(['277CA applied', '999 quarantined', 'TA1 applied']);
    expect(await waiting()).toEqual([first]);
  });

  test('is received all the same where one of them breaks down', async () => {
    await collectAnswers();
    const [first = ''] = await waiting();
    const withoutBytes = 'f'.repeat(64);
    const partnerId = tenant.profile.id;
    const sighting = { remotePath: '/out/d', sizeBytes: 1, modifiedAtSeconds: 1 };
    await bench.store.inTransaction(tenant.tenantId, async ({ files, jobs }) => {
      await files.record({ partnerId, sha256: withoutBytes, sizeBytes: 1, sighting });
      await jobs.enqueue([{ kind: 'receive-file', subject: withoutBytes, partnerId }]);
    });
    expect(await tenant.receive(first)).toMatchObject({ outcome: 'applied' });
    expect((await states()).filter((state) => state.endsWith('applied'))).toHaveLength(1);
    expect(await waiting()).toHaveLength(4);
  });
});
