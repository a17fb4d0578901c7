import { afterEach, describe, expect, test } from 'vitest';
import { reportOnPartner } from '../../src/cli/partner-report.ts';
import { testProfile } from '../flows/support/claims.ts';
import { faultTransport } from '../flows/support/fault-transport.ts';
import { type FaultSftpServer, startFaultSftpServer } from '../support/fault-sftp-server.ts';

let server: FaultSftpServer;
afterEach(() => server.stop());

async function report(sftp: Readonly<Record<string, unknown>> = {}) {
  const profile = testProfile({ sftp: { ...testProfile().sftp, ...sftp } });
  const connect = () => faultTransport(server).connect();
  const { checks, probe } = await reportOnPartner(connect, profile, { throughUploadDirectory: false });
  return {
    mode: probe?.mode,
    failed: checks.filter(({ verdict }) => verdict === 'FAIL').map(({ name }) => name),
    lines: checks.map(({ verdict, name, detail }) => `${verdict} ${name}: ${detail}`).join('\n'),
  };
}

describe('the report on a partner', () => {
  test('calls only the strongest mode exactly once', async () => {
    server = await startFaultSftpServer();
    const strong = await report();
    expect(strong.mode).toBe('posix-rename');
    expect(strong.lines).toMatch(/^ok delivery mode: posix-rename: .*exactly once/m);
    server.fault('rename', () => 4);
    const weak = await report();
    expect(weak.mode).toBe('ack-gated');
    expect(weak.lines).toMatch(/^warn delivery mode: ack-gated: not exactly-once/m);
    expect(weak.failed).toEqual([]);
  });

  test('warns of a plain rename', async () => {
    server = await startFaultSftpServer({ extensions: [] });
    const { mode, lines } = await report();
    expect(mode).toBe('plain-rename');
    expect(lines).toMatch(/^warn delivery mode: plain-rename: not exactly-once/m);
    expect(lines).toContain('warn offers posix-rename@openssh.com: no');
  });

  test('fails where the profile counts on more than there is', async () => {
    server = await startFaultSftpServer({ extensions: [] });
    const { upload } = testProfile().sftp;
    const { failed, lines } = await report({ upload: { ...upload, mode: 'posix-rename' } });
    expect(failed).toEqual(['delivery mode']);
    expect(lines).toContain('the profile wants posix-rename, found plain-rename');
  });

  test('warns of algorithms that are no longer usual', async () => {
    server = await startFaultSftpServer();
    const { lines } = await report({ olderAlgorithms: { serverHostKey: ['ssh-rsa'], hmac: ['hmac-sha1'] } });
    expect(lines).toContain('warn older algorithms admitted: ssh-rsa, hmac-sha1');
  });

  test('shows names that cannot be fetched, escaped', async () => {
    server = await startFaultSftpServer({ files: { '/out/../\u001b[2J': 'x', '/out/fine.835': 'x' } });
    const { lines } = await report();
    expect(lines).toContain('warn names that cannot be fetched: left alone: ../\\u{1b}[2J');
    expect(lines).toContain('/out, 2 files waiting');
  });

  test('says what to mend where nothing can be tried', async () => {
    server = await startFaultSftpServer();
    server.fault('open', () => 3);
    const { mode, failed, lines } = await report();
    expect(mode).toBeUndefined();
    expect(failed).toEqual(['write, rename and remove temporary objects']);
    expect(lines).toContain('ask the partner for permission on the directory');
  });
});
