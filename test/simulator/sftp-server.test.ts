import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { ConnectConfig } from 'ssh2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateHostKey, hostKeyFingerprint } from '../../src/simulator/sftp-server/host-key.ts';
import {
  answer,
  FAILURE,
  hostKey,
  NO_SUCH_FILE,
  opened,
  PERMISSION_DENIED,
  publicLine,
  ServedRoot,
  userKey,
  write,
} from './support/served-root.ts';

let served: ServedRoot;
beforeEach(() => {
  served = new ServedRoot();
});
afterEach(() => served.stop());

describe('the host key', () => {
  test('has the fingerprint that ssh-keygen prints', async () => {
    const file = path.join(served.outside, 'key.pub');
    writeFileSync(file, publicLine(hostKey));
    const printed = spawnSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' });
    const { hostKeySha256 } = await served.server;
    // Where ssh-keygen is not installed, the form alone is checked.
    if (printed.error === undefined) expect(printed.stdout.split(' ')[1]).toBe(hostKeySha256);
    expect(hostKeySha256).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
  });

  test('can be read back however often one is made', () => {
    for (let i = 0; i < 600; i++) expect(hostKeyFingerprint(generateHostKey())).toHaveLength(50);
  });
});

describe('authentication', () => {
  test('takes a password and an authorized key', async () => {
    await served.asBiller();
    await served.openClient({ username: 'robot', privateKey: userKey });
  });

  test.each<[string, ConnectConfig]>([
    ['a wrong password', { username: 'biller', password: 'wrong' }],
    ['a user of whom nothing is known', { username: 'constructor', password: 'right' }],
    ["another user's key", { username: 'biller', privateKey: userKey }],
    ['a key that is not authorized', { username: 'robot', privateKey: hostKey }],
    ['no credentials', { username: 'biller' }],
  ])('refuses %s', async (_, credentials) => {
    await expect(served.openClient(credentials)).rejects.toThrow();
  });
});

describe('the served directory', () => {
  beforeEach(() => {
    writeFileSync(path.join(served.outside, 'secret'), 'secret');
    symlinkSync(served.outside, path.join(served.root, 'way-out'));
    symlinkSync(path.join(served.outside, 'secret'), path.join(served.root, 'link'));
  });

  test.each(['/../secret', '../secret', '/x/../../secret', '/way-out/secret', '/link'])(
    'gives nothing outside it for %s',
    async (file) => {
      const sftp = await served.asBiller();
      for (const refusal of [
        await answer((done) => sftp.open(file, 'r', done)),
        await answer((done) => sftp.lstat(file, done)),
        await answer((done) => sftp.stat(file, done)),
        await answer((done) => sftp.unlink(file, done as never)),
        await answer((done) => sftp.rename(file, '/taken', done as never)),
      ]) {
        expect(refusal).toEqual({ status: NO_SUCH_FILE });
      }
    },
  );

  test('writes nothing outside it', async () => {
    const sftp = await served.asBiller();
    await write(sftp, '/../../planted', 'x');
    expect(readdirSync(served.root)).toContain('planted');
    expect(readdirSync(served.outside)).not.toContain('planted');
    expect(await answer((done) => sftp.open('/way-out/planted', 'w', done))).toEqual({
      status: NO_SUCH_FILE,
    });
  });

  test('keeps its fixed directories, and lets clients use them', async () => {
    mkdirSync(path.join(served.root, 'fixed'));
    const sftp = await served.asBiller();
    for (const refusal of [
      await answer((done) => sftp.rmdir('/fixed', done as never)),
      await answer((done) => sftp.rename('/fixed/', '/other', done as never)),
      await answer((done) => sftp.setstat('/x/../fixed', { mode: 0 }, done as never)),
      await answer((done) => sftp.rename('/', '/fixed/all', done as never)),
    ]) {
      expect(refusal).toEqual({ status: PERMISSION_DENIED });
    }
    await write(sftp, '/fixed/f', 'x');
    expect(readdirSync(path.join(served.root, 'fixed'))).toEqual(['f']);
  });

  test('resolves paths as seen from its root', async () => {
    const sftp = await served.asBiller();
    expect(await answer((done) => sftp.realpath('.', done))).toBe('/');
    expect(await answer((done) => sftp.realpath('a/../../b', done))).toBe('/b');
  });
});

describe('a client', () => {
  test('that uses a handle it was not given is refused', async () => {
    const sftp = await served.asBiller();
    const forged = Buffer.from([0, 0, 0, 9]);
    expect(await answer((done) => sftp.fstat(forged, done))).toEqual({ status: FAILURE });
    expect(await answer((done) => sftp.fstat(Buffer.from('x'), done))).toEqual({ status: FAILURE });
  });

  test('that leaves its files open when it breaks off holds nothing of the server', async () => {
    const sftp = await served.asBiller();
    await opened(sftp, '/f', 'w');
    if (process.platform === 'linux') expect(openFilesIn(served.root)).toBe(1);
    served.breakOff();
    for (let i = 0; i < 100 && process.platform === 'linux' && openFilesIn(served.root) > 0; i++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (process.platform === 'linux') expect(openFilesIn(served.root)).toBe(0);
  });

  test('that breaks off leaves what it had open for writing, and nothing else, told as abandoned', async () => {
    writeFileSync(path.join(served.root, 'read'), 'x');
    const sftp = await served.asBiller();
    await write(sftp, '/finished', 'whole');
    await opened(sftp, '/half', 'w');
    await opened(sftp, '/renamed', 'w');
    await answer((done) => sftp.rename('/renamed', '/elsewhere', done as never));
    await opened(sftp, '/read', 'r');
    served.breakOff();
    await expect.poll(() => served.abandoned).toEqual(['/half']);
    await (await served.server).stop();
    expect(served.abandoned).toEqual(['/half']);
  });

  test('that sends requests without end and waits for no answer loses its session, and no other does', async () => {
    const other = await served.asBiller();
    const flooding = await served.asBiller();
    const isClosed = new Promise((resolve) => flooding.once('close', resolve));
    const handle = await opened(flooding, '/flood', 'w');
    for (let i = 0; i < 2000; i++)
      flooding.write(handle, Buffer.alloc(100), 0, 100, i * 100, () => undefined);
    await isClosed;
    await write(other, '/f', 'x');
    expect(served.stored).toContain('/f');
  });

  test('that speaks no SSH and one that stays silent do no harm and do not keep the server from stopping', async () => {
    const noise = connect((await served.server).port, '127.0.0.1');
    noise.on('error', () => undefined);
    noise.write('GET / HTTP/1.1\r\n\r\n'.repeat(50));
    const silent = connect((await served.server).port, '127.0.0.1');
    silent.on('error', () => undefined);
    await new Promise((resolve) => silent.once('connect', resolve));
    await served.asBiller();
    await (await served.server).stop();
    await expect(served.asBiller()).rejects.toThrow();
  });
});

function openFilesIn(root: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(root);
    } catch {
      return false;
    }
  }).length;
}
