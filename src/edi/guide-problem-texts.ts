import { error } from './problem-text.ts';

/** What is wrong with the segments of a set and their order, by its guide. */
export const SEGMENT_PROBLEM_TEXTS = {
  'segment.required-missing': error('A segment that the guide requires is missing.', 'Add the segment.'),
  'loop.required-missing': error('A loop that the guide requires is missing.', 'Add the loop.'),
  'segment.unknown': error(
    'The segment identifier is none that a carried guide knows.',
    'Remove the segment, or correct its identifier.',
  ),
  'segment.unexpected': error('A segment stands where the guide has no place for it.', 'Move or remove it.'),
  'segment.wrong-order': error(
    'A segment stands behind its place in the loop.',
    'Write the segments of a loop in the order of the guide.',
  ),
  'segment.too-many': error(
    'A segment stands more often than the guide allows in one loop.',
    'Leave out what is too much, or begin another loop.',
  ),
  'loop.too-many': error(
    'A loop stands more often than the guide allows.',
    'Leave out what is too much, or begin another loop around it.',
  ),
  'segment.not-used': error('The guide does not use this segment here.', 'Remove the segment.'),
} as const;

/** What is wrong with the elements of a segment. Each sentence goes on from the name of the element. */
export const ELEMENT_PROBLEM_TEXTS = {
  'element.required-missing': error('An element that the guide requires is empty.', 'Fill the element.'),
  'element.conditional-missing': error(
    'An element is empty that another element of the segment calls for.',
    'Fill both elements or neither, as the syntax note of the segment says.',
  ),
  'element.excluded': error(
    'An element is filled that may not stand beside another one of the segment.',
    'Leave one of the two empty.',
  ),
  'element.not-used': error('The guide does not use this element.', 'Leave the element empty.'),
  'element.too-many': error('The segment has more elements than the guide knows.', 'Leave out the rest.'),
  'element.too-many-components': error(
    'The element has more components than the guide knows.',
    'Leave out the rest, or keep the component separator out of the data.',
  ),
  'element.too-many-repetitions': error(
    'The element is repeated more often than the guide allows.',
    'Leave out what is too much, or keep the repetition separator out of the data.',
  ),
  'element.trailing-separator': error(
    'A separator stands behind the last thing that it could separate.',
    'Leave out separators at the end of a segment or an element.',
  ),
  'element.too-short': error('An element is shorter than the guide allows.', 'Write it in full.'),
  'element.too-long': error('An element is longer than the guide allows.', 'Shorten it.'),
  'element.character-invalid': error(
    'An element holds nothing but spaces, or a character outside the character set.',
    'Leave it empty, or write letters, digits and signs of the basic or extended character set.',
  ),
  'element.number-invalid': error(
    'A number is not written as X12 writes numbers.',
    'Write digits, a minus sign in front when negative, at most one point, no exponent.',
  ),
  'element.amount-invalid': error(
    'An amount is no decimal with at most two decimals.',
    'Write dollars with a point, without sign +, comma or exponent.',
  ),
  'element.date-invalid': error(
    'A date is not a day of the calendar, or not in the form that its qualifier names.',
    'Write CCYYMMDD, or what the format qualifier says.',
  ),
  'element.time-invalid': error('A time is not a time of the day.', 'Write HHMM or HHMMSS.'),
  'element.code-not-in-list': error('A code is not one that the guide allows here.', 'Use an allowed code.'),
} as const;
