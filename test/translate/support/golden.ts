import { readFileSync } from 'node:fs';

const FOLDER = new URL('../golden/', import.meta.url);

/** Interchanges written by hand from the guides, so that a mistake our reader and writer share would show. */
export const GOLDEN_NAMES = [
  '277ca-clearinghouse',
  '277ca-payer',
  '277ca-submission-rejected',
  '835-as-payers-write-it',
  '835-paid-denied-and-recovery',
  '835-reversal-and-correction',
  '999-partially-accepted',
  'ta1-of-three-interchanges',
] as const;

export type GoldenName = (typeof GOLDEN_NAMES)[number];

export function goldenText(name: GoldenName): string {
  return readFileSync(new URL(`${name}.x12`, FOLDER), 'latin1');
}

/** The golden file with some of its text replaced; each replaced text must be there. */
export function changedGolden(
  name: GoldenName,
  ...changes: readonly (readonly [from: string, to: string])[]
): string {
  let text = goldenText(name);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the golden file ${name} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}
