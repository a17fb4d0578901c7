import { Buffer } from 'node:buffer';
import type { CodeSets } from '../../../src/edi/codes/code-sets.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { allProblems, checkText } from './check-text.ts';
import { readSample } from './samples.ts';

/** One place of a sample, and what is written there instead. */
export type Change = readonly [from: string, to: string];

/** A valid sample as text. */
export function sampleText(name: string): string {
  return Buffer.from(readSample('valid', name)).toString('latin1');
}

/** A valid sample with some places changed, each the first that fits, and its segments counted again. */
export function changedSample(name: string, ...changes: readonly Change[]): string {
  let text = sampleText(name);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the sample ${name} holds no ${from}`);
    text = text.replace(from, to);
  }
  return text.replaceAll(/(ST\*[^]*?\nSE\*)\d+/g, (_, set: string) => `${set}${set.split('~').length}`);
}

/** Each problem of a text as its code and where it is: `situation.claim-missing CLM 2300`. */
export function briefProblems(text: string, codeSets?: CodeSets): string[] {
  return allProblems(checkText(text, codeSets)).map(briefOf);
}

export function briefOf({ code, location }: Problem): string {
  const { segment = '', element, component, loop } = location;
  const part = element === undefined ? '' : `${element < 10 ? '0' : ''}${element}`;
  const reference = `${segment}${part}${component === undefined ? '' : `-${component}`}`;
  return [code, reference, ...(loop === undefined ? [] : [loop])].join(' ');
}

/** What made the rule apply that the only problem of a text tells: `CLM05-3`, undefined where it is not said. */
export function triggerOf(text: string): string | undefined {
  const [problem, ...others] = allProblems(checkText(text));
  if (problem === undefined || others.length > 0) throw new Error('the text has one problem');
  const { trigger } = problem.location;
  if (trigger === undefined) return undefined;
  const { byteStart, byteStop } = problem.location;
  return briefOf({ ...problem, location: { byteStart, byteStop, ...trigger } }).split(' ')[1];
}
