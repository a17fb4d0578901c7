import type { SubmissionRejection } from '../translate/claim-acknowledgment-277ca.ts';
import { type ApplyContext, statusCodes, unmatchedAcknowledgment } from './applied-answers.ts';
import { factFromFile } from './fact-id.ts';
import { submissionPlace } from './plan-batch.ts';

/**
 * Applies a 277CA that rejects a whole submission, or all claims of its one billing provider, without naming them
 * (005010X214, loops 2200B and 2200C): every claim of the transaction set that the submission id (BHT03) names.
 */
export async function applySubmissionRejection(
  context: ApplyContext,
  rejection: SubmissionRejection,
): Promise<void> {
  const { transaction, partnerId, fileSha256, pending } = context;
  const codes = statusCodes(rejection.statuses);
  const submission = submissionPlace(rejection.submissionId);
  const interchange =
    submission &&
    (await transaction.interchanges.findByControlNumber(partnerId, submission.interchangeControlNumber));
  const sent = interchange && (await transaction.claims.attemptsByInterchange(interchange.id));
  const attempts = sent?.filter((attempt) => attempt.setControlNumber === submission?.setControlNumber) ?? [];
  if (attempts.length === 0) {
    pending.workItems.push(unmatchedAcknowledgment(context, rejection.place, codes));
    return;
  }
  for (const { claimId, number, patientControlNumber } of attempts) {
    pending.facts.push(
      factFromFile(
        { fileSha256, ...rejection.place },
        { kind: 'claim', id: claimId },
        {
          kind: 'claim.front-end-status',
          from: rejection.from,
          outcome: 'rejected',
          statuses: rejection.statuses,
          ...(rejection.effectiveDate === undefined ? {} : { effectiveDate: rejection.effectiveDate }),
          patientControlNumber,
        },
      ),
    );
    const id = `rejection:${claimId}:${number}`;
    pending.workItems.push({ id, kind: 'rejection', claimId, fileSha256, codes });
  }
}
