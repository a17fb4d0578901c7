// The trading partner of the pipeline's benchmark, in a process of its own: a real SFTP server, and behind it the
// simulator's clearinghouse, which answers only when it is told to. Told `{ built, directory }` once, it says where it
// listens; told `answer`, it answers every file that was delivered and says when the answers stand ready.
import { load } from './built-core.mjs';
import { PARTNER_USER } from './pipeline-workspace.mjs';

let clearinghouse;

process.on('message', (told) => {
  hear(told).then(
    (said) => process.send(said),
    (error) => process.send({ error: error.stack }),
  );
});

async function hear(told) {
  return told === 'answer' ? answer() : await start(told);
}

async function start({ built, directory }) {
  const { Clearinghouse } = await load(built, 'simulator/clearinghouse.js');
  const { startSftpServer } = await load(built, 'simulator/sftp-server/sftp-server.js');
  const { generateHostKey } = await load(built, 'simulator/sftp-server/host-key.js');
  const { SIMULATOR_DIRECTORIES } = await load(built, 'simulator/start-simulator.js');
  clearinghouse = new Clearinghouse({ directory, seed: 'bench', remitDelayMs: 0, clock: () => new Date() });
  const { port, hostKeySha256 } = await startSftpServer({
    rootDirectory: clearinghouse.mailbox.root,
    hostKey: generateHostKey(),
    users: { [PARTNER_USER.name]: PARTNER_USER.password },
    fixedDirectories: Object.values(SIMULATOR_DIRECTORIES),
  });
  return { port, hostKeySha256, directories: SIMULATOR_DIRECTORIES };
}

function answer() {
  const files = clearinghouse.waitingFiles.toSorted();
  for (const fileName of files) clearinghouse.take(fileName);
  clearinghouse.publishDue();
  return { files: files.length, pending: clearinghouse.pendingCount };
}
