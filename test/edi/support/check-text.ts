import type { CheckReport } from '../../../src/edi/check/check-report.ts';
import { InterchangeChecker } from '../../../src/edi/check/interchange-checker.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { bytesOf, decodeLatin1 } from './latin-1.ts';

export function checkBytes(bytes: Uint8Array): CheckReport {
  const checker = new InterchangeChecker(decodeLatin1);
  checker.feed(bytes);
  return checker.finish();
}

export function checkText(text: string): CheckReport {
  return checkBytes(bytesOf(text));
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
