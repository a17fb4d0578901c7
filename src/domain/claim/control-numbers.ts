import { invariant } from '../../base/invariant.ts';

/** A resubmission beyond this would not fit the two digits; nobody sends a claim a hundred times. */
const ATTEMPT_MAX = 99;

const CLAIM_ID_LENGTH = 13;

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

/**
 * The claim id that a patient control number begins with, when its case, its dashes or what stands behind thirteen
 * characters got lost on the way; undefined where fewer are left, which could be anybody's.
 */
export function claimIdWithin(controlNumber: string): string | undefined {
  const plain = plainIdentifier(controlNumber);
  return plain.length < CLAIM_ID_LENGTH ? undefined : plain.slice(0, CLAIM_ID_LENGTH);
}

/** A number as capitals and digits, which is what is left of it on every way. The database has the same rule. */
export function plainIdentifier(number: string): string {
  return number.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/** REF*6R of a service line: unique in its claim and, with the claim's number, everywhere (at most 30 characters). */
export function lineControlNumber(controlNumber: string, lineNumber: number): string {
  return `${controlNumber}L${String(lineNumber).padStart(2, '0')}`;
}
