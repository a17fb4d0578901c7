/**
 * Work that goes on while something else is done. Whoever waits for it in the end is told how it ended; where nobody gets
 * so far, because something else went wrong before, its failure is no news.
 */
export function meanwhile<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
