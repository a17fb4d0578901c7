import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { probePartner } from '../../src/flows/probe-partner.ts';
import type { PartnerProfile } from '../../src/partners/profile.ts';
import type { PartnerProbe } from '../../src/ports/partner-probe.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { type FaultSftpServer, startFaultSftpServer } from '../support/fault-sftp-server.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { startOpenSsh, whyNoOpenSsh } from '../support/sftp-openssh.ts';
import { testProfile } from './support/claims.ts';
import { faultTransport } from './support/fault-transport.ts';

const FAILURE = 4;
const UNSUPPORTED = 8;

let server: FaultSftpServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

function profileOf(upload: Readonly<Record<string, unknown>>): PartnerProfile {
  const { sftp } = testProfile();
  return testProfile({ sftp: { ...sftp, upload } });
}

async function probed(
  transport: Transport,
  upload: Readonly<Record<string, unknown>> = { directory: '/in', temporaryDirectory: '/uploading' },
  throughUploadDirectory = false,
): Promise<PartnerProbe> {
  const session = await transport.connect();
  try {
    return await probePartner(session, profileOf(upload), { name: 'probe', throughUploadDirectory });
  } finally {
    await session.close();
  }
}

describe('probing a partner', () => {
  test('finds the full protocol where the server renames in one step, and leaves nothing behind', async () => {
    server = await startFaultSftpServer();
    expect(await probed(faultTransport(server))).toEqual({
      partnerId: 'invented-clearinghouse',
      mode: 'posix-rename',
      capabilities: {
        exclusiveCreate: 'yes',
        rename: 'yes',
        posixRename: 'yes',
        fsync: 'yes',
        readBack: 'yes',
        sameFileSystem: 'unknown',
        temporaryApart: 'yes',
      },
    });
    expect(server.files.size).toBe(0);
    expect(server.requests.filter((request) => request.includes('/in/'))).toEqual([]);
  });

  test('finds a plain rename where nothing more is offered', async () => {
    server = await startFaultSftpServer({ extensions: [] });
    const { mode, capabilities } = await probed(faultTransport(server));
    expect(mode).toBe('plain-rename');
    expect(capabilities).toMatchObject({ posixRename: 'no', fsync: 'no' });
  });

  test.each([FAILURE, UNSUPPORTED])('finds no rename where it is answered with %i', async (status) => {
    server = await startFaultSftpServer();
    server.fault('rename', () => status);
    const { mode, capabilities } = await probed(faultTransport(server));
    expect(mode).toBe('ack-gated');
    expect(capabilities.rename).toBe('no');
    expect(server.files.size).toBe(0);
  });

  test('through the upload directory finds that nothing can be renamed into it', async () => {
    server = await startFaultSftpServer();
    server.fault('rename', ({ ordinal }) => (ordinal === 2 ? FAILURE : undefined));
    const { mode, capabilities } = await probed(faultTransport(server), undefined, true);
    expect(mode).toBe('ack-gated');
    expect(capabilities).toMatchObject({ rename: 'yes', sameFileSystem: 'no' });
    expect(server.files.size).toBe(0);
  });

  test('finds uploads that cannot be read back', async () => {
    server = await startFaultSftpServer();
    server.fault('fstat', () => FAILURE);
    const { mode, capabilities } = await probed(faultTransport(server));
    expect(capabilities.readBack).toBe('no');
    expect(mode).toBe('posix-rename');
  });

  test('finds a temporary directory where the partner looks', async () => {
    server = await startFaultSftpServer();
    for (const temporaryDirectory of ['/in', '/in/', '/in/temporary']) {
      const { capabilities } = await probed(faultTransport(server), { directory: '/in', temporaryDirectory });
      expect(capabilities.temporaryApart).toBe('no');
    }
    const apart = await probed(faultTransport(server), { directory: '/in', temporaryDirectory: '/inside' });
    expect(apart.capabilities.temporaryApart).toBe('yes');
  });

  test('never finds more than the profile names', async () => {
    server = await startFaultSftpServer();
    const upload = { directory: '/in', temporaryDirectory: '/uploading', mode: 'plain-rename' };
    expect((await probed(faultTransport(server), upload)).mode).toBe('plain-rename');
    const gated = await probed(faultTransport(server), { directory: '/in', mode: 'ack-gated' });
    expect(gated).toMatchObject({ mode: 'ack-gated', capabilities: { rename: 'unknown' } });
  });

  test('says that a connection was lost and not what it would have found', async () => {
    server = await startFaultSftpServer();
    server.fault('rename', () => 'reset');
    await expect(probed(faultTransport(server))).rejects.toMatchObject({ code: 'transport.connection-lost' });
  });
});

const reason = whyNoOpenSsh();
if (reason !== undefined) noteLeftOut('OpenSSH probe', reason);

test.skipIf(reason !== undefined)('OpenSSH is found to allow the full protocol', async () => {
  const sshd = await startOpenSsh();
  try {
    const upload = { directory: `${sshd.root}/in`, temporaryDirectory: `${sshd.root}/uploading` };
    for (const through of [false, true]) {
      const { mode, capabilities } = await probed(sshd.transport(), upload, through);
      expect(mode).toBe('posix-rename');
      expect(capabilities).toMatchObject({ exclusiveCreate: 'yes', fsync: 'yes', readBack: 'yes' });
      if (through) expect(capabilities.sameFileSystem).toBe('yes');
    }
    expect(readdirSync(path.join(sshd.root, 'in'))).toEqual([]);
    expect(readdirSync(path.join(sshd.root, 'uploading'))).toEqual([]);
  } finally {
    await sshd.stop();
  }
});
