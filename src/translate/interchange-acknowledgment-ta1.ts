import type { AcknowledgmentOutcome } from '../domain/claim/fact.ts';
import type { SourcePlace } from '../domain/exchange/source.ts';
import type { SegmentPlace } from '../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import { acknowledgmentOutcome } from './acknowledgment-outcome.ts';
import { keptCode } from './kept-code.ts';

/** What a TA1 says of one interchange of ours. */
export interface InterchangeAcknowledgment {
  /** TA101: the ISA13 that it answers, nine digits. */
  readonly interchangeControlNumber: string;
  readonly outcome: AcknowledgmentOutcome;
  /** TA105: 000 none, 025 duplicate control number …; '' where it holds no code. */
  readonly noteCode: string;
  readonly place: SourcePlace;
}

/**
 * Reads a TA1 segment (X12.5). TA104 is A, E or R; anything else counts as rejected (see `acknowledgmentOutcome`).
 */
export function readInterchangeAcknowledgment(
  segment: SegmentCursor,
  place: SegmentPlace,
): InterchangeAcknowledgment {
  return {
    interchangeControlNumber: padded(segment.text(1)),
    outcome: acknowledgmentOutcome(segment.text(4)),
    noteCode: keptCode(segment.text(5)),
    place,
  };
}

/** ISA13 has nine digits by rule; who reads it as a number returns it without its leading zeros. */
function padded(controlNumber: string): string {
  return /^\d{1,9}$/.test(controlNumber) ? controlNumber.padStart(9, '0') : controlNumber;
}
