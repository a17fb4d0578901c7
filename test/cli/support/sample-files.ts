import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const SAMPLES = path.resolve(import.meta.dirname, '../../../samples/x12');

export function validSample(name: string): string {
  return path.join(SAMPLES, 'valid', `${name}.x12`);
}

export function invalidSample(name: string): string {
  return path.join(SAMPLES, 'invalid', `${name}.x12`);
}

export function textOf(file: string): string {
  return readFileSync(file, 'latin1');
}

/** A directory that is gone when the tests of a file are done. */
export function scratchDirectory(): { path: string; write: (name: string, text: string) => string } {
  const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-x12-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  return {
    path: directory,
    write(name, text) {
      const file = path.join(directory, name);
      writeFileSync(file, text, 'latin1');
      return file;
    },
  };
}
