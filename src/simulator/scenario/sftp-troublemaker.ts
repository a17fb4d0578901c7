import { setTimeout as sleep } from 'node:timers/promises';
import type { SftpTroubles } from './sftp-schema.ts';

/** What becomes of a request before the server answers it. */
export type BeforeRequest = (request: string) => Promise<'answered' | 'refused' | 'broken'>;

/** Both renames count as RENAME, both looks at a file as STAT. */
const OPERATIONS: Readonly<Record<string, string>> = {
  'posix-rename@openssh.com': 'RENAME',
  LSTAT: 'STAT',
};

/** Slows and breaks requests as a scenario has it. Counts over all sessions. */
export function sftpTroublemaker({ latencyMs, failures }: SftpTroubles): BeforeRequest {
  const counts = failures.map(() => 0);
  return async (request) => {
    if (latencyMs !== undefined) await sleep(latencyMs);
    const operation = OPERATIONS[request] ?? request;
    let verdict: 'answered' | 'refused' | 'broken' = 'answered';
    for (const [index, failure] of failures.entries()) {
      if (failure.operation !== undefined && failure.operation !== operation) continue;
      const count = (counts[index] ?? 0) + 1;
      counts[index] = count;
      if (count >= failure.nth && count < failure.nth + failure.times) verdict = failure.as;
    }
    return verdict;
  };
}
