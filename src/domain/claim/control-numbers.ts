import { invariant } from '../../base/invariant.ts';

/** A resubmission beyond this would not fit the two digits; nobody sends a claim a hundred times. */
const ATTEMPT_MAX = 99;

/**
 * CLM01 of one sending of a claim: the 13-character claim id and the attempt in two digits.
 * Fifteen characters of A–Z and 0–9, because receivers truncate beyond 17, change case and strip punctuation;
 * one for each attempt, so that an answer names the attempt it answers.
 */
export function patientControlNumber(claimId: string, attempt: number): string {
  invariant(/^[0-9A-Z]{13}$/.test(claimId), 'a claim id is thirteen upper-case letters and digits');
  invariant(attempt >= 1 && attempt <= ATTEMPT_MAX, 'an attempt is between 1 and 99');
  return `${claimId}${String(attempt).padStart(2, '0')}`;
}

/** REF*6R of a service line: unique in its claim and, with the claim's number, everywhere (at most 30 characters). */
export function lineControlNumber(controlNumber: string, lineNumber: number): string {
  return `${controlNumber}L${String(lineNumber).padStart(2, '0')}`;
}
