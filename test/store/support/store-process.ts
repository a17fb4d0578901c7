import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const SCRIPT = path.join(import.meta.dirname, 'store-process.mjs');

export interface StoreProcess {
  readonly child: ChildProcess;
  /** What it said so far, a line each. */
  readonly lines: string[];
  /** Resolves once it has said so many lines. */
  said(lineCount: number): Promise<void>;
  /** Resolves with everything that it said when it has ended. */
  readonly ended: Promise<string[]>;
}

/** Starts `store-process.mjs`: `write`, `own` or `guest` on a directory. */
export function startStoreProcess(...args: readonly string[]): StoreProcess {
  return follow(spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
}

/** The same with a limit to the size of its files, beyond which the kernel refuses, as a full disk would. */
export function startLimitedStoreProcess(fileKilobytesMax: number, ...args: readonly string[]): StoreProcess {
  // Ignoring the signal turns the limit into an error of write(2), where it would else end the process.
  const script = `trap '' XFSZ; ulimit -f ${fileKilobytesMax}; exec "$0" "$@"`;
  return follow(
    spawn('bash', ['-c', script, process.execPath, SCRIPT, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
}

function follow(child: ChildProcessByStdio<null, Readable, null>): StoreProcess {
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  const input = createInterface({ input: child.stdout });
  input.on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  let hasEnded = false;
  const ended = new Promise<string[]>((resolve) => {
    input.once('close', () => {
      hasEnded = true;
      for (const look of waiting) look();
      resolve(lines);
    });
  });
  return {
    child,
    lines,
    ended,
    said(lineCount) {
      return new Promise((resolve, reject) => {
        function look(): void {
          if (lines.length >= lineCount) resolve();
          else if (hasEnded) reject(new Error(`it ended with: ${lines.join(' | ')}`));
        }
        waiting.push(look);
        look();
      });
    },
  };
}
