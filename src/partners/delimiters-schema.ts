import { z } from 'zod';

/** Stand in numbers, dates and the codes of every guide, so that they can delimit nothing. */
const IN_EVERY_FILE = /[A-Za-z0-9 .-]/;

const LATIN_1_MAX = 0xff;

function isDelimiter(text: string): boolean {
  const byte = text.charCodeAt(0);
  return text.length === 1 && byte >= 1 && byte <= LATIN_1_MAX && !IN_EVERY_FILE.test(text);
}

const terminator = z
  .string()
  .refine(isDelimiter, 'one character that is no letter, digit, space, point or dash');

/** Line ends may stand behind a terminator, where they must not begin an element. */
const separator = terminator.refine((text) => !/[\r\n]/.test(text), 'a line end can only be the terminator');

/** The four delimiters, each as its character. */
export const delimitersSchema = z
  .strictObject({
    element: separator.default('*'),
    repetition: separator.default('^'),
    component: separator.default(':'),
    terminator: terminator.default('~'),
  })
  .refine((delimiters) => new Set(Object.values(delimiters)).size === 4, 'four different characters');
