import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JournalLine } from '../../src/simulator/journal.ts';

export interface SimulatorCount {
  readonly files: number;
  readonly claims: number;
  readonly distinctClaims: number;
  readonly duplicateClaims: number;
  /** Each that occurs, once. */
  readonly dispositions: readonly string[];
}

/** Counts what a simulator received, in its own journal, which knows nothing of the gateway's database. */
export function countReceivedBy(simulatorDirectory: string): SimulatorCount {
  const lines = readFileSync(path.join(simulatorDirectory, 'received.ndjson'), 'utf8').trimEnd().split('\n');
  const received = lines
    .map((line) => JSON.parse(line) as JournalLine)
    .filter((line) => line.kind === 'received');
  const claims = received.flatMap((entry) => entry.patientControlNumbers);
  return {
    files: received.length,
    claims: claims.length,
    distinctClaims: new Set(claims).size,
    duplicateClaims: received.flatMap((entry) => entry.duplicateClaims).length,
    dispositions: [...new Set(received.map((entry) => entry.disposition))],
  };
}
