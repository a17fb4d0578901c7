import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Notes for the last line of the run that a suite was left out, and why. */
export function noteLeftOut(suite: string, reason: string): void {
  const file = path.join(
    tmpdir(),
    `claimgate-left-out-${process.env['CLAIMGATE_TEST_RUN'] ?? process.pid}.txt`,
  );
  appendFileSync(file, `${suite} (${reason})\n`);
}
