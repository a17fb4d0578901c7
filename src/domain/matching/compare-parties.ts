import { plainIdentifier } from '../claim/control-numbers.ts';
import type { PersonName } from '../party/party.ts';
import type { ClaimPayment, Remittance } from '../remittance/remittance.ts';
import type { MatchCandidate } from './match-candidate.ts';
import type { Agreement } from './match-evidence.ts';

/**
 * Whether the payer is one that the claim names: by identifier, or by name, where one name may go on longer than the
 * other (`EXAMPLE HEALTH`, `EXAMPLE HEALTH OF OHIO`), as those of one payer family do.
 */
export function comparePayer(payer: Remittance['payer'], candidate: MatchCandidate): Agreement {
  if (payer.name === '' && payer.identifier === undefined) return 'not-given';
  const given = plainIdentifier(payer.identifier ?? '');
  for (const { name, identifier } of [candidate.payer, ...candidate.otherPayers]) {
    const isIdentified = given !== '' && plainIdentifier(identifier) === given;
    if (isIdentified || isOneFamily(name, payer.name)) return 'agrees';
  }
  return 'differs';
}

function isOneFamily(one: string, other: string): boolean {
  if (one === other) return true;
  const [shorter, longer] = [words(one), words(other)].toSorted((a, b) => a.length - b.length);
  return shorter !== undefined && shorter !== '' && `${longer} `.startsWith(`${shorter} `);
}

function words(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** Whether the money went to the claim's billing provider: one number of the two is enough, since payers know either. */
export function comparePayee(payee: Remittance['payee'], { payee: ours }: MatchCandidate): Agreement {
  if (payee.npi === undefined && payee.taxId === undefined) return 'not-given';
  if (payee.npi === ours.npi) return 'agrees';
  return payee.taxId !== undefined && plainIdentifier(payee.taxId) === ours.taxId ? 'agrees' : 'differs';
}

/** By the patient's number or the subscriber's: payers give dependents the one or the other. */
export function compareMember({ patient, insured }: ClaimPayment, { memberId }: MatchCandidate): Agreement {
  const given = [patient?.memberId, insured?.memberId].filter((number) => number !== undefined);
  if (given.length === 0) return 'not-given';
  const ours = plainIdentifier(memberId);
  return given.some((number) => plainIdentifier(number) === ours) ? 'agrees' : 'differs';
}

/** Last name, and the first letter of the first name where both have one. */
export function compareName({ patient }: ClaimPayment, candidate: MatchCandidate): Agreement {
  if (patient?.name === undefined) return 'not-given';
  return isSamePerson(patient.name, candidate.patientName) ? 'agrees' : 'differs';
}

function isSamePerson(one: PersonName, other: PersonName): boolean {
  if (plainIdentifier(one.last) !== plainIdentifier(other.last)) return false;
  const [first, second] = [one.first, other.first];
  if (first === undefined || second === undefined) return true;
  return first.slice(0, 1).toUpperCase() === second.slice(0, 1).toUpperCase();
}
