import { invariant } from '../../base/invariant.ts';

/** Reads words as they are kept in this repository: a line for each code, the code and behind the first space its words. */
export function readCodeWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const line of text.trim().split('\n')) {
    const space = line.indexOf(' ');
    invariant(space > 0 && !words.has(line.slice(0, space)), 'a line of words begins with a code of its own');
    words.set(line.slice(0, space), line.slice(space + 1));
  }
  return words;
}
