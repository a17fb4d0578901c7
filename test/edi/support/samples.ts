import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../samples/x12/', import.meta.url);

export interface Sample {
  /** File name without its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function readSamples(folder: 'valid' | 'invalid'): Sample[] {
  return readdirSync(new URL(`${folder}/`, FOLDER))
    .filter((file) => file.endsWith('.x12'))
    .map((file) => ({
      name: file.slice(0, -'.x12'.length),
      bytes: new Uint8Array(readFileSync(new URL(`${folder}/${file}`, FOLDER))),
    }));
}

export function readSample(folder: 'valid' | 'invalid', name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`${folder}/${name}.x12`, FOLDER)));
}

/** The problem codes that stand beside an invalid sample. */
export function expectedProblems(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`invalid/${name}.problems.json`, FOLDER), 'utf8'));
}
