import * as fc from 'fast-check';

/** Printable ones, control characters made for the purpose, and one past ASCII. */
const SEPARATORS = '!"#$%&\'()*+,/:;<=>?@[\\]^_`{|}~\u001c\u001d\u001e\u001f¦';
const TERMINATORS = `${SEPARATORS}\n`;

/** Four delimiters that a profile may have. */
export const arbitraryDelimiters = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...SEPARATORS.split('')), { minLength: 3, maxLength: 3 }),
    fc.constantFrom(...TERMINATORS.split('')),
  )
  .filter(([separators, terminator]) => !separators.includes(terminator))
  .map(([[element, repetition, component], terminator]) => ({
    element: element as string,
    repetition: repetition as string,
    component: component as string,
    terminator,
  }));
