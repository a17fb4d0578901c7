import { ELEMENT_PROBLEM_TEXTS, SEGMENT_PROBLEM_TEXTS } from './guide-problem-texts.ts';
import { PARTNER_PROBLEM_TEXTS } from './partner-problem-texts.ts';
import { error, type ProblemText, warning } from './problem-text.ts';
import type { Problem, ProblemCode, ProblemLocation } from './problems.ts';
import {
  ACKNOWLEDGMENT_PROBLEM_TEXTS,
  BALANCE_PROBLEM_TEXTS,
  CODE_PROBLEM_TEXTS,
  HIERARCHY_PROBLEM_TEXTS,
  SITUATION_PROBLEM_TEXTS,
} from './rule-problem-texts.ts';

const SEND_AGAIN_COMPLETE = 'Send the whole interchange again.';
const COUNT_AGAIN = 'Count again when the trailer is written.';
const REPEAT_NUMBER = 'Write the same control number in header and trailer.';
const NEW_NUMBER = 'Give each one its own control number.';

/** What each problem says, once. No sentence here holds a value from a file. */
const PROBLEM_TEXTS: Readonly<Record<ProblemCode, ProblemText>> = {
  'file.empty': error('The file is empty.', 'Send a file that holds an interchange.'),
  'file.not-x12': error('The file does not begin with an ISA segment.', 'Send X12 5010 without a wrapper.'),
  'file.cut': error('The file ends within a segment.', SEND_AGAIN_COMPLETE),
  'segment.too-long': error(
    'A segment is longer than any that X12 knows; its terminator is missing.',
    'Check that the segment terminator is the one that the ISA declares.',
  ),
  'segment.identifier-invalid': error(
    'A segment identifier is not two or three capital letters and digits.',
    'Remove the stray segment terminator or data that holds a delimiter.',
  ),
  'segment.outside-envelope': error(
    'A segment stands outside the envelope that it belongs to.',
    'Write ISA, GS and ST before it.',
  ),
  'interchange.trailer-missing': error('The interchange has no IEA.', SEND_AGAIN_COMPLETE),
  'interchange.control-number-mismatch': error('IEA02 is not ISA13.', REPEAT_NUMBER),
  'interchange.group-count-mismatch': error('IEA01 is not the number of functional groups.', COUNT_AGAIN),
  'interchange.control-number-invalid': error(
    'ISA13 is not nine digits.',
    'Pad ISA13 with zeros to nine digits.',
  ),
  'interchange.version-unsupported': error('ISA12 is not 00501.', 'Send version 5010.'),
  'interchange.usage-invalid': error('ISA15 is neither P nor T.', 'Write P for production or T for test.'),
  'interchange.header-invalid': error(
    'An element of the ISA is not what X12.5 allows there.',
    'Write the ISA with its fixed widths and codes.',
  ),
  'interchange.group-header-invalid': warning(
    'An element of a GS is not what every guide requires there.',
    'Write the GS with both codes, a date CCYYMMDD, a time HHMM, and X as its agency.',
  ),
  'interchange.duplicate-control-number': error(
    'The same sender uses one ISA13 twice in the file.',
    NEW_NUMBER,
  ),
  'group.trailer-missing': error('The functional group has no GE.', SEND_AGAIN_COMPLETE),
  'group.control-number-mismatch': error('GE02 is not GS06.', REPEAT_NUMBER),
  'group.control-number-invalid': error('GS06 is not one to nine digits.', 'Number groups with digits.'),
  'group.set-count-mismatch': error('GE01 is not the number of transaction sets.', COUNT_AGAIN),
  'group.duplicate-control-number': error('GS06 is used twice in the interchange.', NEW_NUMBER),
  'set.trailer-missing': error('The transaction set has no SE.', SEND_AGAIN_COMPLETE),
  'set.control-number-mismatch': error('SE02 is not ST02.', REPEAT_NUMBER),
  'set.control-number-invalid': error(
    'ST02 is not four to nine characters.',
    'Pad ST02 with zeros to four digits or more.',
  ),
  'set.segment-count-mismatch': error('SE01 is not the number of segments from ST to SE.', COUNT_AGAIN),
  'set.duplicate-control-number': error('ST02 is used twice in the functional group.', NEW_NUMBER),
  'set.guide-unsupported': warning(
    'The transaction set follows a guide that is not carried here; only its envelope was checked.',
    'Ask whether this guide is agreed between the partners.',
  ),
  'set.identifier-mismatch': error(
    'ST01, ST03 and GS01 do not belong together.',
    'Put the set into a group of its kind and name its own guide.',
  ),
  'set.guide-mismatch': error(
    'ST03 and GS08 name different guides.',
    'Write the id of the guide into GS08, and the same into ST03.',
  ),
  ...SEGMENT_PROBLEM_TEXTS,
  ...ELEMENT_PROBLEM_TEXTS,
  ...CODE_PROBLEM_TEXTS,
  'balance.line': error(
    'The line does not balance: charge less adjustments is not the payment.',
    'Correct SVC02, SVC03 or the CAS of the line.',
  ),
  'balance.claim': error('The claim does not balance.', 'Correct the claim total or the amounts below it.'),
  'balance.transaction': error(
    'The remittance does not balance: claim payments less provider adjustments are not BPR02.',
    'Correct BPR02, CLP04 or PLB.',
  ),
  ...BALANCE_PROBLEM_TEXTS,
  ...HIERARCHY_PROBLEM_TEXTS,
  ...SITUATION_PROBLEM_TEXTS,
  ...ACKNOWLEDGMENT_PROBLEM_TEXTS,
  ...PARTNER_PROBLEM_TEXTS,
};

/** A problem with its usual text; `message` says more where the place alone does not (never a value from the file). */
export function problemAt(code: ProblemCode, location: ProblemLocation, message?: string): Problem {
  const text = PROBLEM_TEXTS[code];
  return { code, severity: text.severity, message: message ?? text.message, remedy: text.remedy, location };
}

/** The usual sentence of a problem. */
export function problemMessage(code: ProblemCode): string {
  return PROBLEM_TEXTS[code].message;
}
