import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../../samples/claims/', import.meta.url);

export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}

export interface ExpectedFault {
  readonly line: number;
  readonly fault: string;
  readonly code: string;
  readonly pointer: string;
}

export function expectedFaults(): readonly ExpectedFault[] {
  return JSON.parse(readFileSync(new URL('faulty.expected.json', FOLDER), 'utf8')) as ExpectedFault[];
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
