import { readFileSync } from 'node:fs';
import path from 'node:path';
import { streamOutput } from '../cli/output.ts';
import { runProgram } from '../cli/program.ts';
import { readCodeLists, writeCodeList } from './code-lists.ts';
import { readEnvironment } from './configuration.ts';
import { currentUserName } from './current-user-name.ts';
import { decodeLatin1 } from './latin-1.ts';
import { openGateway } from './open-gateway.ts';
import { readInput } from './read-input.ts';
import { createWorkspace, isWorkspace, writePartner } from './workspace.ts';
import { writeNewFiles } from './write-new-files.ts';

/** The package's root: both `src/main` and `dist/main` stand two folders below it. */
const ROOT = path.resolve(import.meta.dirname, '../..');

const environment = readEnvironment(process.env);
const stop = new AbortController();
/** Whoever stops a service waits half a minute before killing it. */
const STOP_MS_MAX = 28_000;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort();
    // As with a second signal: nothing is lost by ending at once, only finished later, by whoever takes over.
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
  });
}
// A reader that goes away (`claimgate claims list | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    output: streamOutput({ stdout: process.stdout, stderr: process.stderr }),
    decode: decodeLatin1,
    workspaces: {
      create: (directory) =>
        createWorkspace(directory, {
          examplePartner: path.join(ROOT, 'samples/partners/example-clearinghouse.yaml'),
        }),
      exists: isWorkspace,
      codeLists: readCodeLists,
      writeCodeList,
      writePartner,
    },
    userName: currentUserName(),
    defaultDirectory: environment.directory ?? '.claimgate',
    samplesDirectory: path.join(ROOT, 'samples'),
    stopSignal: stop.signal,
    readInput,
    writeNewFiles,
    openGateway: (options) => openGateway(options, { environment, variables: process.env }),
  },
  version,
);
