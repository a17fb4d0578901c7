import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A directory for the tests of this file, gone after them. */
export function scratchDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-test-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
