import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ta1 } from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';
import { zipped } from './support/zipped.ts';

let bench: FlowBench;
let tenant: TenantBench;
let controlNumber: string;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

beforeEach(async () => {
  tenant = bench.tenant();
  await tenant.submit([claimInput('A-1')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  controlNumber = interchange?.interchangeControlNumber ?? '';
});

async function files() {
  return await bench.store.inTransaction(tenant.tenantId, (transaction) =>
    transaction.files.list({ limit: 100 }),
  );
}

/** Receives whatever was asked to be received, as the workers would. */
async function receiveAll(): Promise<void> {
  for (const { sha256, state } of await files()) if (state === 'archived') await tenant.receive(sha256);
}

async function jobCount(): Promise<number> {
  const counts = await bench.store.inTransaction(tenant.tenantId, ({ jobs }) => jobs.counts());
  return counts.find(({ kind }) => kind === 'receive-file')?.count ?? 0;
}

describe('a packed file', () => {
  test.each([
    ['zip', async (answer: Uint8Array) => await zipped({ 'answers/ta1.x12': answer })],
    ['gzip', async (answer: Uint8Array) => await Promise.resolve(gzipSync(answer))],
  ])('in %s has its answers applied', async (packing, pack) => {
    const answer = ta1({ control: 501 }, controlNumber);
    const outcome = await tenant.take(await pack(answer), 'anything.txt');
    expect(outcome).toEqual({ outcome: 'applied', contents: [packing.toUpperCase()] });
    expect(await jobCount()).toBe(1);
    await receiveAll();
    const all = await files();
    expect(all.map(({ contents, state }) => [...contents, state].join(' ')).toSorted()).toEqual(
      ['TA1 applied', `${packing.toUpperCase()} applied`].toSorted(),
    );
    expect((await tenant.claims())[0]?.headline).toBe('acknowledged');
  });

  test('shows under which name each member was found', async () => {
    await tenant.take(await zipped({ 'dir/ta\n1.x12': ta1({ control: 502 }, controlNumber) }));
    expect((await files()).map(({ seenAs }) => seenAs)).toContain('dir/ta\\u{a}1.x12');
  });

  test('whose bytes came before, alone or in another, has no second effect', async () => {
    const answer = ta1({ control: 503 }, controlNumber);
    await tenant.take(answer);
    await tenant.take(await zipped({ a: answer }));
    await tenant.take(await zipped({ b: answer, c: answer }));
    await receiveAll();
    expect(await files()).toHaveLength(3);
    expect(await jobCount()).toBe(0);
    const claimIds = (await tenant.claims()).map(({ id }) => id);
    const facts = await bench.store.inTransaction(tenant.tenantId, (transaction) =>
      transaction.facts.forClaims(claimIds),
    );
    expect(
      [...facts.values()].flat().filter(({ body }) => body.kind === 'interchange.acknowledged'),
    ).toHaveLength(1);
  });

  test('that breaks a bound counts not at all, and a work item says why', async () => {
    const answer = ta1({ control: 504 }, controlNumber);
    const packed = await zipped({ 'a.x12': answer, 'inner.zip': await zipped({ b: answer }) });
    expect(await tenant.take(packed)).toEqual({ outcome: 'quarantined', reasonCode: 'file.packed-nested' });
    expect(await files()).toMatchObject([{ state: 'quarantined', contents: ['ZIP'] }]);
    const items = await bench.store.inTransaction(tenant.tenantId, ({ workItems }) =>
      workItems.list({ limit: 10 }),
    );
    expect(items).toMatchObject([{ kind: 'file-quarantined', codes: ['file.packed-nested'] }]);
    expect((await tenant.claims())[0]?.headline).toBe('batched');
  });

  test('holding an interchange number that came before with other bytes has only that member kept back', async () => {
    await tenant.take(ta1({ control: 505 }, controlNumber));
    const again = ta1({ control: 505 }, controlNumber, 'R', '025');
    await tenant.take(await zipped({ again, fresh: ta1({ control: 506 }, controlNumber) }));
    await receiveAll();
    const states = (await files()).map(({ state, reasonCode }) => reasonCode ?? state).toSorted();
    expect(states).toEqual(['applied', 'applied', 'applied', 'interchange.control-number-reused']);
  });
});
