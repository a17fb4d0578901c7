import type { Problem, ProblemCode } from '../problems.ts';

/**
 * Where a problem is answered and with which code: the TA1 note (TA105), AK905 of a group, IK502 of a set,
 * IK304 of a segment, IK403 of an element; 'none' where no acknowledgment can be addressed.
 */
export type AcknowledgmentCode =
  | { readonly place: 'TA1' | 'AK9' | 'IK5' | 'IK3' | 'IK4'; readonly code: string }
  | { readonly place: 'none' };

const NONE: AcknowledgmentCode = { place: 'none' };

/** Codes of TR3 005010X231A1 (999) and of X12.5 (TA1). */
export const ACKNOWLEDGMENT_CODES: Readonly<Record<ProblemCode, AcknowledgmentCode>> = {
  'file.empty': NONE,
  'file.not-x12': NONE,
  // What was cut off is missing at each level, and each level says so.
  'file.cut': NONE,
  'segment.too-long': at('IK5', '5'),
  // An identifier outside X12's directory must not be echoed in IK301 (X12 interpretation 1257).
  'segment.identifier-invalid': at('IK5', '5'),
  'segment.outside-envelope': at('TA1', '022'),
  'interchange.trailer-missing': at('TA1', '023'),
  'interchange.control-number-mismatch': at('TA1', '001'),
  'interchange.group-count-mismatch': at('TA1', '021'),
  'interchange.control-number-invalid': at('TA1', '018'),
  'interchange.version-unsupported': at('TA1', '017'),
  'interchange.usage-invalid': at('TA1', '020'),
  // The note that names the element, where there is one: see `ta1NoteOf`.
  'interchange.header-invalid': at('TA1', '022'),
  'interchange.duplicate-control-number': at('TA1', '025'),
  'group.trailer-missing': at('AK9', '3'),
  'group.control-number-mismatch': at('AK9', '4'),
  'group.control-number-invalid': at('AK9', '6'),
  'group.set-count-mismatch': at('AK9', '5'),
  'group.duplicate-control-number': at('AK9', '19'),
  'set.trailer-missing': at('IK5', '2'),
  'set.control-number-mismatch': at('IK5', '3'),
  'set.control-number-invalid': at('IK5', '7'),
  'set.segment-count-mismatch': at('IK5', '4'),
  'set.duplicate-control-number': at('IK5', '23'),
  'set.guide-unsupported': at('IK5', 'I6'),
  'set.identifier-mismatch': at('IK5', '6'),
  'segment.required-missing': at('IK3', '3'),
  'segment.unexpected': at('IK3', '2'),
  'element.required-missing': at('IK4', '1'),
  'element.amount-invalid': at('IK4', '6'),
  'element.date-invalid': at('IK4', '8'),
  'element.code-not-in-list': at('IK4', '7'),
  // A 999 may report what elements say together (X12 interpretation 812).
  'balance.line': at('IK4', 'I12'),
  'balance.claim': at('IK4', 'I12'),
  'balance.transaction': at('IK4', 'I12'),
};

/** TA105 for a fault of an ISA element. */
const HEADER_NOTES: Readonly<Record<number, string>> = {
  1: '010',
  2: '011',
  3: '012',
  4: '013',
  5: '005',
  6: '006',
  7: '007',
  8: '008',
  9: '014',
  10: '015',
  11: '026',
  14: '019',
  16: '027',
};

/** TA105 for a problem of an interchange. */
export function ta1NoteOf(problem: Problem): string {
  if (problem.code === 'interchange.header-invalid') {
    return HEADER_NOTES[problem.location.element ?? 0] ?? '022';
  }
  const answer = ACKNOWLEDGMENT_CODES[problem.code];
  return answer.place === 'TA1' ? answer.code : '024';
}

function at(place: 'TA1' | 'AK9' | 'IK5' | 'IK3' | 'IK4', code: string): AcknowledgmentCode {
  return { place, code };
}
