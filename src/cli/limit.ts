import { Misuse } from './exit.ts';

/** Longer lists are read page by page, not printed at once. */
const LIMIT_MAX = 10_000;

/** Reads `--limit`; a Misuse when it is no whole number above zero. */
export function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new Misuse('--limit takes a whole number above zero');
  return Math.min(limit, LIMIT_MAX);
}
