import { transportContract } from '../contract/transport-contract.ts';
import { startSftpMailbox } from '../support/sftp-mailbox.ts';

transportContract('the in-process SFTP server', () => startSftpMailbox(), { renameMode: 'posix-rename' });

transportContract(
  'the in-process SFTP server without extensions',
  () => startSftpMailbox({ extensions: [] }),
  { renameMode: 'plain-rename' },
);
