import type { FactBody } from '../domain/claim/fact.ts';
import type { StoredFact } from '../ports/claim-store.ts';

/** How far on its way a claim is when a fact of the kind is stated. */
const STAGE: Readonly<Record<FactBody['kind'], number>> = {
  'claim.accepted': 0,
  'claim.held-back': 1,
  'claim.batched': 1,
  'interchange.delivered': 2,
  'interchange.acknowledged': 3,
  'set.acknowledged': 4,
  'claim.front-end-status': 5,
  'claim.adjudicated': 7,
  'claim.adjudication-withdrawn': 8,
};

/**
 * Facts of one claim as a person tells them: attempt by attempt, each from its making to the payer's word, then what
 * payers decided by day. Answers become known in any order, and their files are often read in the same second.
 */
export function inOrderOfJourney(facts: readonly StoredFact[]): StoredFact[] {
  const attempts = new Map<string, number>();
  for (const { body } of facts) {
    if (body.kind !== 'claim.batched') continue;
    attempts.set(body.interchangeId, body.attempt);
    attempts.set(body.patientControlNumber, body.attempt);
  }
  const keyed = facts.map((fact, index) => ({ fact, key: keyOf(fact, attempts), index }));
  return keyed
    .toSorted((a, b) => (a.key === b.key ? a.index - b.index : a.key < b.key ? -1 : 1))
    .map(({ fact }) => fact);
}

const AFTER_ALL_ATTEMPTS = 999;

function keyOf(fact: StoredFact, attempts: ReadonlyMap<string, number>): string {
  const { body } = fact;
  const isDecision = body.kind === 'claim.adjudicated' || body.kind === 'claim.adjudication-withdrawn';
  const attempt = isDecision ? AFTER_ALL_ATTEMPTS : attemptOf(fact, attempts);
  // The clearinghouse passes on what the payer then answers.
  const isPayers = body.kind === 'claim.front-end-status' && body.from === 'payer';
  const stage = STAGE[body.kind] + (isPayers ? 1 : 0);
  const day = body.kind === 'claim.adjudicated' ? (body.paymentDate ?? '') : '';
  return `${String(attempt).padStart(3, '0')}|${stage}|${day}`;
}

function attemptOf({ subjectId, body }: StoredFact, attempts: ReadonlyMap<string, number>): number {
  switch (body.kind) {
    case 'claim.accepted':
    case 'claim.adjudicated':
    case 'claim.adjudication-withdrawn':
      return 0;
    case 'claim.batched':
      return body.attempt;
    case 'claim.front-end-status':
      return attempts.get(body.patientControlNumber ?? '') ?? attempts.size;
    case 'claim.held-back':
      return attempts.size + 1;
    case 'interchange.delivered':
    case 'interchange.acknowledged':
    case 'set.acknowledged':
      return attempts.get(subjectId) ?? 0;
    default:
      return body satisfies never;
  }
}
