import { error } from './problem-text.ts';

const ASK_PARTNER = 'Ask the partner what is meant.';

/** What a partner's TA1 or 999 says of an interchange that we sent, where no check of ours says the same. */
export const PARTNER_PROBLEM_TEXTS = {
  'partner.segment-missing': error(
    'A segment is missing that something else in the set calls for.',
    'Add the segment, or correct what calls for it.',
  ),
  'partner.segment-excluded': error(
    'A segment stands beside something else in the set that forbids it.',
    'Leave out the segment, or correct what forbids it.',
  ),
  'partner.element-missing': error(
    'An element is empty that something else in the set calls for.',
    'Fill the element, or correct what calls for it.',
  ),
  'partner.element-excluded': error(
    'An element is filled that something else in the set forbids.',
    'Leave the element empty, or correct what forbids it.',
  ),
  'partner.element-repeated-too-seldom': error(
    'An element is repeated less often than the guide asks for.',
    'Add the repetitions that are missing.',
  ),
  'partner.element-pattern': error(
    'An element does not have the form, or does not agree with others as the guide asks.',
    'Correct the element, or what it must agree with.',
  ),
  'partner.interchange-fault': error('The partner names a fault of the interchange.', ASK_PARTNER),
  'partner.group-fault': error('The partner names a fault of the functional group.', ASK_PARTNER),
  'partner.set-fault': error('The partner names a fault of the transaction set.', ASK_PARTNER),
  'partner.segment-fault': error('The partner names a fault of the segment.', ASK_PARTNER),
  'partner.element-fault': error('The partner names a fault of the element.', ASK_PARTNER),
} as const;
