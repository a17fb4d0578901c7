import type { ClaimAttempt, Fact } from '../ports/claim-store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import type { ClaimAcknowledgment } from '../translate/claim-acknowledgment-277ca.ts';
import { type ApplyContext, statusCodes, unmatchedAcknowledgment } from './applied-answers.ts';
import { factFromFile } from './fact-id.ts';

/**
 * Applies what 277CAs say of claims. Loop 2200D TRN02 must be exactly the patient control number of an attempt that
 * went to this partner; whatever names another goes to a person. Any number of statuses, one query.
 */
export async function applyClaimAcknowledgments(
  context: ApplyContext,
  statuses: readonly ClaimAcknowledgment[],
): Promise<void> {
  const { facts, workItems } = context.pending;
  const attempts = await attemptsToPartner(context, statuses);
  for (const status of statuses) {
    const attempt = attempts.get(status.patientControlNumber);
    const codes = statusCodes(status.statuses);
    if (attempt === undefined) {
      workItems.push(unmatchedAcknowledgment(context, status.place, codes));
      continue;
    }
    facts.push(factOf(context, attempt, status));
    if (status.outcome === 'rejected') workItems.push(rejection(context, attempt, codes));
  }
}

/** Attempts by patient control number, of interchanges that went to the partner whose file this is. */
async function attemptsToPartner(
  { transaction, partnerId }: ApplyContext,
  statuses: readonly ClaimAcknowledgment[],
): Promise<ReadonlyMap<string, ClaimAttempt>> {
  const numbers = [...new Set(statuses.map((status) => status.patientControlNumber))];
  const attempts = await transaction.claims.attemptsByControlNumbers(numbers);
  const isPartners = new Map<string, boolean>();
  for (const id of new Set(attempts.map((attempt) => attempt.interchangeId))) {
    const interchange = await transaction.interchanges.get(id);
    isPartners.set(id, interchange?.partnerId === partnerId);
  }
  return new Map(
    attempts
      .filter((attempt) => isPartners.get(attempt.interchangeId))
      .map((attempt) => [attempt.patientControlNumber, attempt]),
  );
}

function factOf({ fileSha256 }: ApplyContext, attempt: ClaimAttempt, status: ClaimAcknowledgment): Fact {
  const { place, from, outcome, statuses, payerClaimControlNumber, effectiveDate } = status;
  return factFromFile(
    { fileSha256, ...place },
    { kind: 'claim', id: attempt.claimId },
    {
      kind: 'claim.front-end-status',
      from,
      outcome,
      statuses,
      ...(payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber }),
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      patientControlNumber: attempt.patientControlNumber,
    },
  );
}

/** One for an attempt, however many answers reject it. */
function rejection({ fileSha256 }: ApplyContext, attempt: ClaimAttempt, codes: readonly string[]): WorkItem {
  const { claimId, number } = attempt;
  return { id: `rejection:${claimId}:${number}`, kind: 'rejection', claimId, fileSha256, codes };
}
