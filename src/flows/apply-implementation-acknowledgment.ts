import type { AcknowledgmentOutcome, SetError } from '../domain/claim/fact.ts';
import type { Fact } from '../ports/claim-store.ts';
import type { StoredInterchange } from '../ports/exchange-store.ts';
import type { WorkItem } from '../ports/work-item-store.ts';
import type { ImplementationAcknowledgment } from '../translate/implementation-acknowledgment-999.ts';
import { type ApplyContext, unmatchedAcknowledgment } from './applied-answers.ts';
import { factFromFile } from './fact-id.ts';

/** The functional group that we send: professional claims (GS01). */
const CLAIM_GROUP = 'HC';

/**
 * Applies a 999 to the functional group of this partner that it names (AK102): a fact for the group, which speaks of
 * every set left unnamed, and one for each named set (005010X231A1, AK2 and IK5).
 */
export async function applyImplementationAcknowledgment(
  context: ApplyContext,
  acknowledgment: ImplementationAcknowledgment,
): Promise<void> {
  const { transaction, partnerId, pending } = context;
  const interchange =
    acknowledgment.functionalIdentifier === CLAIM_GROUP
      ? await transaction.interchanges.findByGroup(partnerId, unpadded(acknowledgment.groupControlNumber))
      : undefined;
  if (interchange === undefined) {
    const codes = [`999-${acknowledgment.outcome}`];
    pending.workItems.push(unmatchedAcknowledgment(context, acknowledgment.place, codes));
    return;
  }
  const answers = answersOf(acknowledgment);
  pending.acknowledged.set(interchange.id, context.profile);
  for (const answer of answers) {
    pending.facts.push(factOf(context, interchange, answer));
    if (answer.outcome === 'rejected') pending.workItems.push(rejection(context, interchange, answer));
  }
}

/** GS06 has no leading zeros where we write it; a partner may add some. */
function unpadded(controlNumber: string): string {
  return controlNumber.replace(/^0+(?=.)/, '');
}

interface Answer {
  readonly setControlNumber?: string;
  readonly outcome: AcknowledgmentOutcome;
  readonly errors: readonly SetError[];
  readonly place: ImplementationAcknowledgment['place'];
}

function answersOf(acknowledgment: ImplementationAcknowledgment): Answer[] {
  const { outcome, place, sets } = acknowledgment;
  return [{ outcome, errors: [], place }, ...sets];
}

function factOf({ fileSha256 }: ApplyContext, interchange: StoredInterchange, answer: Answer): Fact {
  const { setControlNumber, outcome, errors } = answer;
  return factFromFile(
    { fileSha256, ...answer.place },
    { kind: 'interchange', id: interchange.id },
    {
      kind: 'set.acknowledged',
      ...(setControlNumber === undefined ? {} : { setControlNumber }),
      outcome,
      errors,
    },
  );
}

function rejection({ fileSha256 }: ApplyContext, interchange: StoredInterchange, answer: Answer): WorkItem {
  const codes = answer.errors.map(({ segmentCode, elementCode }) =>
    elementCode === undefined ? `IK3-${segmentCode}` : `IK4-${elementCode}`,
  );
  return {
    id: `rejection:${interchange.id}:${answer.setControlNumber ?? 'group'}`,
    kind: 'rejection',
    interchangeId: interchange.id,
    fileSha256,
    codes: [...new Set(['999', ...codes])],
  };
}
