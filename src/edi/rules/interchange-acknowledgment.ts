import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import type { TellProblem } from '../guide/guide-problems.ts';
import { controlSegmentById } from '../guides/control-segments.ts';
import { problemAt } from '../problem-catalog.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';

const ACCEPTED = 'A';
const NO_ERROR = '000';

/**
 * A TA1 has a verdict (TA104) and a note (TA105) that X12.5 knows, and they agree: 000, no error, stands beside A and
 * beside nothing else (X12.5, TA104 and TA105). A warning: the interchange that holds the TA1 is sound all the same.
 */
export function checkInterchangeAcknowledgment(
  segment: SegmentCursor,
  place: SegmentPlace,
  tell: TellProblem,
): void {
  const element = wrongElement(segment);
  if (element === 0) return;
  const { interchangeControlNumber, byteStart, byteStop } = place;
  const location = { interchangeControlNumber, segment: 'TA1', element, byteStart, byteStop };
  tell(problemAt('interchange.acknowledgment-wrong', location));
}

/** The position of the element that is wrong; 0 when none is. */
function wrongElement(segment: SegmentCursor): number {
  const verdict = segment.text(4);
  const note = segment.text(5);
  if (!isCode(4, verdict)) return 4;
  if (!isCode(5, note)) return 5;
  return (verdict === ACCEPTED) === (note === NO_ERROR) ? 0 : 5;
}

function isCode(position: number, value: string): boolean {
  const rule = controlSegmentById('TA1')?.elements[position - 1];
  return rule?.kind === 'element' && rule.codes?.includes(value) === true;
}
