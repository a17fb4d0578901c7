import type { ProblemCode } from '../problems.ts';
import { HEADER_NOTES } from './acknowledgment-codes.ts';

/** A problem that a code of an acknowledgment stands for, and the element of the envelope in which it stands. */
export interface AnsweredProblem {
  readonly code: ProblemCode;
  readonly segment?: 'ISA' | 'IEA' | 'GS' | 'GE' | 'ST' | 'SE';
  readonly element?: number;
}

/** IK304. 8 stands for what its IK4 segments say. */
const SEGMENT_CODES: Readonly<Record<string, ProblemCode>> = {
  '1': 'segment.unknown',
  '2': 'segment.unexpected',
  '3': 'segment.required-missing',
  '4': 'loop.too-many',
  '5': 'segment.too-many',
  '6': 'segment.unexpected',
  '7': 'segment.wrong-order',
  I4: 'segment.not-used',
  I6: 'partner.segment-missing',
  I7: 'loop.required-missing',
  I8: 'segment.required-missing',
  I9: 'partner.segment-excluded',
};

/** IK403. */
const ELEMENT_CODES: Readonly<Record<string, ProblemCode>> = {
  '1': 'element.required-missing',
  '2': 'element.conditional-missing',
  '3': 'element.too-many',
  '4': 'element.too-short',
  '5': 'element.too-long',
  '6': 'element.character-invalid',
  '7': 'element.code-not-in-list',
  '8': 'element.date-invalid',
  '9': 'element.time-invalid',
  '10': 'element.excluded',
  '12': 'element.too-many-repetitions',
  '13': 'element.too-many-components',
  I6: 'element.code-not-in-list',
  I9: 'partner.element-missing',
  I10: 'element.not-used',
  I11: 'partner.element-repeated-too-seldom',
  I12: 'partner.element-pattern',
  I13: 'partner.element-excluded',
};

/** IK502. 5 and I5 stand for what the IK3 segments say. */
const SET_CODES: Readonly<Record<string, AnsweredProblem>> = {
  '1': { code: 'set.guide-unsupported', segment: 'ST', element: 1 },
  '2': { code: 'set.trailer-missing' },
  '3': { code: 'set.control-number-mismatch', segment: 'SE', element: 2 },
  '4': { code: 'set.segment-count-mismatch', segment: 'SE', element: 1 },
  '6': { code: 'set.identifier-mismatch', segment: 'ST', element: 1 },
  '7': { code: 'set.control-number-invalid', segment: 'ST', element: 2 },
  '18': { code: 'set.identifier-mismatch', segment: 'ST', element: 1 },
  '19': { code: 'set.guide-mismatch', segment: 'ST', element: 3 },
  '23': { code: 'set.duplicate-control-number', segment: 'ST', element: 2 },
  I6: { code: 'set.guide-unsupported', segment: 'ST', element: 3 },
};

/** AK905. */
const GROUP_CODES: Readonly<Record<string, AnsweredProblem>> = {
  '3': { code: 'group.trailer-missing' },
  '4': { code: 'group.control-number-mismatch', segment: 'GE', element: 2 },
  '5': { code: 'group.set-count-mismatch', segment: 'GE', element: 1 },
  '6': { code: 'group.control-number-invalid', segment: 'GS', element: 6 },
  '19': { code: 'group.duplicate-control-number', segment: 'GS', element: 6 },
};

/** TA105, but for the notes that name an element of the ISA. */
const INTERCHANGE_CODES: Readonly<Record<string, AnsweredProblem>> = {
  '001': { code: 'interchange.control-number-mismatch', segment: 'IEA', element: 2 },
  '017': { code: 'interchange.version-unsupported', segment: 'ISA', element: 12 },
  '018': { code: 'interchange.control-number-invalid', segment: 'ISA', element: 13 },
  '020': { code: 'interchange.usage-invalid', segment: 'ISA', element: 15 },
  '021': { code: 'interchange.group-count-mismatch', segment: 'IEA', element: 1 },
  '023': { code: 'interchange.trailer-missing' },
  '025': { code: 'interchange.duplicate-control-number', segment: 'ISA', element: 13 },
};

export function segmentProblemOf(code: string): ProblemCode {
  return SEGMENT_CODES[code] ?? 'partner.segment-fault';
}

export function elementProblemOf(code: string): ProblemCode {
  return ELEMENT_CODES[code] ?? 'partner.element-fault';
}

export function setProblemOf(code: string): AnsweredProblem {
  return SET_CODES[code] ?? { code: 'partner.set-fault' };
}

export function groupProblemOf(code: string): AnsweredProblem {
  return GROUP_CODES[code] ?? { code: 'partner.group-fault' };
}

export function interchangeProblemOf(note: string): AnsweredProblem {
  const header = Object.entries(HEADER_NOTES).find(([, headerNote]) => headerNote === note);
  if (header !== undefined) {
    return { code: 'interchange.header-invalid', segment: 'ISA', element: Number(header[0]) };
  }
  return INTERCHANGE_CODES[note] ?? { code: 'partner.interchange-fault' };
}

/** Whether IK304 says that a segment is not there: then its place is that of another segment, where it was missed. */
export function isMissingSegment(code: string): boolean {
  return code === '3' || code === 'I6' || code === 'I7' || code === 'I8';
}
