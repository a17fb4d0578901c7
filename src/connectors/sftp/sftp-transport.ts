import type { Transport } from '../../ports/transport.ts';
import { openSftpConnection } from './sftp-connection.ts';
import type { SftpOptions } from './sftp-options.ts';
import { sftpSession } from './sftp-session.ts';

/**
 * A partner's directories over SFTP. Each `connect` opens a connection of its own; every method of the port
 * throws a `Failure` with a `transport.…` code and without a path, a host or a word of the server's.
 */
export function sftpTransport(options: SftpOptions): Transport {
  return {
    connect: async () => sftpSession(await openSftpConnection(options)),
  };
}
