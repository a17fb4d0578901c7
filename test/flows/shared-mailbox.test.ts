import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collectFiles } from '../../src/flows/collect-files.ts';
import type { Store } from '../../src/ports/store.ts';
import { ta1 } from './support/answers.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';

/** The full size is CLAIMGATE_MAILBOX_FILES=10000. */
const FILE_COUNT = Number(process.env['CLAIMGATE_MAILBOX_FILES'] ?? 400);
const WORKERS = 8;

let bench: FlowBench;
let tenant: TenantBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

beforeEach(() => {
  tenant = bench.tenant();
  for (let i = 1; i <= FILE_COUNT; i++) {
    writeFileSync(path.join(bench.mailbox.root, 'out', `answer-${i}.x12`), ta1({ control: i }, '000000001'));
  }
});

/** Each with a connection of its own, as eight processes would have. */
async function collectByAll(store: Store): Promise<{ newFiles: number; repeatedFiles: number }[]> {
  const workers = Array.from({ length: WORKERS }, (_, i) =>
    collectFiles(
      {
        store,
        archive: bench.archive,
        wakeUp: { wake: () => undefined },
        transportOf: () => bench.mailbox.transport(60_000),
        profileOf: () => tenant.profile,
        owner: `worker-${i}`,
      },
      tenant.tenantId,
      tenant.profile.id,
    ),
  );
  return await Promise.all(workers);
}

async function untilEmpty(store: Store): Promise<{ newFiles: number; repeatedFiles: number }> {
  const total = { newFiles: 0, repeatedFiles: 0 };
  // What a worker saw another at work on waits for the next poll.
  for (let poll = 0; poll < 10; poll++) {
    for (const { newFiles, repeatedFiles } of await collectByAll(store)) {
      total.newFiles += newFiles;
      total.repeatedFiles += repeatedFiles;
    }
    if (readdirSync(path.join(bench.mailbox.root, 'out')).length === 0) return total;
  }
  throw new Error('files were left in the mailbox');
}

async function expectEachOnce(): Promise<void> {
  const received = await bench.store.inTransaction(tenant.tenantId, ({ files }) =>
    files.list({ limit: FILE_COUNT * 2 }),
  );
  expect(received).toHaveLength(FILE_COUNT);
  expect(new Set(received.map(({ seenAs }) => seenAs)).size).toBe(FILE_COUNT);
  const counts = await bench.store.inTransaction(tenant.tenantId, ({ jobs }) => jobs.counts());
  expect(counts.filter(({ kind }) => kind === 'receive-file')).toMatchObject([
    { kind: 'receive-file', state: 'due', count: FILE_COUNT },
  ]);
}

/** A store whose file leases are all granted to everybody, as if somebody deleted each row at once. */
function withoutLeases(store: Store): Store {
  return {
    inTransaction: (tenantId, work) =>
      store.inTransaction(tenantId, (transaction) =>
        work({
          ...transaction,
          fileLeases: {
            take: (_, paths) => Promise.resolve(new Set(paths)),
            release: () => Promise.resolve(),
          },
        }),
      ),
    close: () => store.close(),
  };
}

describe(`${WORKERS} workers on one mailbox of ${FILE_COUNT} files`, () => {
  const time = { timeout: 120_000 + FILE_COUNT * 150 };

  test('take each file once, and hardly fetch one twice', time, async () => {
    const { newFiles, repeatedFiles } = await untilEmpty(bench.store);
    expect(newFiles).toBe(FILE_COUNT);
    expect(repeatedFiles).toBeLessThan(FILE_COUNT / 10);
    await expectEachOnce();
  });

  test('take each file once with the leases deleted under them', time, async () => {
    const { newFiles } = await untilEmptyDespite(() => untilEmpty(withoutLeases(bench.store)));
    expect(newFiles).toBeLessThanOrEqual(FILE_COUNT);
    await expectEachOnce();
  });
});

/** Without leases a worker may find that a file went away under its hands, and say so: the next poll goes on. */
async function untilEmptyDespite<T>(collect: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await collect();
    } catch (error) {
      if (attempt === 10 || (error as { code?: unknown }).code !== 'collect.incomplete') throw error;
    }
  }
}
