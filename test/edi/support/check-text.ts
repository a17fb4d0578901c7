import type { CheckReport } from '../../../src/edi/check/check-report.ts';
import {
  InterchangeChecker,
  type InterchangeCheckerOptions,
} from '../../../src/edi/check/interchange-checker.ts';
import { type CodeSets, shippedCodeSets } from '../../../src/edi/codes/code-sets.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { bytesOf, decodeLatin1 } from './latin-1.ts';

/** Checks a file as `claimgate x12 check` does: codes are looked up in the lists that are shipped. */
export function checkBytes(bytes: Uint8Array, codeSets = shippedCodeSets()): CheckReport {
  return check(bytes, { codeSets });
}

/** Checks a file by its guide alone: no code is looked up that the guide does not fix. */
export function checkByGuide(bytes: Uint8Array): CheckReport {
  return check(bytes, {});
}

export function checkText(text: string, codeSets?: CodeSets): CheckReport {
  return checkBytes(bytesOf(text), codeSets);
}

export function checkTextByGuide(text: string): CheckReport {
  return checkByGuide(bytesOf(text));
}

/** The same of a file that comes in pieces of `size` bytes. */
export function checkInPieces(bytes: Uint8Array, size: number): CheckReport {
  const checker = new InterchangeChecker(decodeLatin1, { codeSets: shippedCodeSets() });
  for (let start = 0; start < bytes.length; start += size) checker.feed(bytes.subarray(start, start + size));
  return checker.finish();
}

function check(bytes: Uint8Array, options: InterchangeCheckerOptions): CheckReport {
  const checker = new InterchangeChecker(decodeLatin1, options);
  checker.feed(bytes);
  return checker.finish();
}

/** Every problem of a report, level by level. */
export function allProblems(report: CheckReport): Problem[] {
  return [
    ...report.problems,
    ...report.interchanges.flatMap((interchange) => [
      ...interchange.problems,
      ...interchange.groups.flatMap((group) => [
        ...group.problems,
        ...group.sets.flatMap((set) => set.problems),
      ]),
    ]),
  ];
}
