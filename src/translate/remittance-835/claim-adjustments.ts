import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { Building } from '../building.ts';
import type { CollectedList } from '../collected-list.ts';
import type { RequiredElements } from './required-elements.ts';

/** CAS02 to CAS19 hold reason, amount and quantity up to six times. */
const FIRST_TRIPLE = 2;
const TRIPLE_SIZE = 3;
const TRIPLES_MAX = 6;
const LAST_ELEMENT = 1 + TRIPLE_SIZE * TRIPLES_MAX;

/**
 * Reads a CAS segment (005010X221A1, loops 2100 and 2110) into `adjustments`. An empty triple is passed over, since some
 * payers leave a gap and go on behind it. A segment without a triple, or with more than six, is noted.
 */
export function readClaimAdjustments(
  segment: SegmentCursor,
  required: RequiredElements,
  adjustments: CollectedList<ClaimAdjustment>,
): void {
  const groupCode = required.text(segment, 1);
  const countBefore = adjustments.length;
  const last = Math.min(segment.elementCount, LAST_ELEMENT);
  for (let position = FIRST_TRIPLE; position <= last; position += TRIPLE_SIZE) {
    const hasQuantity = segment.has(position + 2);
    if (!hasQuantity && !segment.has(position) && !segment.has(position + 1)) continue;
    const reasonCode = required.text(segment, position);
    const amountCents = required.amount(segment, position + 1);
    const place = required.amountPlace(position + 1);
    const adjustment: Building<ClaimAdjustment> = { groupCode, reasonCode, amountCents, place };
    if (hasQuantity) adjustment.quantity = segment.text(position + 2);
    adjustments.add(adjustment);
  }
  if (adjustments.length === countBefore || segment.elementCount > LAST_ELEMENT) required.note();
}

/** Writes CAS: the reasons of one group together, six in a segment, groups in the order in which they first appear. */
export function writeClaimAdjustments(writer: SegmentWriter, adjustments: readonly ClaimAdjustment[]): void {
  for (const groupCode of new Set(adjustments.map((one) => one.groupCode))) {
    const ofGroup = adjustments.filter((one) => one.groupCode === groupCode);
    for (let start = 0; start < ofGroup.length; start += TRIPLES_MAX) {
      writer.begin('CAS').element(groupCode);
      for (const { reasonCode, amountCents, quantity } of ofGroup.slice(start, start + TRIPLES_MAX)) {
        writer.element(reasonCode).amount(amountCents).element(quantity);
      }
      writer.end();
    }
  }
}
