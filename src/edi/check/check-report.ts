import type { GroupHeader, InterchangeHeader } from '../envelope/envelope-handler.ts';
import type { Problem } from '../problems.ts';

/** What became of a set: `unchecked` follows a guide that is not carried, and its envelope is sound. */
export type SetVerdict = 'accepted' | 'accepted-with-errors' | 'rejected' | 'unchecked';

export interface CheckedSet {
  readonly controlNumber: string;
  /** ST01. */
  readonly identifier: string;
  /** ST03, or GS08 where ST03 is absent. */
  readonly guide: string;
  readonly verdict: SetVerdict;
  readonly problems: readonly Problem[];
}

export interface CheckedGroup {
  readonly controlNumber: string;
  readonly header: GroupHeader;
  /** GE01, absent when there is none. */
  readonly declaredSetCount?: number;
  readonly problems: readonly Problem[];
  readonly sets: readonly CheckedSet[];
}

export interface CheckedInterchange {
  readonly controlNumber: string;
  readonly header: InterchangeHeader;
  /** Whether it holds TA1 segments. */
  readonly isAcknowledging: boolean;
  readonly problems: readonly Problem[];
  readonly groups: readonly CheckedGroup[];
}

/** The whole file: what is wrong with it as such, and what is wrong at each level below. */
export interface CheckReport {
  readonly problems: readonly Problem[];
  readonly interchanges: readonly CheckedInterchange[];
  /** Problems found beyond the most that is kept; verdicts count them. */
  readonly omittedProblemCount: number;
  /** Interchanges, groups and sets in trouble beyond the most that is kept: the report is not whole, the file rejected. */
  readonly omittedEnvelopeCount: number;
}

/** Whether anything in the file is rejected or could not be read. */
export function isRejected(report: CheckReport): boolean {
  return (
    report.omittedEnvelopeCount > 0 ||
    hasError(report.problems) ||
    report.interchanges.some(
      (interchange) =>
        hasError(interchange.problems) ||
        interchange.groups.some(
          (group) => hasError(group.problems) || group.sets.some(({ verdict }) => verdict === 'rejected'),
        ),
    )
  );
}

export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
