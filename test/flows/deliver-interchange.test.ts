import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverInterchange } from '../../src/flows/deliver-interchange.ts';
import { type FaultSftpServer, startFaultSftpServer } from '../support/fault-sftp-server.ts';
import { claimInput } from './support/claims.ts';
import { faultTransport } from './support/fault-transport.ts';
import { type FlowBench, filesOf, openFlowBench, type TenantBench } from './support/flow-bench.ts';

let bench: FlowBench;
let tenant: TenantBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

beforeEach(() => {
  tenant = bench.tenant();
  for (const directory of ['in', 'uploading', 'out']) {
    for (const name of readdirSync(path.join(bench.mailbox.root, directory))) {
      rmSync(path.join(bench.mailbox.root, directory, name));
    }
  }
});

async function batched(): Promise<{ id: string; text: string; fileName: string }> {
  await tenant.submit([claimInput('A-1'), claimInput('A-2')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  return {
    id: interchange.id,
    fileName: interchange.fileName,
    text: await tenant.archivedText(interchange.archiveSha256),
  };
}

/** Delivers and stops dead at the named place, as a crash would: nothing after it happens, the lease stays. */
async function crashAt(interchangeId: string, place: string): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    const running = deliverInterchange(
      {
        store: bench.store,
        archive: bench.archive,
        transportOf: () => bench.mailbox.transport(),
        profileOf: () => tenant.profile,
        owner: 'crashing',
        leaseSeconds: 0,
        async failpoint(name) {
          if (name !== `delivery.${place}`) return;
          resolve(true);
          await new Promise(() => undefined);
        },
      },
      tenant.tenantId,
      interchangeId,
    );
    running.then(() => resolve(false), reject);
  });
}

/** A run whose lease another may take at once, and which stops at the named place until it is told to go on. */
function pausedAt(interchangeId: string, place: string) {
  let arrive = (): void => undefined;
  let goOn = (): void => undefined;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const ended = deliverInterchange(
    {
      store: bench.store,
      archive: bench.archive,
      transportOf: () => bench.mailbox.transport(),
      profileOf: () => tenant.profile,
      owner: 'paused',
      leaseSeconds: 0,
      async failpoint(name) {
        if (name !== `delivery.${place}`) return;
        arrive();
        await gate;
      },
    },
    tenant.tenantId,
    interchangeId,
  );
  ended.catch(() => undefined);
  return { reached, goOn: () => goOn(), ended };
}

