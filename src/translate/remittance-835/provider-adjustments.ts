import { printCompactDate } from '../../base/time.ts';
import type { ProviderAdjustment } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { RequiredElements } from './required-elements.ts';

/** PLB03 to PLB14 hold reason and amount up to six times. */
const FIRST_PAIR = 3;
const PAIR_SIZE = 2;
const PAIRS_MAX = 6;
const LAST_ELEMENT = FIRST_PAIR - 1 + PAIR_SIZE * PAIRS_MAX;

/** Reads a PLB segment (005010X221A1). An empty pair is passed over; a segment without one, or with more than six, is noted. */
export function readProviderAdjustments(
  segment: SegmentCursor,
  required: RequiredElements,
): ProviderAdjustment[] {
  const adjustments: ProviderAdjustment[] = [];
  const providerId = required.text(segment, 1);
  const fiscalPeriodEnd = required.date(segment, 2);
  for (let position = FIRST_PAIR; position < LAST_ELEMENT; position += PAIR_SIZE) {
    if (!segment.has(position) && !segment.has(position + 1)) continue;
    const [reasonCode = '', reference = ''] = segment.components(position);
    if (reasonCode === '') required.note();
    adjustments.push({
      providerId,
      fiscalPeriodEnd,
      reasonCode,
      ...(reference === '' ? {} : { reference }),
      amountCents: required.amount(segment, position + 1),
      place: { ...required.place, element: position + 1 },
    });
  }
  if (adjustments.length === 0 || segment.elementCount > LAST_ELEMENT) required.note();
  return adjustments;
}

/** Writes PLB in the order given: neighbours of one provider and fiscal period together, six in a segment. */
export function writeProviderAdjustments(
  writer: SegmentWriter,
  adjustments: readonly ProviderAdjustment[],
): void {
  let pairCount = 0;
  for (const [index, adjustment] of adjustments.entries()) {
    const previous = adjustments[index - 1];
    const { providerId, fiscalPeriodEnd, reasonCode, reference, amountCents } = adjustment;
    const isContinued =
      previous?.providerId === providerId &&
      previous.fiscalPeriodEnd === fiscalPeriodEnd &&
      pairCount < PAIRS_MAX;
    if (!isContinued) {
      if (previous !== undefined) writer.end();
      const period = fiscalPeriodEnd === undefined ? undefined : printCompactDate(fiscalPeriodEnd);
      writer.begin('PLB').elements(providerId, period);
      pairCount = 0;
    }
    writer.composite([reasonCode, reference]).amount(amountCents);
    pairCount++;
  }
  if (adjustments.length > 0) writer.end();
}
