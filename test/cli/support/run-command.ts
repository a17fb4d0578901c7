import { PassThrough } from 'node:stream';
import type { CommandContext } from '../../../src/cli/command-context.ts';
import { streamOutput } from '../../../src/cli/output.ts';
import { runProgram } from '../../../src/cli/program.ts';
import { decodeLatin1 } from '../../../src/main/latin-1.ts';
import { readInput } from '../../../src/main/read-input.ts';
import { writeNewFiles } from '../../../src/main/write-new-files.ts';

export interface CommandRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function collected(): { stream: PassThrough; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/**
 * Runs a command in this process and so without a build; `input` is standard input. Without `openGateway` it is one that
 * needs nothing but files.
 */
export async function runCommand(
  args: readonly string[],
  input?: string | Uint8Array,
  openGateway?: CommandContext['openGateway'],
): Promise<CommandRun> {
  const [stdout, stderr] = [collected(), collected()];
  const none = (): never => {
    throw new Error('this command needs a working directory');
  };
  const context: CommandContext = {
    output: streamOutput({ stdout: stdout.stream, stderr: stderr.stream }),
    decode: decodeLatin1,
    workspaces: {
      create: none,
      exists: none,
      codeLists: () => [],
      writeCodeList: none,
      writePartner: none,
    },
    userName: 'biller',
    defaultDirectory: '',
    samplesDirectory: '',
    stopSignal: new AbortController().signal,
    readInput: (file) => (file === '-' ? piecesOf(input) : readInput(file)),
    writeNewFiles,
    openGateway: openGateway ?? none,
  };
  const status = await runProgram(args, context, '0');
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

// oxlint-disable-next-line require-await -- what reads it takes pieces as they come
async function* piecesOf(input: string | Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  const bytes = typeof input === 'string' ? Buffer.from(input, 'latin1') : (input ?? new Uint8Array());
  for (let start = 0; start < bytes.length; start += 200) yield bytes.subarray(start, start + 200);
}
