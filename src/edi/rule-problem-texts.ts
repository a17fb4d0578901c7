import { error, warning } from './problem-text.ts';

/** What is wrong with the tree of HL segments. */
export const HIERARCHY_PROBLEM_TEXTS = {
  'hierarchy.number-out-of-sequence': error(
    'HL01 does not count the HL segments of the set from 1 by 1.',
    'Number the HL segments 1, 2, 3 and so on.',
  ),
  'hierarchy.parent-wrong': error(
    'HL02 is not the HL01 of the level that this one stands in.',
    'Write into HL02 the HL01 of the level around it.',
  ),
  'hierarchy.children-unannounced': error(
    'HL04 says that no level stands inside this one, and one does.',
    'Write 1 into HL04 when levels stand inside.',
  ),
  'hierarchy.children-missing': warning(
    'HL04 says that levels stand inside this one, and none does.',
    'Write 0 into HL04 when no level stands inside.',
  ),
} as const;

/** What is wrong with codes that are kept outside the guide (SNIP type 5). */
export const CODE_PROBLEM_TEXTS = {
  'code.unknown': warning(
    'The code is not in the list that is kept outside the guide.',
    'Look the code up where it is published, and import the newest list if it is there.',
  ),
  'code.not-valid-on-date': warning(
    'The code is listed, and is not valid on the date.',
    'Write the code that is valid on the date of service or payment.',
  ),
} as const;

/** What does not balance (SNIP type 3), beside lines, claims and remittances. */
export const BALANCE_PROBLEM_TEXTS = {
  'balance.patient-responsibility': warning(
    'CLP05 is not the sum of the adjustments of group PR.',
    'Write the sum of all PR adjustments of the claim and its lines into CLP05.',
  ),
  'balance.interest': warning(
    'The interest of the claims is not the interest of the provider adjustments.',
    'Make PLB L6 the sum of AMT*I with the sign turned.',
  ),
  'balance.other-payer': error(
    'What the other payer paid and adjusted is not the claim total.',
    'Correct AMT*D or the CAS of this payer, in 2320 and 2430.',
  ),
  'balance.other-payer-line': error(
    'What the other payer paid for the line and adjusted in it is not the charge of the line.',
    'Correct SVD02 or the CAS of the line for this payer.',
  ),
  'balance.acknowledged-claims': error(
    'A count or amount of accepted or rejected claims is not that of the claims below.',
    'Count again the claims, and their STC04, by STC03.',
  ),
  'balance.acknowledged-sets': error(
    'The numbers of sets received and accepted do not agree with the sets that are listed.',
    'Count again AK903 and AK904.',
  ),
} as const;

/** What interchanges acknowledge. */
export const ACKNOWLEDGMENT_PROBLEM_TEXTS = {
  'interchange.acknowledgment-wrong': warning(
    'A TA1 has a verdict or note that is none, or the two do not agree.',
    'Write A with note 000, or E or R with the note that says why.',
  ),
} as const;

