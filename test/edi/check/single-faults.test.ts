import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { allProblems, checkText } from '../support/check-text.ts';
import { readSamples } from '../support/samples.ts';

interface Cut {
  readonly name: string;
  readonly terminator: string;
  readonly separator: string;
  /** The file cut at its terminators; line ends stand before the segments. */
  readonly parts: readonly string[];
  /** Which of them stand between ST and SE. */
  readonly bodies: readonly number[];
}

const CUTS: readonly Cut[] = readSamples('valid')
  .filter(({ name }) => !name.startsWith('ta1'))
  .map(({ name, bytes }) => {
    const text = Buffer.from(bytes).toString('latin1');
    const terminator = text[105] as string;
    const separator = text[3] as string;
    const parts = text.split(terminator);
    const bodies: number[] = [];
    let isInside = false;
    for (const [index, part] of parts.entries()) {
      const identifier = part.trim().split(separator)[0];
      if (identifier === 'SE') isInside = false;
      if (isInside) bodies.push(index);
      if (identifier === 'ST') isInside = true;
    }
    return { name, terminator, separator, parts, bodies };
  });

/** Problems of structure and elements: a change makes counts, sums and situations wrong beside. */
function guideProblems(text: string): string[] {
  return allProblems(checkText(text))
    .map(({ code, location }) => `${code} ${location.segmentOrdinal ?? ''} ${location.segment ?? ''}`)
    .filter((line) => /^(segment|loop|element)\./.test(line));
}

interface Tally {
  count: number;
  /** Changes that made more than one problem. */
  readonly several: string[];
  readonly codes: Set<string>;
}

/** Makes one change at each segment of each sample. */
function changeEach(change: (parts: string[], index: number, cut: Cut) => string[] | undefined): Tally {
  const tally: Tally = { count: 0, several: [], codes: new Set() };
  for (const cut of CUTS) {
    for (const index of cut.bodies) {
      const changed = change([...cut.parts], index, cut);
      if (changed === undefined) continue;
      const found = guideProblems(changed.join(cut.terminator));
      tally.count++;
      for (const line of found) tally.codes.add(line.split(' ')[0] ?? '');
      if (found.length > 1)
        tally.several.push(`${cut.name} ${cut.parts[index]?.trim()}: ${found.join(', ')}`);
    }
  }
  return tally;
}

const QUALIFIED = /^(NM1|N1|REF|DTP|DTM|AMT|HL|PER|PRV|QTY|CAS|PAT|TRN|SBR)$/;

describe('one fault in a sound file', () => {
  test('tells one segment that is missing no more than once', () => {
    const { count, several, codes } = changeEach((parts, index) => parts.toSpliced(index, 1));
    expect(count).toBeGreaterThan(300);
    // A claim whose first segment is missing shows only when something comes that it must have.
    expect(several.length, several.join('\n')).toBeLessThan(count / 100);
    expect([...codes]).toEqual(expect.arrayContaining(['segment.required-missing', 'loop.required-missing']));
  });

  test('tells one segment that stands twice no more than once', () => {
    const { several, codes } = changeEach((parts, index) =>
      parts.toSpliced(index, 0, parts[index] as string),
    );
    expect(several).toEqual([]);
    expect([...codes]).toEqual(expect.arrayContaining(['segment.too-many', 'loop.too-many']));
  });

  test('tells one segment that nobody knows exactly once', () => {
    const { several, codes } = changeEach((parts, index, { separator }) =>
      parts.toSpliced(index, 0, `ZZZ${separator}1`),
    );
    expect(several).toEqual([]);
    expect([...codes]).toEqual(['segment.unknown']);
  });

  test('tells one qualifier that is none exactly once', () => {
    const { count, several, codes } = changeEach((parts, index, { separator }) => {
      const elements = (parts[index] as string).split(separator);
      const identifier = elements[0]?.trim() ?? '';
      if (!QUALIFIED.test(identifier)) return undefined;
      elements[identifier === 'HL' ? 3 : 1] = '%%';
      return parts.with(index, elements.join(separator));
    });
    expect(count).toBeGreaterThan(200);
    expect(several).toEqual([]);
    expect([...codes]).toEqual(['element.code-not-in-list']);
  });

  test('tells one element separator at the end exactly once', () => {
    const { several, codes } = changeEach((parts, index, { separator }) =>
      parts.with(index, `${parts[index]}${separator}`),
    );
    expect(several).toEqual([]);
    expect([...codes]).toEqual(['element.trailing-separator']);
  });
});
