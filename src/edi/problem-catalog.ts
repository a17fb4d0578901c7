import type { Problem, ProblemCode, ProblemLocation, ProblemSeverity } from './problems.ts';

interface ProblemText {
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly remedy: string;
}

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
  'segment.required-missing': error('A segment that the guide requires is missing.', 'Add the segment.'),
  'segment.unexpected': error('A segment stands where the guide has no place for it.', 'Move or remove it.'),
  'element.required-missing': error('An element that the guide requires is empty.', 'Fill the element.'),
  'element.amount-invalid': error(
    'An amount is no decimal with at most two decimals.',
    'Write dollars with a point, without sign +, comma or exponent.',
  ),
  'element.date-invalid': error('A date is not a day of the calendar.', 'Write CCYYMMDD.'),
  'element.code-not-in-list': error('A code is not one that the guide allows here.', 'Use an allowed code.'),
  'balance.line': error(
    'The line does not balance: charge less adjustments is not the payment.',
    'Correct SVC02, SVC03 or the CAS of the line.',
  ),
  'balance.claim': error('The claim does not balance.', 'Correct the claim total or the amounts below it.'),
  'balance.transaction': error(
    'The remittance does not balance: claim payments less provider adjustments are not BPR02.',
    'Correct BPR02, CLP04 or PLB.',
  ),
};

function error(message: string, remedy: string): ProblemText {
  return { severity: 'error', message, remedy };
}

function warning(message: string, remedy: string): ProblemText {
  return { severity: 'warning', message, remedy };
}

/** A problem with its usual text; `message` says more where the place alone does not (never a value from the file). */
export function problemAt(code: ProblemCode, location: ProblemLocation, message?: string): Problem {
  const text = PROBLEM_TEXTS[code];
  return { code, severity: text.severity, message: message ?? text.message, remedy: text.remedy, location };
}
