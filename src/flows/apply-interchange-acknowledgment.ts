import type { InterchangeAcknowledgment } from '../translate/interchange-acknowledgment-ta1.ts';
import { type ApplyContext, claimIdsOf, unmatchedAcknowledgment } from './applied-answers.ts';
import { factFromFile } from './fact-id.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';
import { settleDelivery } from './settle-delivery.ts';

/**
 * Applies a TA1 to the interchange of this partner that it names by ISA13 (TA101). A rejection concerns every claim
 * in it and opens one work item.
 */
export async function applyInterchangeAcknowledgment(
  context: ApplyContext,
  acknowledgment: InterchangeAcknowledgment,
): Promise<void> {
  const { transaction, partnerId, fileSha256 } = context;
  const { outcome, noteCode, place } = acknowledgment;
  const interchange = await transaction.interchanges.findByControlNumber(
    partnerId,
    acknowledgment.interchangeControlNumber,
  );
  const codes = [`TA1-${noteCode}`];
  if (interchange === undefined) {
    await transaction.workItems.open([unmatchedAcknowledgment(context, place, codes)]);
    return;
  }
  await transaction.facts.append([
    factFromFile(
      { fileSha256, ...place },
      { kind: 'interchange', id: interchange.id },
      { kind: 'interchange.acknowledged', outcome, noteCode },
    ),
  ]);
  // Refused or not, the partner has it.
  await settleDelivery(transaction, interchange.id, { basis: 'acknowledged', profile: context.profile });
  if (outcome === 'rejected') {
    const item = { kind: 'rejection' as const, interchangeId: interchange.id, fileSha256, codes };
    await transaction.workItems.open([
      { id: `rejection:${interchange.id}:TA1`, amountCents: interchange.chargeCents, ...item },
    ]);
  }
  await refreshClaimStatuses(transaction, await claimIdsOf(transaction, [interchange]));
}
