import {
  type AnsweredProblem,
  elementProblemOf,
  interchangeProblemOf,
  segmentProblemOf,
} from '../../edi/acknowledgment/answered-problems.ts';
import type { CheckedInterchange, CheckedSet, CheckReport } from '../../edi/check/check-report.ts';
import { problemAt } from '../../edi/problem-catalog.ts';
import type { Problem, ProblemCode, ProblemLocation } from '../../edi/problems.ts';
import type { Acknowledgments } from './acknowledgment-schema.ts';

type Severity = Problem['severity'];

/** Notes that stand for no single element of the ISA. */
const ENVELOPE_PROBLEMS: Readonly<Record<string, AnsweredProblem>> = {
  '022': { code: 'interchange.header-invalid' },
  '024': { code: 'interchange.group-header-invalid' },
};

/** What a rejected set is told when the scenario names no fault: a segment has errors (IK502 5). */
const BROKEN: ProblemCode = 'segment.identifier-invalid';

/**
 * The report as the scenario wants it answered: its faults are added to those found, so that TA1 and 999 are written
 * as ever. Interchanges of acknowledgments stay as they are.
 */
export function wishedReport(report: CheckReport, wishes: Acknowledgments): CheckReport {
  return {
    ...report,
    interchanges: report.interchanges.map((interchange) =>
      interchange.groups.some(({ header }) => header.functionalIdentifier === 'HC')
        ? wishedInterchange(interchange, wishes)
        : interchange,
    ),
  };
}

function wishedInterchange(interchange: CheckedInterchange, wishes: Acknowledgments): CheckedInterchange {
  const { ta1 } = wishes;
  const location = { interchangeControlNumber: interchange.controlNumber, byteStart: 0, byteStop: 0 };
  const problems =
    ta1.verdict === undefined ? [] : [envelopeProblem(ta1.note ?? '022', ta1.verdict, location)];
  return {
    ...interchange,
    problems: [...interchange.problems, ...problems],
    groups: interchange.groups.map((group) => ({
      ...group,
      sets: group.sets.map((set, index) => wishedSet(set, index + 1, wishes)),
    })),
  };
}

function envelopeProblem(note: string, verdict: 'E' | 'R', location: ProblemLocation): Problem {
  const { code, element } = ENVELOPE_PROBLEMS[note] ?? interchangeProblemOf(note);
  const problem = problemAt(code, { ...location, ...(element === undefined ? {} : { element }) });
  return { ...problem, severity: severityOf(verdict) };
}

function wishedSet(set: CheckedSet, ordinal: number, { implementation }: Acknowledgments): CheckedSet {
  const { verdict, sets, faults } = implementation;
  if (verdict === undefined || sets?.includes(ordinal) === false) return set;
  const place = { setControlNumber: set.controlNumber, byteStart: 0, byteStop: 0 };
  const problems = faults.map((fault): Problem => {
    const location = {
      ...place,
      segment: fault.segment,
      segmentOrdinal: fault.position,
      ...(fault.loop === undefined ? {} : { loop: fault.loop }),
      ...(fault.element === undefined ? {} : { element: fault.element }),
    };
    const code =
      fault.element === undefined
        ? segmentProblemOf(fault.code ?? '2')
        : elementProblemOf(fault.elementCode ?? '7');
    return { ...problemAt(code, location), severity: severityOf(verdict) };
  });
  const told = problems.length > 0 || verdict === 'E' ? problems : [problemAt(BROKEN, place)];
  return {
    ...set,
    verdict: verdict === 'R' ? 'rejected' : set.verdict === 'rejected' ? 'rejected' : 'accepted-with-errors',
    problems: [...set.problems, ...told],
  };
}

function severityOf(verdict: 'E' | 'R'): Severity {
  return verdict === 'R' ? 'error' : 'warning';
}
