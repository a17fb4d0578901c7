import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/claimgate');

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one command of the built program to its end. */
export function claimgate(args: readonly string[], options: RunOptions = {}): CommandResult {
  const result = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

export interface RunningCommand {
  readonly child: ChildProcess;
  /** The first line it printed to stdout. */
  readonly firstLine: Promise<string>;
  /** Resolves with the exit code, or the signal's name. */
  readonly exited: Promise<number | string>;
  readonly stderr: () => string;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string>;
}

const running = new Set<ChildProcess>();

/** Starts a command that runs until it is stopped. */
export function startClaimgate(args: readonly string[], options: RunOptions = {}): RunningCommand {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  running.add(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const exited = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal ?? -1);
    });
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void exited.then((code) => reject(new Error(`ended with ${code} before it printed a line: ${stderr}`)));
  });
  firstLine.catch(() => undefined);
  return {
    child,
    firstLine,
    exited,
    stderr: () => stderr,
    stop(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Ends whatever a failed test left running. */
export async function stopLeftovers(): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
  while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