/** What one segment demands of another (SNIP type 4). */
export const SITUATION_PROBLEM_TEXTS = {
  'situation.subscriber-has-dependent': error(
    'SBR02 says that the subscriber is the patient, and a patient level follows.',
    'Leave SBR02 empty above a patient level; write a subscriber twice who has claims and dependents with claims.',
  ),
  'situation.patient-undetermined': error(
    'SBR02 is empty, and no patient level says who the patient is.',
    'Write 18 into SBR02 when the subscriber is the patient, else put the claim below a patient level.',
  ),
  'situation.patient-details-missing': error(
    'The subscriber is the patient, and address or birth date is missing.',
    'Add N3, N4 and DMG to 2010BA.',
  ),
  'situation.claim-missing': error(
    'The subscriber is the patient and has no claim.',
    'Add the claim, or leave out the subscriber.',
  ),
  'situation.first-name-missing': warning(
    'A person has no first name.',
    'Write the first name, if the person has one.',
  ),
  'situation.provider-identifier-invalid': warning(
    'A provider identifier is no NPI.',
    'Write ten digits with the right check digit.',
  ),
  'situation.payer-rank-repeated': error(
    'Two payers of the claim have one rank.',
    'Give each payer its own rank, SBR01.',
  ),
  'situation.primary-payer-missing': error(
    'No payer of the claim is the primary one.',
    'Write SBR01 P for the payer that pays first, and tell it in 2320 when it is another one.',
  ),
  'situation.insurance-type-missing': error(
    'Medicare is not the primary payer, and nothing says why.',
    'Write the reason into SBR05.',
  ),
  'situation.filing-indicator-missing': warning(
    'Nothing says what kind of plan the payer is.',
    'Write the claim filing indicator into SBR09.',
  ),
  'situation.original-claim-number-missing': error(
    'The claim replaces or voids another one and does not name it.',
    "Add REF*F8 with the payer's number of the first claim, or send the claim as original.",
  ),
  'situation.original-claim-number-present': warning(
    'The claim is an original one and names one that it would replace.',
    'Leave out REF*F8, or say by CLM05-3 what becomes of that claim.',
  ),
  'situation.frequency-unusual': warning(
    'The frequency code is none that professional and dental claims use.',
    'Write 1, 7 or 8 into CLM05-3.',
  ),
  'situation.accident-state-missing': error(
    'An automobile accident has neither state nor country.',
    'Write the state into CLM11-4, or the country into CLM11-5.',
  ),
  'situation.accident-date-missing': error('An accident has no date.', 'Add DTP*439.'),
  'situation.charge-negative': error(
    'A charge is negative.',
    'Write charges of zero or more; take a claim back with CLM05-3.',
  ),
  'situation.charge-zero': warning(
    'The total of a claim for payment is zero.',
    'Check that the claim is meant to be paid, or send it as a report (BHT06 RP).',
  ),
  'situation.claim-number-repeated': warning(
    'Two claims of the set have one number.',
    'Give each claim its own CLM01.',
  ),
  'situation.attachment-number-missing': error(
    'An attachment is sent and has no number.',
    'Write AC and the number into PWK05 and PWK06.',
  ),
  'situation.attachment-number-present': error(
    'An attachment that is not sent has a number.',
    'Leave PWK05 and PWK06 empty.',
  ),
  'situation.external-cause-principal': error(
    'The first diagnosis is an external cause.',
    'Put another diagnosis first.',
  ),
  'situation.diagnosis-pointer-dangling': error(
    'A diagnosis pointer points to no diagnosis.',
    'Point to a diagnosis that the claim has in HI.',
  ),
  'situation.admission-date-missing': error('An inpatient bill has no admission date.', 'Add DTP*435.'),
  'situation.admitting-diagnosis-missing': warning(
    'An inpatient bill has no admitting diagnosis.',
    'Add HI*ABJ.',
  ),
  'situation.attending-provider-missing': error('The claim has no attending provider.', 'Add loop 2310A.'),
  'situation.ambulance-location-missing': error(
    'An ambulance claim lacks pick-up or drop-off.',
    'Add loops 2310E and 2310F.',
  ),
  'situation.service-date-missing': warning(
    'A service has no date.',
    'Add DTP*472 to the claim or the line, or ask for a predetermination (CLM19 PB).',
  ),
  'situation.prior-placement-date-missing': error(
    'The replacement of a prosthesis has no date of the one before.',
    'Add DTP*441, or DTP*139 when it is estimated.',
  ),
  'situation.line-number-out-of-sequence': error(
    'LX01 does not count the lines of the claim from 1 by 1.',
    'Number the lines of each claim 1, 2, 3 and so on.',
  ),
  'situation.line-control-number-repeated': error(
    'Two lines of the claim have one control number.',
    'Give each line its own REF*6R.',
  ),
  'situation.quantity-zero': warning('A line has a quantity of zero.', 'Write the number of units.'),
  'situation.authorization-repeated': warning(
    'A line has two authorizations or referrals for one payer.',
    'Keep one REF*G1 and one REF*9F for each payer.',
  ),
  'situation.service-date-in-future': warning(
    'A service begins after the day on which the set was made.',
    'Correct the date.',
  ),
  'situation.period-reversed': error('A period ends before it begins.', 'Write the earlier day first.'),
  'situation.address-is-post-office-box': error(
    'The address of the billing provider is a box.',
    'Write the street address, and the box into 2010AB.',
  ),
  'situation.zip-code-short': warning(
    'The ZIP code of billing provider or service facility has five digits.',
    'Write all nine digits.',
  ),
  'situation.tax-identifier-invalid': error(
    'A tax identifier is not nine digits.',
    'Write nine digits without separators.',
  ),
  'situation.other-payer-unknown': error(
    'A line names another payer than those of the claim.',
    'Write the NM109 of a 2330B of the claim.',
  ),
  'situation.payer-paid-missing': error(
    'Another payer has decided, and nothing says what it paid.',
    'Add AMT*D, with 0 when nothing was paid.',
  ),
  'situation.adjudication-date-missing': error(
    'Another payer has decided, and nothing says when.',
    'Add DTP*573 to 2330B, or to each 2430 of the payer.',
  ),
  'situation.adjudication-date-repeated': error(
    'The day on which another payer decided stands at the claim and at a line.',
    'Keep DTP*573 at one of the two.',
  ),
  'situation.patient-liability-repeated': warning(
    'What another payer left to the patient stands at the claim and at a line.',
    'Keep AMT*EAF at one of the two.',
  ),
  'situation.reversal-not-negated': error(
    'A reversal has a positive amount.',
    'Negate charge, payment and adjustments of the claim that is taken back.',
  ),
  'situation.adjustment-repeated': warning(
    'An adjustment of the claim stands in a line too.',
    'Report each adjustment at one level.',
  ),
  'situation.provider-adjustment-zero': error('A provider adjustment is zero.', 'Leave the adjustment out.'),
  'situation.payment-negative': error(
    'The payment is negative.',
    'Write 0, and carry the rest forward with PLB FB.',
  ),
  'situation.payment-method-of-nothing': error(
    'Nothing is paid, and a method of payment is named.',
    'Write NON into BPR04.',
  ),
  'situation.payment-without-method': warning(
    'Money is paid, and no method of payment is named.',
    'Write into BPR04 how it is paid.',
  ),
  'situation.payer-identifier-mismatch': warning(
    'BPR10 and TRN03 name different payers.',
    'Write the same identifier into both.',
  ),
  'situation.header-number-repeated': warning(
    'Two groups of claims have one number.',
    'Give each LX its own LX01.',
  ),
  'situation.status-category-wrong': error(
    'The category of the status is none of acknowledgments.',
    'Write a category A, or in real time E1 to E4 when the system is unavailable.',
  ),
  'situation.status-contradictory': warning(
    'The action says otherwise than the category of the status.',
    'Write U beside a rejection and WQ beside an acceptance.',
  ),
  'situation.group-verdict-wrong': warning(
    'AK901 does not agree with the numbers of sets.',
    'Write A or E when all sets are accepted, P when some are, R when none is.',
  ),
  'situation.accepted-with-errors-noted': warning(
    'A set is accepted without errors noted, and errors are noted.',
    'Write E into IK501.',
  ),
  'situation.rejection-unexplained': warning(
    'A set is rejected, and nothing says why.',
    'Add an IK3, or a code in IK502.',
  ),
  'situation.subscriber-name-missing': error(
    'A subscriber who was found has no name.',
    'Write the last name into NM103.',
  ),
  'situation.loop-header-missing': error('A bounded loop has no LS.', 'Write LS before it.'),
  'situation.loop-trailer-missing': error('A bounded loop has no LE.', 'Write LE behind it.'),
} as const;
