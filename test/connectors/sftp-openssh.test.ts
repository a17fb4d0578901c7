import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sftpTransport } from '../../src/connectors/sftp/sftp-transport.ts';
import { transportContract } from '../contract/transport-contract.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type OpenSshServer, startOpenSsh, whyNoOpenSsh } from '../support/sftp-openssh.ts';

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
