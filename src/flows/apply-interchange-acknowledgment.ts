import type { InterchangeAcknowledgment } from '../translate/interchange-acknowledgment-ta1.ts';
import { type ApplyContext, unmatchedAcknowledgment } from './applied-answers.ts';
import { factFromFile } from './fact-id.ts';

/**
 * Applies a TA1 to the interchange of this partner that it names by ISA13 (TA101). A rejection concerns every claim
 * in it and opens one work item.
 */
export async function applyInterchangeAcknowledgment(
  context: ApplyContext,
  acknowledgment: InterchangeAcknowledgment,
): Promise<void> {
  const { transaction, partnerId, fileSha256, pending } = context;
  const { outcome, noteCode, place } = acknowledgment;
  const interchange = await transaction.interchanges.findByControlNumber(
    partnerId,
    acknowledgment.interchangeControlNumber,
  );
  const codes = [`TA1-${noteCode}`];
  if (interchange === undefined) {
    pending.workItems.push(unmatchedAcknowledgment(context, place, codes));
    return;
  }
  pending.facts.push(
    factFromFile(
      { fileSha256, ...place },
      { kind: 'interchange', id: interchange.id },
      { kind: 'interchange.acknowledged', outcome, noteCode },
    ),
  );
  // Refused or not, the partner has it.
  pending.acknowledged.set(interchange.id, context.profile);
  if (outcome === 'rejected') {
    const item = { kind: 'rejection' as const, interchangeId: interchange.id, fileSha256, codes };
    const id = `rejection:${interchange.id}:TA1`;
    pending.workItems.push({ id, amountCents: interchange.chargeCents, ...item });
  }
}
