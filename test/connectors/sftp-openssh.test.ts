import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import type { TransportSession } from '../../src/ports/transport.ts';
import { transportContract } from '../contract/transport-contract.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type OpenSshServer, startOpenSsh, whyNoOpenSsh } from '../support/sftp-openssh.ts';

async function untilConnected(connect: () => Promise<TransportSession>): Promise<TransportSession> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await connect();
    } catch (error) {
      if (attempt === 50) throw error;
      await wait(100);
    }
  }
}

const reason = whyNoOpenSsh();
if (reason !== undefined) {
  noteLeftOut('OpenSSH transport suite', reason);
  // A file without a test would be an error of its own.
  test.skip(`the transport contract over OpenSSH: ${reason}`, () => undefined);
} else {
  transportContract('OpenSSH', () => startOpenSsh(), { renameMode: 'posix-rename' });

  describe('OpenSSH', () => {
    let server: OpenSshServer;
    beforeAll(async () => {
      server = await startOpenSsh();
    });
    afterAll(() => server.stop());

    test('refuses a wrong passphrase before it connects and an unknown user after', async () => {
      const wrong = sftpTransport({ ...server.options, passphrase: 'no' });
      await expect(wrong.connect()).rejects.toMatchObject({ code: 'transport.private-key-unreadable' });
      const unknown = sftpTransport({ ...server.options, username: 'nobody-here' });
      await expect(unknown.connect()).rejects.toMatchObject({
        code: 'transport.auth-refused',
        isRetryable: false,
      });
    });

    test('with another host key than the pinned gets no connection', async () => {
      const other = sftpTransport({ ...server.options, hostKeySha256: [`SHA256:${'A'.repeat(43)}`] });
      await expect(other.connect()).rejects.toMatchObject({
        code: 'transport.host-key-changed',
        isRetryable: false,
      });
    });

    test('that has no room for another login turns us away for now, and us alone', async () => {
      const busy = await startOpenSsh({ configuration: ['MaxStartups 1:100:1', 'LoginGraceTime 60'] });
      const other = await server.transport().connect();
      // Somebody who connects and never logs in.
      const idler = connectSocket({ host: '127.0.0.1', port: busy.port });
      await once(idler, 'data');
      await expect(busy.transport().connect()).rejects.toMatchObject({
        code: 'transport.unreachable',
        isRetryable: true,
      });
      expect(await other.list(`${server.root}/in`)).toEqual([]);
      await other.close();
      idler.destroy();
      const session = await untilConnected(() => busy.transport().connect());
      await session.close();
      await busy.stop();
    });

    test('tells that two directories stand on one file system', async () => {
      const session = await server.transport().connect();
      const one = await session.fileSystemOf(`${server.root}/in`);
      expect(one).toBe(await session.fileSystemOf(`${server.root}/uploading`));
      if (one !== undefined) expect(await session.fileSystemOf('/proc')).not.toBe(one);
      await expect(session.fileSystemOf(`${server.root}/nothing`)).rejects.toMatchObject({
        code: 'transport.no-such-directory',
      });
      await session.close();
    });

    test('brings files to its disk when it is asked to', async () => {
      const session = await server.transport().connect();
      expect(session.canSync).toBe(true);
      await session.close();
    });

    test('without room for the file lets no upload succeed', async () => {
      const small = await startOpenSsh({ fileKilobytesMax: 64 });
      const session = await small.transport().connect();
      await session.create(`${small.root}/uploading/small`, Buffer.alloc(60_000));
      await expect(
        session.create(`${small.root}/uploading/big`, Buffer.alloc(300_000)),
      ).rejects.toMatchObject({
        code: 'transport.failure',
        isRetryable: true,
      });
      expect(await session.stat(`${small.root}/uploading/small`)).toMatchObject({
        sizeBytes: 60_000,
      });
      await session.close();
      await small.stop();
    });
  });
}
