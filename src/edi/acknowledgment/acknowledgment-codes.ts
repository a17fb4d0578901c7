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
  'interchange.group-header-invalid': at('TA1', '024'),
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
  'set.guide-mismatch': at('IK5', '19'),
  'segment.required-missing': at('IK3', '3'),
  'loop.required-missing': at('IK3', 'I7'),
  // Nor must one that only may be outside of it: IK304 1 cannot be told without its IK301.
  'segment.unknown': at('IK5', '5'),
  'segment.unexpected': at('IK3', '2'),
  'segment.wrong-order': at('IK3', '7'),
  'segment.too-many': at('IK3', '5'),
  'loop.too-many': at('IK3', '4'),
  'segment.not-used': at('IK3', 'I4'),
  'element.required-missing': at('IK4', '1'),
  'element.conditional-missing': at('IK4', '2'),
  'element.excluded': at('IK4', '10'),
  'element.not-used': at('IK4', 'I10'),
  'element.too-many': at('IK4', '3'),
  'element.too-many-components': at('IK4', '13'),
  'element.too-many-repetitions': at('IK4', '12'),
  // Interpretation 1498 calls it an error and names no code: what stands behind the last element is one too many.
  'element.trailing-separator': at('IK4', '3'),
  'element.too-short': at('IK4', '4'),
  'element.too-long': at('IK4', '5'),
  'element.character-invalid': at('IK4', '6'),
  'element.number-invalid': at('IK4', '6'),
  'element.amount-invalid': at('IK4', '6'),
  'element.date-invalid': at('IK4', '8'),
  'element.time-invalid': at('IK4', '9'),
  'element.code-not-in-list': at('IK4', '7'),
  'code.unknown': at('IK4', '7'),
  'code.not-valid-on-date': at('IK4', '7'),
  // A 999 may report what elements say together (X12 interpretation 812).
  'balance.line': at('IK4', 'I12'),
  'balance.claim': at('IK4', 'I12'),
  'balance.transaction': at('IK4', 'I12'),
  // Rules over a whole set.
  'balance.patient-responsibility': at('IK4', 'I12'),
  'balance.interest': at('IK4', 'I12'),
  'balance.other-payer': at('IK4', 'I12'),
  'balance.other-payer-line': at('IK4', 'I12'),
  'balance.acknowledged-claims': at('IK4', 'I12'),
  'balance.acknowledged-sets': at('IK4', 'I12'),
  'hierarchy.number-out-of-sequence': at('IK4', 'I12'),
  'hierarchy.parent-wrong': at('IK4', 'I12'),
  'hierarchy.children-unannounced': at('IK4', 'I12'),
  'hierarchy.children-missing': at('IK4', 'I12'),
  'situation.subscriber-has-dependent': at('IK4', 'I13'),
  'situation.patient-undetermined': at('IK4', 'I9'),
  'situation.patient-details-missing': at('IK3', 'I6'),
  'situation.claim-missing': at('IK3', 'I6'),
  'situation.first-name-missing': at('IK4', 'I9'),
  'situation.provider-identifier-invalid': at('IK4', 'I12'),
  'situation.payer-rank-repeated': at('IK4', 'I12'),
  'situation.primary-payer-missing': at('IK4', 'I12'),
  'situation.insurance-type-missing': at('IK4', 'I9'),
  'situation.filing-indicator-missing': at('IK4', 'I9'),
  'situation.original-claim-number-missing': at('IK3', 'I6'),
  'situation.original-claim-number-present': at('IK3', 'I9'),
  'situation.frequency-unusual': at('IK4', '7'),
  'situation.accident-state-missing': at('IK4', 'I9'),
  'situation.accident-date-missing': at('IK3', 'I6'),
  'situation.charge-negative': at('IK4', 'I12'),
  'situation.charge-zero': at('IK4', 'I12'),
  'situation.claim-number-repeated': at('IK4', 'I12'),
  'situation.attachment-number-missing': at('IK4', 'I9'),
  'situation.attachment-number-present': at('IK4', 'I13'),
  'situation.external-cause-principal': at('IK4', 'I12'),
  'situation.diagnosis-pointer-dangling': at('IK4', 'I12'),
  'situation.admission-date-missing': at('IK3', 'I6'),
  'situation.admitting-diagnosis-missing': at('IK3', 'I6'),
  'situation.attending-provider-missing': at('IK3', 'I6'),
  'situation.ambulance-location-missing': at('IK3', 'I6'),
  'situation.service-date-missing': at('IK3', 'I6'),
  'situation.prior-placement-date-missing': at('IK3', 'I6'),
  'situation.line-number-out-of-sequence': at('IK4', 'I12'),
  'situation.line-control-number-repeated': at('IK4', 'I12'),
  'situation.quantity-zero': at('IK4', 'I12'),
  'situation.authorization-repeated': at('IK4', 'I12'),
  'situation.service-date-in-future': at('IK4', '8'),
  'situation.period-reversed': at('IK4', '8'),
  'situation.address-is-post-office-box': at('IK4', 'I12'),
  'situation.zip-code-short': at('IK4', 'I12'),
  'situation.tax-identifier-invalid': at('IK4', 'I12'),
  'situation.other-payer-unknown': at('IK4', 'I12'),
  'situation.payer-paid-missing': at('IK3', 'I6'),
  'situation.adjudication-date-missing': at('IK3', 'I6'),
  'situation.adjudication-date-repeated': at('IK3', 'I9'),
  'situation.patient-liability-repeated': at('IK3', 'I9'),
  'situation.reversal-not-negated': at('IK4', 'I12'),
  'situation.adjustment-repeated': at('IK4', 'I12'),
  'situation.provider-adjustment-zero': at('IK4', 'I12'),
  'situation.payment-negative': at('IK4', 'I12'),
  'situation.payment-method-of-nothing': at('IK4', 'I12'),
  'situation.payment-without-method': at('IK4', 'I12'),
  'situation.payer-identifier-mismatch': at('IK4', 'I12'),
  'situation.header-number-repeated': at('IK4', 'I12'),
  'situation.status-category-wrong': at('IK4', 'I6'),
  'situation.status-contradictory': at('IK4', 'I12'),
  'situation.group-verdict-wrong': at('IK4', 'I12'),
  'situation.accepted-with-errors-noted': at('IK4', 'I12'),
  'situation.rejection-unexplained': at('IK4', 'I9'),
  'situation.subscriber-name-missing': at('IK4', 'I9'),
  'situation.loop-header-missing': at('IK3', 'I6'),
  'situation.loop-trailer-missing': at('IK3', 'I6'),
  'interchange.acknowledgment-wrong': NONE,
  // What partners say of what we sent, told again.
  'partner.segment-missing': at('IK3', 'I6'),
  'partner.segment-excluded': at('IK3', 'I9'),
  'partner.element-missing': at('IK4', 'I9'),
  'partner.element-excluded': at('IK4', 'I13'),
  'partner.element-repeated-too-seldom': at('IK4', 'I11'),
  'partner.element-pattern': at('IK4', 'I12'),
  'partner.interchange-fault': NONE,
  'partner.group-fault': NONE,
  'partner.set-fault': NONE,
  'partner.segment-fault': NONE,
  'partner.element-fault': NONE,
};

/** TA105 for a fault of an ISA element. */
export const HEADER_NOTES: Readonly<Record<number, string>> = {
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
