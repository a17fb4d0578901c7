import type { CheckReport } from '../../../src/edi/check/check-report.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { allProblems } from '../../edi/support/check-text.ts';

/** What a receiver would reject. A warning may be true of the data itself, and no writer could avoid it. */
export function errorsIn(report: CheckReport): Problem[] {
  return allProblems(report).filter(({ severity }) => severity === 'error');
}
