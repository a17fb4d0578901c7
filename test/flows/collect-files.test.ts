import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startFaultSftpServer } from '../support/fault-sftp-server.ts';
import { ta1 } from './support/answers.ts';
import { faultTransport } from './support/fault-transport.ts';
import { type FlowBench, filesOf, leave, openFlowBench, type TenantBench } from './support/flow-bench.ts';

const PERMISSION_DENIED = 3;

let bench: FlowBench;
let tenant: TenantBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

beforeEach(() => {
  tenant = bench.tenant();
  const out = path.join(bench.mailbox.root, 'out');
  for (const name of readdirSync(out)) rmSync(path.join(out, name), { recursive: true });
});

async function received(): Promise<readonly { sha256: string; state: string }[]> {
  return await bench.store.inTransaction(tenant.tenantId, ({ files }) => files.list({ limit: 100 }));
}

async function waiting(): Promise<number> {
  const counts = await bench.store.inTransaction(tenant.tenantId, ({ jobs }) => jobs.counts());
  return counts.filter((one) => one.kind === 'receive-file').reduce((sum, one) => sum + one.count, 0);
}

describe('collecting files', () => {
  test('archives the bytes, asks for their reading, and only then removes the file', async () => {
    const bytes = ta1({ control: 1 }, '000000001');
    leave(bench.mailbox, 'answer.x12', bytes);
    expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
    const [file] = await received();
    expect(file?.state).toBe('archived');
    expect(await tenant.archivedText(file?.sha256 ?? '')).toBe(Buffer.from(bytes).toString('latin1'));
    expect(await waiting()).toBe(1);
    expect(filesOf(bench.mailbox, 'out')).toEqual({});
  });

  test('takes the same bytes under other names once', async () => {
    const bytes = ta1({ control: 2 }, '000000001');
    leave(bench.mailbox, 'one.x12', bytes);
    leave(bench.mailbox, 'two.x12', bytes);
    expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 1 });
    leave(bench.mailbox, 'three.x12', bytes);
    expect(await tenant.collect()).toEqual({ newFiles: 0, repeatedFiles: 1 });
    expect(await received()).toHaveLength(1);
    expect(await waiting()).toBe(1);
  });

  test('takes other bytes under a name that it has seen', async () => {
    leave(bench.mailbox, 'answer.x12', ta1({ control: 3 }, '000000001'));
    await tenant.collect();
    leave(bench.mailbox, 'answer.x12', ta1({ control: 4 }, '000000001'));
    expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
  });

  test('leaves a file alone that is still growing, and takes it whole when it stands still', async () => {
    const file = path.join(bench.mailbox.root, 'out', 'growing.x12');
    const half = ta1({ control: 5 }, '000000001');
    leave(bench.mailbox, 'growing.x12', half);
    const growing = setInterval(() => appendFileSync(file, 'more'), 5);
    expect(await tenant.collect()).toEqual({ newFiles: 0, repeatedFiles: 0 });
    clearInterval(growing);
    expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
  });

  test('looks at no name that ends like one still being written, no directory and no link', async () => {
    leave(bench.mailbox, 'answer.x12.tmp', ta1({ control: 6 }, '000000001'));
    mkdirSync(path.join(bench.mailbox.root, 'out', 'folder'));
    symlinkSync('/etc/hostname', path.join(bench.mailbox.root, 'out', 'link'));
    expect(await tenant.collect()).toEqual({ newFiles: 0, repeatedFiles: 0 });
    expect(readdirSync(path.join(bench.mailbox.root, 'out'))).toHaveLength(3);
  });

  test('collectors that race take each file once', async () => {
    leave(bench.mailbox, 'answer.x12', ta1({ control: 7 }, '000000001'));
    const ends = await Promise.allSettled([tenant.collect(), tenant.collect(), tenant.collect()]);
    const fresh = ends.map((end) => (end.status === 'fulfilled' ? end.value.newFiles : 0));
    expect(fresh.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await received()).toHaveLength(1);
  });
});

describe('a file that may not be read', () => {
  test('does not keep the others back, and is told at the end', async () => {
    const server = await startFaultSftpServer({
      files: { '/out/closed.x12': 'closed', '/out/open.x12': 'open' },
    });
    try {
      server.fault('open', ({ path: opened }) => (opened.includes('closed') ? PERMISSION_DENIED : undefined));
      tenant = bench.tenant(faultTransport(server));
      await expect(tenant.collect()).rejects.toMatchObject({ code: 'collect.incomplete', isRetryable: true });
      expect(await received()).toHaveLength(1);
      expect([...server.files.keys()]).toEqual(['/out/closed.x12']);
    } finally {
      await server.stop();
    }
  });
});
