import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CollectOutcome, collectFiles } from '../../src/flows/collect-files.ts';
import type { Failpoint } from '../../src/ports/failpoint.ts';
import { ta1 } from './support/answers.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';

const FILE_COUNT = 3;
const LEASE_SECONDS = 1.5;

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

function collectAs(owner: string, failpoint?: Failpoint): Promise<CollectOutcome> {
  return collectFiles(
    {
      store: bench.store,
      archive: bench.archive,
      wakeUp: { wake: () => undefined },
      transportOf: () => bench.mailbox.transport(),
      profileOf: () => tenant.profile,
      owner,
      leaseSeconds: LEASE_SECONDS,
      ...(failpoint === undefined ? {} : { failpoint }),
    },
    tenant.tenantId,
    tenant.profile.id,
  );
}

describe('the files that a worker has leased', () => {
  test('are another’s soon after it vanished', async () => {
    await new Promise<void>((vanished) => {
      void collectAs('vanishing', async (name) => {
        if (name !== 'collect.fetched') return;
        vanished();
        await new Promise(() => undefined);
      });
    });
    expect(await collectAs('early')).toEqual({ newFiles: 0, repeatedFiles: 0 });
    await sleep(LEASE_SECONDS * 1000);
    expect(await collectAs('late')).toEqual({ newFiles: FILE_COUNT, repeatedFiles: 0 });
  });

  test('stay its own for as long as it works on them', async () => {
    const slow = collectAs('slow', async (name) => {
      if (name === 'collect.fetched') await sleep(LEASE_SECONDS * 700);
    });
    await sleep(LEASE_SECONDS * 1400);
    expect(await collectAs('other')).toEqual({ newFiles: 0, repeatedFiles: 0 });
    expect(await slow).toEqual({ newFiles: FILE_COUNT, repeatedFiles: 0 });
  });
});
