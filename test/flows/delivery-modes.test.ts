import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmDelivery, resendInterchange } from '../../src/flows/decide-delivery.ts';
import { deliverInterchange } from '../../src/flows/deliver-interchange.ts';
import { probePartner } from '../../src/flows/probe-partner.ts';
import { type FaultSftpServer, startFaultSftpServer } from '../support/fault-sftp-server.ts';
import { implementationAcknowledgment, ta1 } from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { faultTransport } from './support/fault-transport.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';

const FAILURE = 4;
const PERMISSION_DENIED = 3;

let bench: FlowBench;
let server: FaultSftpServer;
let tenant: TenantBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());
afterEach(() => server.stop());

interface Batched {
  readonly id: string;
  readonly controlNumber: string;
  readonly group: string;
  readonly text: string;
  readonly final: string;
}

async function batched(): Promise<Batched> {
  await tenant.submit([claimInput('A-1')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  return {
    id: interchange.id,
    controlNumber: interchange.interchangeControlNumber,
    group: interchange.groupControlNumber,
    final: `/in/${interchange.fileName}`,
    text: await tenant.archivedText(interchange.archiveSha256),
  };
}

async function delivery(id: string) {
  return await bench.store.inTransaction(tenant.tenantId, ({ deliveries }) => deliveries.get(id));
}

async function workItemKinds(): Promise<string[]> {
  const items = await bench.store.inTransaction(tenant.tenantId, ({ workItems }) =>
    workItems.list({ limit: 10 }),
  );
  return items.map(({ kind }) => kind);
}

const quiet = { wake: (): void => undefined };
const resend = (id: string) => resendInterchange({ store: bench.store, wakeUp: quiet }, tenant.tenantId, id);

describe('a partner with a rename of two steps', () => {
  beforeEach(async () => {
    server = await startFaultSftpServer({ extensions: [] });
    tenant = bench.tenant(faultTransport(server));
  });

  test('gets the file, and the mode on record is plain-rename', async () => {
    const { id, final, text } = await batched();
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(server.files.get(final)?.toString('latin1')).toBe(text);
    expect(await delivery(id)).toMatchObject({ state: 'DELIVERED', basis: 'observed', mode: 'plain-rename' });
  });

  test('whose rename never happened leaves the delivery in doubt: one work item, no second try', async () => {
    const { id, final } = await batched();
    server.fault('rename', () => 'reset');
    await expect(tenant.deliver(id)).rejects.toMatchObject({ isRetryable: true });
    expect(await tenant.deliver(id)).toBe('in-doubt');
    expect(await tenant.deliver(id)).toBe('in-doubt');
    expect(await delivery(id)).toMatchObject({ state: 'IN_DOUBT', mode: 'plain-rename', attempts: 1 });
    expect(await workItemKinds()).toEqual(['delivery-in-doubt']);
    expect(server.requests.filter((request) => request.startsWith('rename'))).toHaveLength(1);
    expect(server.files.has(final)).toBe(false);
    expect((await tenant.claims()).map(({ headline }) => headline)).toEqual(['batched']);
  });

  test('whose answer to the rename was lost is not in doubt: the temporary object is gone', async () => {
    const { id, final } = await batched();
    server.fault('rename', () => 'reset-after');
    await expect(tenant.deliver(id)).rejects.toMatchObject({ isRetryable: true });
    server.files.delete(final);
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(await delivery(id)).toMatchObject({ state: 'DELIVERED', basis: 'witness' });
  });

  test('that died with both names there has the file, and the temporary name is taken away', async () => {
    const { id, final, text } = await batched();
    server.fault('rename', ({ path }) => {
      const bytes = server.files.get(path);
      if (bytes !== undefined) server.files.set(final, bytes);
      return 'reset';
    });
    await expect(tenant.deliver(id)).rejects.toMatchObject({ isRetryable: true });
    expect(await tenant.deliver(id)).toBe('delivered');
    expect([...server.files]).toEqual([[final, Buffer.from(text, 'latin1')]]);
  });

  test.each([
    ['a TA1', ({ controlNumber }: Batched) => ta1({ control: 71 }, controlNumber)],
    ['a refusing TA1', ({ controlNumber }: Batched) => ta1({ control: 72 }, controlNumber, 'R', '025')],
    [
      'a 999',
      ({ group }: Batched) =>
        implementationAcknowledgment({ control: 73 }, group, [{ control: '0001', verdict: 'A' }]),
    ],
  ])('that answers with %s had the file: the doubt is over', async (_, answer) => {
    const sent = await batched();
    server.fault('rename', () => 'reset');
    await expect(tenant.deliver(sent.id)).rejects.toThrow();
    expect(await tenant.deliver(sent.id)).toBe('in-doubt');
    await tenant.take(answer(sent));
    expect(await delivery(sent.id)).toMatchObject({ state: 'DELIVERED', basis: 'acknowledged' });
    expect(await resend(sent.id)).toBe('nothing-to-decide');
  });

  test('that says it has nothing gets the same bytes when a person sends them again', async () => {
    const { id, final, text } = await batched();
    server.fault('rename', ({ ordinal }) => (ordinal === 1 ? 'reset' : undefined));
    await expect(tenant.deliver(id)).rejects.toThrow();
    expect(await tenant.deliver(id)).toBe('in-doubt');
    expect(await resend('no-such-interchange')).toBe('unknown');
    expect(await resend(id)).toBe('decided');
    expect(await tenant.deliver(id)).toBe('delivered');
    expect([...server.files]).toEqual([[final, Buffer.from(text, 'latin1')]]);
  });

  test('that says it has the file ends the doubt when a person notes it', async () => {
    const { id } = await batched();
    server.fault('rename', () => 'reset');
    await expect(tenant.deliver(id)).rejects.toThrow();
    expect(await tenant.deliver(id)).toBe('in-doubt');
    expect(
      await confirmDelivery({ store: bench.store, profileOf: () => tenant.profile }, tenant.tenantId, id),
    ).toBe('decided');
    expect(
      await confirmDelivery({ store: bench.store, profileOf: () => tenant.profile }, tenant.tenantId, id),
    ).toBe('nothing-to-decide');
    expect(await delivery(id)).toMatchObject({ state: 'DELIVERED', basis: 'confirmed' });
    expect((await tenant.claims()).map(({ headline }) => headline)).toEqual(['delivered']);
  });
});

describe('a partner that lets nothing be renamed', () => {
  beforeEach(async () => {
    server = await startFaultSftpServer();
    server.fault('rename', () => PERMISSION_DENIED);
    tenant = bench.tenant(faultTransport(server));
    const session = await faultTransport(server).connect();
    const probe = await probePartner(session, tenant.profile, { name: 'probe' });
    await session.close();
    expect(probe.mode).toBe('ack-gated');
    await bench.store.inTransaction(tenant.tenantId, ({ partnerProbes }) => partnerProbes.save(probe));
  });

  test('gets the file under its final name, with the intent on record before the first byte', async () => {
    const { id, final, text } = await batched();
    server.fault('write', () => {
      expect(server.requests.some((request) => request.includes('.part'))).toBe(true);
      return undefined;
    });
    expect(await tenant.deliver(id)).toBe('delivered');
    expect([...server.files]).toEqual([[final, Buffer.from(text, 'latin1')]]);
    expect(await delivery(id)).toMatchObject({ state: 'DELIVERED', basis: 'observed', mode: 'ack-gated' });
  });

  test.each([
    ['open', 'reset'],
    ['write', 'reset'],
    ['write', 'reset-after'],
    ['write', FAILURE],
    ['write', 'lie'],
    ['close', 'swallow'],
    ['lstat', 'reset'],
  ] as const)(
    'is in doubt after %s and %s, and is sent nothing again by itself',
    async (operation, fault) => {
      const { id } = await batched();
      server.fault(operation, () => fault);
      expect(await tenant.deliver(id)).toBe('in-doubt');
      const { length } = server.requests;
      expect(await tenant.deliver(id)).toBe('in-doubt');
      expect(server.requests).toHaveLength(length);
      expect(await workItemKinds()).toEqual(['delivery-in-doubt']);
    },
  );

  test('that took the file before its size was verified is in doubt until it answers', async () => {
    const { id, controlNumber, final } = await batched();
    server.fault('lstat', () => {
      server.files.delete(final);
      return undefined;
    });
    expect(await tenant.deliver(id)).toBe('in-doubt');
    await tenant.take(ta1({ control: 74 }, controlNumber));
    expect(await delivery(id)).toMatchObject({ state: 'DELIVERED', basis: 'acknowledged' });
  });

  test('that answered before anybody could doubt leaves no doubt', async () => {
    const { id, controlNumber } = await batched();
    await new Promise<void>((crashed) => {
      void deliverInterchange(
        {
          store: bench.store,
          archive: bench.archive,
          transportOf: () => faultTransport(server),
          profileOf: () => tenant.profile,
          owner: 'crashing',
          leaseSeconds: 0,
          async failpoint(name) {
            if (name !== 'delivery.after-write-final') return;
            crashed();
            await new Promise(() => undefined);
          },
        },
        tenant.tenantId,
        id,
      );
    });
    // The partner took the file, answered, and the answer was applied, all before the delivery was looked at again.
    server.files.clear();
    await tenant.take(ta1({ control: 75 }, controlNumber));
    expect(await delivery(id)).toMatchObject({ state: 'COMMITTING' });
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(await delivery(id)).toMatchObject({ state: 'DELIVERED', basis: 'acknowledged' });
    expect(await workItemKinds()).toEqual([]);
  });

  test('is sent nothing over a cut file, also when a person sends it again', async () => {
    const { id, final, text } = await batched();
    let closeCount = 0;
    server.fault('close', () => (++closeCount === 1 ? FAILURE : undefined));
    expect(await tenant.deliver(id)).toBe('in-doubt');
    server.files.set(final, Buffer.from(text.slice(0, 100), 'latin1'));
    expect(await resend(id)).toBe('decided');
    expect(await tenant.deliver(id)).toBe('in-doubt');
    expect(server.files.get(final)).toHaveLength(100);
    server.files.delete(final);
    expect(await resend(id)).toBe('decided');
    expect(await tenant.deliver(id)).toBe('delivered');
    expect(server.files.get(final)?.toString('latin1')).toBe(text);
    // The doubt after the first attempt and the one after the second are two.
    expect(await workItemKinds()).toEqual(['delivery-in-doubt', 'delivery-in-doubt']);
  });
});

describe('a partner whose server changed', () => {
  test('and offers less than the profile names gets nothing', async () => {
    server = await startFaultSftpServer({ extensions: [] });
    const upload = { ...bench.tenant().profile.sftp.upload, mode: 'posix-rename' };
    tenant = bench.tenant(faultTransport(server), { upload });
    const { id } = await batched();
    await expect(tenant.deliver(id)).rejects.toMatchObject({ code: 'delivery.mode-unavailable' });
    expect(server.files.size).toBe(0);
  });

  test('and does in two steps what an intent on record counts on in one is not asked to', async () => {
    server = await startFaultSftpServer();
    tenant = bench.tenant(faultTransport(server));
    const { id } = await batched();
    server.fault('rename', () => 'reset');
    await expect(tenant.deliver(id)).rejects.toMatchObject({ code: 'transport.connection-lost' });
    const old = server;
    server = await startFaultSftpServer({ extensions: [], files: Object.fromEntries(old.files) });
    await old.stop();
    tenant = tenant.behind(faultTransport(server));
    await expect(tenant.deliver(id)).rejects.toMatchObject({ code: 'delivery.mode-unavailable' });
    expect([...server.files.keys()].filter((name) => name.startsWith('/in/'))).toEqual([]);
  });
});

describe('an upload that is verified by reading it back', () => {
  test('does not count where the partner stored other bytes of the same number', async () => {
    server = await startFaultSftpServer();
    const upload = { ...bench.tenant().profile.sftp.upload, verify: 'read-back' };
    tenant = bench.tenant(faultTransport(server), { upload });
    const { id, final } = await batched();
    server.fault('lstat', ({ ordinal, path }) => {
      const stored = server.files.get(path);
      if (ordinal === 1 && stored !== undefined) stored[10] = 0x21;
      return undefined;
    });
    await expect(tenant.deliver(id)).rejects.toMatchObject({ code: 'delivery.stored-differs' });
    expect(server.files.has(final)).toBe(false);
    expect(await tenant.deliver(id)).toBe('delivered');
    expect([...server.files.keys()]).toEqual([final]);
  });
});
