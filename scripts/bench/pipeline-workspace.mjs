// A working directory of the gateway with the benchmark's partner in it.
import { load } from './built-core.mjs';

export const PARTNER_USER = { name: 'claimgate', password: 'simulated' };

const PASSWORD_FILE = 'keys/bench-password';

/** Makes the directory; `partner` is what the partner's process said of itself. */
export async function makeWorkspace(built, directory, partner) {
  const { createWorkspace, openWorkspace, writePartner } = await load(built, 'main/workspace.js');
  const { partnerProfileSchema } = await load(built, 'partners/profile.js');
  const examplePartner = new URL('../../samples/partners/example-clearinghouse.yaml', import.meta.url);
  createWorkspace(directory, { examplePartner });
  writePartner(directory, partnerProfileSchema.parse(profile(partner)), {
    [PASSWORD_FILE]: PARTNER_USER.password,
  });
  return openWorkspace(directory);
}

function profile({ port, hostKeySha256, directories }) {
  return {
    id: 'bench-clearinghouse',
    name: 'Bench Clearinghouse',
    kind: 'clearinghouse',
    sftp: {
      host: '127.0.0.1',
      port,
      username: PARTNER_USER.name,
      auth: { passwordRef: `file:${PASSWORD_FILE}` },
      hostKeySha256: [hostKeySha256],
      upload: { directory: directories.upload, temporaryDirectory: directories.temporary },
      // Answers stand there whole before anybody looks: to wait for a file to settle would time the waiting.
      download: [{ directory: directories.download, settleSeconds: 0 }],
      pollSeconds: 86_400,
    },
    envelope: { senderId: 'CLAIMGATE', receiverId: 'SIMULATOR', usage: 'T' },
    submitter: {
      name: 'BENCH BILLING SERVICE',
      identifier: 'BENCHBILLING',
      contactName: 'CLAIMS DESK',
      telephone: '5550100100',
    },
    receiver: { name: 'SIMULATED CLEARINGHOUSE', identifier: 'SIMULATOR' },
    payers: ['*'],
  };
}
