import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { noteLeftOut } from '../support/left-out.ts';
import { whyNoPostgres } from '../support/postgres-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const KILLS = { pglite: 8, postgres: 92 } as const;
/** Long enough for the slowest machine; the run itself takes a fraction of it. */
const DEADLINE_MS = 900_000;

interface Bug {
  readonly name: string;
  readonly file: string;
  readonly changes: readonly (readonly [from: string, to: string])[];
  readonly check: { readonly tests?: readonly [file: string, name: string] };
}

/** Runs the built gateway to its death, over and over; gives what was printed. */
function torture(...args: string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ['scripts/torture.mjs', '--built', 'dist', ...args], { cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  }
  return new Promise((resolve) => {
    child.once('exit', (status) => resolve({ status, output }));
  });
}

describe('a hundred kills', () => {
  test.each(['pglite', 'postgres'] as const)(
    'on %s lose, repeat, cut and post twice nothing',
    { timeout: DEADLINE_MS },
    async (engine) => {
      const reason = engine === 'postgres' ? whyNoPostgres() : undefined;
      if (reason !== undefined) {
        noteLeftOut('kills on PostgreSQL', reason);
        return;
      }
      const { status, output } = await torture('--engine', engine, '--kills', String(KILLS[engine]));
      expect(status, output).toBe(0);
      expect(output).toMatch(new RegExp(`^${KILLS[engine]} kills `, 'm'));
      expect(output.trimEnd()).toMatch(
        /0 lost, 0 repeated, 0 partial, 0 double-posted, ledger sums to 0, 0 faults$/,
      );
    },
  );
});

describe('the known bugs of `npm run torture -- --bugs`', async () => {
  const { BUGS } = (await import(new URL('../../scripts/torture/bug-list.mjs', import.meta.url).href)) as {
    BUGS: readonly Bug[];
  };
  const { changed } = (await import(new URL('../../scripts/torture/bugs.mjs', import.meta.url).href)) as {
    changed(sound: string, changes: Bug['changes']): string | undefined;
  };

  test('are more than twenty', () => {
    expect(BUGS.length).toBeGreaterThan(20);
  });

  test.each(BUGS.map((bug): [string, Bug] => [bug.name, bug]))('can still be put in: %s', (_, bug) => {
    expect(changed(readFileSync(path.join(ROOT, bug.file), 'utf8'), bug.changes)).toBeDefined();
  });
});
