import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { escapedName } from '../../src/base/escaped-name.ts';
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

async function workItemCodes(): Promise<string[]> {
  const items = await bench.store.inTransaction(tenant.tenantId, ({ workItems }) =>
    workItems.list({ limit: 100 }),
  );
  return items.flatMap(({ codes }) => [...codes]);
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

describe('the names of files', () => {
  test.each([
    ['a line end', 'answer\n2026.835'],
    ['an escape sequence', '\u001b[2Janswer.835'],
    ['a turn of the reading direction', 'answer\u202e538.exe'],
    ['spaces and quotes', ` answer '"$(id)\`;.835`],
    ['a name reserved somewhere', 'CON'],
    ['leading dashes', '--help'],
    ['dots', '...'],
    ['the longest that a file may have', `${'a'.repeat(250)}.835`],
  ])('may hold %s: the file is taken, and its name is kept escaped', async (_, name) => {
    const bytes = ta1({ control: 20 + name.length }, '000000001');
    leave(bench.mailbox, name, bytes);
    expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
    expect(filesOf(bench.mailbox, 'out')).toEqual({});
    const [file] = await bench.store.inTransaction(tenant.tenantId, ({ files }) => files.list({ limit: 1 }));
    expect(await tenant.archivedText(file?.sha256 ?? '')).toBe(Buffer.from(bytes).toString('latin1'));
    expect(file?.seenAs).toBe(escapedName(`/out/${name}`));
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(file?.seenAs).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  test('that lead out of the directory are left alone, and a work item says so once', async () => {
    const server = await startFaultSftpServer({
      files: { '/out/../../etc/passwd': 'root', '/out/a\\b': 'x', '/out/open.x12': 'open' },
    });
    try {
      tenant = bench.tenant(faultTransport(server));
      for (let i = 0; i < 2; i++) await tenant.collect();
      expect(await received()).toHaveLength(1);
      expect([...server.files.keys()]).toEqual(['/out/../../etc/passwd', '/out/a\\b']);
      expect(await workItemCodes()).toEqual(['file.name-unusable']);
    } finally {
      await server.stop();
    }
  });
});

describe('what becomes of a file that is on record', () => {
  const moving = { download: [{ directory: '/out', settleSeconds: 0.05, after: 'move', moveTo: '/in' }] };

  beforeEach(() => {
    for (const name of Object.keys(filesOf(bench.mailbox, 'in'))) {
      rmSync(path.join(bench.mailbox.root, 'in', name));
    }
  });

  test('is to be moved where the profile says so, and nothing there is replaced', async () => {
    tenant = bench.tenant(bench.mailbox.transport(), moving);
    const versions = [61, 62].map((control) => Buffer.from(ta1({ control }, '000000001')));
    // The second version comes twice: the bytes are there already under a name of their own.
    for (const bytes of [versions[0], versions[1], versions[1]]) {
      leave(bench.mailbox, 'answer.x12', bytes ?? Buffer.alloc(0));
      await tenant.collect();
    }
    expect(filesOf(bench.mailbox, 'out')).toEqual({});
    const moved = filesOf(bench.mailbox, 'in');
    expect(Object.values(moved).toSorted()).toEqual(
      versions.map((bytes) => bytes.toString('latin1')).toSorted(),
    );
    expect(Object.keys(moved).toSorted()[0]).toBe('answer.x12');
    expect(await received()).toHaveLength(2);
  });

  test('is to stay where the profile says so, and it is not fetched again', async () => {
    const server = await startFaultSftpServer({ files: { '/out/a.x12': 'a' } });
    try {
      const download = [{ directory: '/out', settleSeconds: 0.05, after: 'leave' }];
      tenant = bench.tenant(faultTransport(server), { download });
      expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
      expect(await tenant.collect()).toEqual({ newFiles: 0, repeatedFiles: 0 });
      expect(server.requests.filter((request) => request.startsWith('open '))).toHaveLength(1);
      expect(server.files.size).toBe(1);
    } finally {
      await server.stop();
    }
  });

  test('stays a file received once where the partner lets nothing be removed', async () => {
    const server = await startFaultSftpServer({ files: { '/out/a.x12': 'a' } });
    try {
      server.fault('remove', () => PERMISSION_DENIED);
      tenant = bench.tenant(faultTransport(server));
      expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
      expect(await tenant.collect()).toEqual({ newFiles: 0, repeatedFiles: 1 });
      expect(await received()).toHaveLength(1);
      expect(await workItemCodes()).toEqual(['file.not-removable']);
    } finally {
      await server.stop();
    }
  });

  test('is nothing, where the partner has put other bytes under its name since', async () => {
    const server = await startFaultSftpServer({ files: { '/out/a.x12': 'old' } });
    try {
      tenant = bench.tenant(faultTransport(server));
      let looks = 0;
      // The second look comes after the commit.
      server.fault('lstat', () => {
        if (++looks === 2) server.files.set('/out/a.x12', Buffer.from('newer'));
        return undefined;
      });
      expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
      expect(server.files.get('/out/a.x12')?.toString()).toBe('newer');
      expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
      expect(server.files.size).toBe(0);
    } finally {
      await server.stop();
    }
  });
});

describe('a file that changes under our hands', () => {
  test.each([
    ['grew after it was read', 'longer than before'],
    ['vanished after it was read', undefined],
  ])('and %s does not count', async (_, after) => {
    const server = await startFaultSftpServer({ files: { '/out/a.x12': 'before' } });
    try {
      tenant = bench.tenant(faultTransport(server));
      server.fault('lstat', ({ ordinal }) => {
        if (ordinal > 1) return undefined;
        if (after === undefined) server.files.delete('/out/a.x12');
        else server.files.set('/out/a.x12', Buffer.from(after));
        return undefined;
      });
      await expect(tenant.collect()).rejects.toMatchObject({ code: 'collect.incomplete' });
      expect(await received()).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  test('ends early on the way, and is fetched whole the next time', async () => {
    const server = await startFaultSftpServer({ files: { '/out/a.x12': Buffer.alloc(100_000, 'a') } });
    try {
      tenant = bench.tenant(faultTransport(server));
      let isBroken = true;
      server.fault('read', ({ ordinal }) => (isBroken && ordinal > 1 ? 'lie' : undefined));
      await expect(tenant.collect()).rejects.toMatchObject({ code: 'collect.incomplete' });
      expect(await received()).toEqual([]);
      expect(server.files.size).toBe(1);
      isBroken = false;
      expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
    } finally {
      await server.stop();
    }
  });

  test('behind a connection that breaks costs nothing of what came before it', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/out/${name}`, name]));
    const server = await startFaultSftpServer({ files });
    try {
      tenant = bench.tenant(faultTransport(server));
      server.fault('open', ({ ordinal }) => (ordinal === 3 ? 'reset' : undefined));
      await expect(tenant.collect()).rejects.toMatchObject({ code: 'transport.connection-lost' });
      expect(await received()).toHaveLength(2);
      expect(server.files.size).toBe(4);
      expect(await tenant.collect()).toEqual({ newFiles: 2, repeatedFiles: 2 });
      expect(server.files.size).toBe(0);
    } finally {
      await server.stop();
    }
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
