import { InvariantViolation } from '../../base/invariant.ts';

/** One line of a guide text: its number for people, how deep it is indented, and its words. */
export interface GuideLine {
  readonly number: number;
  readonly depth: number;
  readonly words: string;
}

/** The lines that hold something; two spaces of indentation are one level. */
export function guideLinesOf(text: string): GuideLine[] {
  const lines: GuideLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (words === '') continue;
    const indentation = line.slice(0, line.indexOf(words));
    const read = { number: index + 1, depth: indentation.length / 2, words };
    if (!/^(?: {2})*$/.test(indentation)) malformed(read, 'is indented by two spaces a level');
    lines.push(read);
  }
  return lines;
}

/** What a pattern captures in the words of a line, '' for a group that took no part; undefined if it does not match. */
export function capture(pattern: RegExp, words: string): readonly string[] | undefined {
  return pattern
    .exec(words)
    ?.slice(1)
    .map((part: string | undefined) => part ?? '');
}

/** A guide text is ours: a line that cannot be read is our own mistake. */
export function malformed(line: GuideLine, expectation: string): never {
  throw new InvariantViolation(`line ${line.number} of a guide text ${expectation}: "${line.words}"`);
}
