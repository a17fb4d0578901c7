import { sftpTransport } from '../../../src/connectors/sftp/sftp-transport.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import type { FaultSftpServer } from '../../support/fault-sftp-server.ts';

/** Our connector to a server whose answers can be made to go wrong. */
export function faultTransport(server: FaultSftpServer): Transport {
  return sftpTransport({
    host: '127.0.0.1',
    port: server.port,
    username: 'invented',
    password: 'right',
    hostKeySha256: [server.hostKeySha256],
    operationTimeoutMs: 1000,
  });
}
