import * as fc from 'fast-check';
import type { CodeEntry } from '../../../../src/edi/codes/code-list.ts';
import { businessDate } from './days.ts';

const code = fc.stringMatching(/^[A-C][0-9]{1,2}$/);

const entry: fc.Arbitrary<CodeEntry> = fc
  .record({ code, start: fc.option(businessDate), stop: fc.option(businessDate) })
  .map(({ code: text, start, stop }) => ({
    code: text,
    ...(start === null ? {} : { start }),
    ...(stop === null || (start !== null && stop < start) ? {} : { stop }),
  }));

/** Codes with times that are ones, each code once. */
export const codeEntries: fc.Arbitrary<CodeEntry[]> = fc.uniqueArray(entry, {
  selector: (each) => each.code,
  maxLength: 40,
});
