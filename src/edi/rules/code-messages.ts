import type { CodeSet, CodeStatus } from '../codes/code-set.ts';
import type { Days } from './dated-codes.ts';

/** What is said of a code that no list has: which list, from when, and whether it can speak for the day. */
export function unknownMessage(set: CodeSet, { last }: Days): string {
  const speaks = last === 0 || set.speaksForDay(last);
  const doubt = speaks ? '' : '; the list does not speak for the date';
  return `The code is not in the list: ${listName(set)}${doubt}.`;
}

/** What is said of a code that is none of its sets by its form. */
export function malformedMessage(sets: readonly CodeSet[]): string {
  return `The code has not the form of one: ${sets.map(({ name }) => name).join(', ')}.`;
}

/** What is said of a code that is listed, and not for the day. */
export function invalidMessage(set: CodeSet, status: CodeStatus): string {
  return status === 'not-yet'
    ? `The code starts only after the date: ${listName(set)}.`
    : `The code had ended by the date: ${listName(set)}.`;
}

function listName({ name, list }: CodeSet): string {
  return `${name} as of ${list?.asOf ?? ''}`;
}