describe('delivering an interchange', () => {
  test('leaves the archived bytes under the final name and nothing else', async () => {
    const { id, text, fileName } = await batched();
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(filesOf(bench.mailbox, 'in')).toEqual({ [fileName]: text });
    expect(filesOf(bench.mailbox, 'uploading')).toEqual({});
    expect((await tenant.claims()).map((claim) => claim.headline)).toEqual(['delivered', 'delivered']);
  });

  test('records the partner’s mode, which for this server is a plain rename', async () => {
    const { id } = await batched();
    await tenant.deliver(id);
    const delivery = await bench.store.inTransaction(tenant.tenantId, ({ deliveries }) => deliveries.get(id));
    expect(delivery).toMatchObject({ state: 'DELIVERED', basis: 'observed', mode: 'posix-rename' });
  });

  test('does nothing when it runs again, though the partner has taken the file', async () => {
    const { id, fileName } = await batched();
    await tenant.deliver(id);
    rmSync(path.join(bench.mailbox.root, 'in', fileName));
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(filesOf(bench.mailbox, 'in')).toEqual({});
  });

  const PLACES = ['upload', 'commit-intent', 'rename', 'record-observed'].flatMap((step) => [
    `before-${step}`,
    `after-${step}`,
  ]);

  test.each(PLACES)('a crash %s loses and repeats nothing', async (place) => {
    const { id, text, fileName } = await batched();
    expect(await crashAt(id, place)).toBe(true);
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(filesOf(bench.mailbox, 'in')).toEqual({ [fileName]: text });
    expect(filesOf(bench.mailbox, 'uploading')).toEqual({});
  });

  test.each(['after-rename', 'before-record-observed'])(
    'a crash %s sends nothing again though the partner has taken the file meanwhile',
    async (place) => {
      const { id, fileName } = await batched();
      await crashAt(id, place);
      renameSync(
        path.join(bench.mailbox.root, 'in', fileName),
        path.join(bench.mailbox.root, 'out', 'taken-by-the-partner'),
      );
      expect(await tenant.deliver(id)).toBe('delivered');
      expect(filesOf(bench.mailbox, 'in')).toEqual({});
      const delivery = await bench.store.inTransaction(tenant.tenantId, ({ deliveries }) =>
        deliveries.get(id),
      );
      expect(delivery).toMatchObject({ state: 'DELIVERED', basis: 'witness' });
    },
  );

  test('workers that race deliver once', async () => {
    const { id, text, fileName } = await batched();
    const ends = await Promise.allSettled([tenant.deliver(id), tenant.deliver(id), tenant.deliver(id)]);
    expect(ends.filter((end) => end.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(filesOf(bench.mailbox, 'in')).toEqual({ [fileName]: text });
  });

  test('a slow run that lost its lease leaves alone what the other has uploaded meanwhile', async () => {
    const { id, text, fileName } = await batched();
    const slow = pausedAt(id, 'before-commit-intent');
    await slow.reached;
    const other = pausedAt(id, 'after-upload');
    await other.reached;
    slow.goOn();
    await expect(slow.ended).rejects.toMatchObject({ code: 'delivery.lease-lost' });
    expect(filesOf(bench.mailbox, 'in')).toEqual({});
    expect(Object.keys(filesOf(bench.mailbox, 'uploading'))).toEqual([`${id}.2.part`]);
    other.goOn();
    expect(await other.ended).toBe('delivered');
    expect(filesOf(bench.mailbox, 'in')).toEqual({ [fileName]: text });
    expect(filesOf(bench.mailbox, 'uploading')).toEqual({});
  });

  test('overwrites nothing, and takes no file of the same length for its own', async () => {
    const { id, text, fileName } = await batched();
    const foreign = text.replace('ISA', 'isa');
    writeFileSync(path.join(bench.mailbox.root, 'in', fileName), foreign);
    expect(await tenant.deliver(id)).toBe('held');
    expect(filesOf(bench.mailbox, 'in')).toEqual({ [fileName]: foreign });
  });

  test('overwrites nothing: other bytes under the final name hold the delivery and ask a person', async () => {
    const { id, fileName } = await batched();
    writeFileSync(path.join(bench.mailbox.root, 'in', fileName), 'somebody else’s');
    expect(await tenant.deliver(id)).toBe('held');
    expect(filesOf(bench.mailbox, 'in')[fileName]).toContain('somebody else');
    const items = await bench.store.inTransaction(tenant.tenantId, ({ workItems }) =>
      workItems.list({ limit: 10 }),
    );
    expect(items).toMatchObject([
      { kind: 'delivery-held', interchangeId: id, codes: ['delivery.name-taken'] },
    ]);
    expect(existsSync(path.join(bench.mailbox.root, 'in', fileName))).toBe(true);
  });
});

describe('a partner whose answers are lost', () => {
  let server: FaultSftpServer;

  beforeEach(async () => {
    server = await startFaultSftpServer();
    tenant = bench.tenant(faultTransport(server));
  });
  afterEach(() => server.stop());

  test('has the file once though the answer to the rename never came and it took the file at once', async () => {
    const { id, text, fileName } = await batched();
    server.fault('rename', ({ ordinal }) => (ordinal === 1 ? 'reset-after' : undefined));
    await expect(tenant.deliver(id)).rejects.toMatchObject({ isRetryable: true });
    const taken = server.files.get(`/in/${fileName}`)?.toString('latin1');
    expect(taken).toBe(text);
    server.files.delete(`/in/${fileName}`);
    expect(await tenant.deliver(id)).toBe('delivered');
    expect([...server.files.keys()]).toEqual([]);
  });

  test.each([
    ['open', 1],
    ['write', 1],
    ['close', 1],
    ['lstat', 1],
    ['rename', 1],
  ] as const)(
    'has the whole file once though %s number %i broke the connection',
    async (operation, number) => {
      const { id, text, fileName } = await batched();
      server.fault(operation, ({ ordinal }) => (ordinal === number ? 'reset' : undefined));
      await expect(tenant.deliver(id)).rejects.toMatchObject({ isRetryable: true });
      expect(server.files.has(`/in/${fileName}`)).toBe(false);
      expect(await tenant.deliver(id)).toBe('delivered');
      expect(server.files.get(`/in/${fileName}`)?.toString('latin1')).toBe(text);
      expect([...server.files.keys()]).toEqual([`/in/${fileName}`]);
    },
  );

  test('that stores nothing and says so never counts as having it', async () => {
    const { id } = await batched();
    server.fault('write', () => 'lie');
    await expect(tenant.deliver(id)).rejects.toMatchObject({ code: 'transport.short-write' });
    const delivery = await bench.store.inTransaction(tenant.tenantId, ({ deliveries }) => deliveries.get(id));
    expect(delivery).toMatchObject({ state: 'NEW', attempts: 1 });
  });
});
