import type { EditCode, EditSeverity } from './edit-finding.ts';

export interface EditWords {
  readonly severity: EditSeverity;
  readonly message: string;
  readonly remedy: string;
}

function error(message: string, remedy: string): EditWords {
  return { severity: 'error', message, remedy };
}

function warning(message: string, remedy: string): EditWords {
  return { severity: 'warning', message, remedy };
}

/** What each edit says. Fixed sentences, so that none can hold a value of a claim. */
export const EDIT_WORDS: Readonly<Record<EditCode, EditWords>> = {
  'claim.charge-not-positive': error(
    'The charge of the claim is not above zero.',
    'Give the total of the charges of the lines.',
  ),
  'claim.line-sum': error(
    'The charges of the lines do not add up to the charge of the claim.',
    'Correct the charge of the claim or of the line that is wrong.',
  ),
  'claim.line-count': error(
    'A professional claim has 1 to 50 service lines.',
    'Split what is more over several claims with account numbers of their own.',
  ),
  'claim.original-number-missing': error(
    'A replacement or void does not name the claim that it changes.',
    'Give the payer claim control number from the 277CA or the remittance, or send an original.',
  ),
  'claim.patient-paid-exceeds-charge': error(
    'The patient paid a negative amount, or more than the charge of the claim.',
    'Give only what the patient paid for this claim.',
  ),
  'claim.place-of-service': error(
    'The place of service is not in the CMS list.',
    'Give two digits of that list, such as 11 for an office.',
  ),
  'claim.accident-state-missing': error(
    'An auto accident needs the state in which it happened.',
    'Give the two letters of the state.',
  ),
  'diagnosis.count': error(
    'A professional claim has 1 to 12 diagnoses.',
    'Give the diagnoses that were treated.',
  ),
  'diagnosis.shape': error(
    'The diagnosis does not have the shape of an ICD-10-CM code.',
    'Give a letter, a digit, and one to five more letters or digits.',
  ),
  'diagnosis.repeated': error(
    'A diagnosis is given twice.',
    'Remove the second and point the lines to the first.',
  ),
  'diagnosis.external-cause-first': error(
    'An external cause (V00 to Y99) cannot be the principal diagnosis.',
    'Put the injury or condition first.',
  ),
  'line.number-sequence': error(
    'Line numbers do not count 1, 2, 3 in order.',
    'Number the lines in order, or leave the numbers out.',
  ),
  'line.diagnosis-pointer-count': error(
    'A line points to 1 to 4 diagnoses.',
    'Point to the diagnoses for which the service was done, the first first.',
  ),
  'line.diagnosis-pointer': error(
    'The line points to a diagnosis that the claim does not have.',
    'Count the diagnoses of the claim from 1.',
  ),
  'line.charge-negative': error('The charge of a line is below zero.', 'Correct the charge of the line.'),
  'line.units': error(
    'The units of a line are no decimal above zero with at most three decimals.',
    'Give how many units, or minutes, were done.',
  ),
  'line.procedure-shape': error(
    'The procedure does not have the shape of a HCPCS or CPT code.',
    'Give five letters and digits, of which the middle three are digits.',
  ),
  'line.modifier-count': error(
    'A line has at most four modifiers.',
    'Keep the four that decide about payment.',
  ),
  'line.modifier-shape': error('A modifier is not two capital letters or digits.', 'Correct the modifier.'),
  'line.repeated': warning(
    'The line repeats another one: same procedure, modifiers, dates, charge and units.',
    'Remove it, raise the units of the first, or tell them apart with a modifier.',
  ),
  'date.service-in-future': error(
    'The date of service is in the future.',
    'Send the claim when the service is done.',
  ),
  'date.service-end-before-start': error(
    'The service ends before it begins.',
    'Exchange the dates or correct the wrong one.',
  ),
  'date.service-before-birth': error(
    'The date of service is before the birth of the patient.',
    'Correct the date of birth or of service.',
  ),
  'date.onset-after-service': error(
    'The onset is after the last date of service.',
    'Correct the date of onset.',
  ),
  'date.accident-after-service': error(
    'The accident is after the last date of service.',
    'Correct the date of the accident.',
  ),
  'provider.npi': error(
    'The NPI is not ten digits with the right check digit.',
    'Look the provider up in the NPI registry.',
  ),
  'provider.tax-id': error('The tax id is not nine digits, or all zeros.', 'Give it without dashes.'),
  'provider.taxonomy': error(
    'The taxonomy code is not nine letters or digits and an X.',
    'Give the code under which the provider is enrolled.',
  ),
  'patient.relationship': error(
    'The relationship of the patient to the subscriber is not one that a claim can carry.',
    'Give one of 01, 19, 20, 21, 39, 40, 53, G8; leave the patient out when it is the subscriber.',
  ),
  'payer.filing-indicator': error(
    'The claim filing indicator is not one that a professional claim can carry.',
    'Give the kind of plan, such as CI, BL, MB or MC.',
  ),
  'address.state': error('The state is not a state or territory.', 'Give two capital letters.'),
  'address.postal-code': error('The postal code is not five or nine digits.', 'Give it without a dash.'),
  'address.postal-code-short': warning(
    'Many payers want nine digits for the billing provider and the service facility.',
    'Add the four digits of ZIP+4.',
  ),
  'address.post-office-box': error(
    'The billing provider has a post office box for an address.',
    'Give the street address; a box can be the pay-to address.',
  ),
  'coverage.rank-repeated': error(
    'Two payers of the patient have the same rank.',
    'Give each payer its own rank: one is primary.',
  ),
  'coverage.primary-missing': error(
    'A claim to a secondary or tertiary payer names no primary payer.',
    'Add the primary payer with what it decided.',
  ),
  'coverage.decision-missing': error(
    'A payer that ranks before this one has no paid amount or no date of its decision.',
    'Take both from its remittance; zero is an amount.',
  ),
  'coverage.decision-date': error(
    'A prior payer decided before the service or in the future.',
    'Correct the date of its decision.',
  ),
  'coverage.out-of-balance': error(
    'What a prior payer paid and adjusted does not add up to the charge of the claim.',
    'Take every adjustment from its remittance.',
  ),
  'text.identifier-characters': error(
    'An identifier holds a character that cannot be sent unchanged.',
    'Use letters, digits and - . / # as the payer wrote it; never * : ^ ~.',
  ),
  'text.characters': error(
    'A text holds a character that has no equal among A to Z, digits and punctuation.',
    'Write it with the letters A to Z, digits and plain punctuation.',
  ),
};
