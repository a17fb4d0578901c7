import type { SetError } from '../../domain/claim/fact.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import { parseCount } from '../../edi/envelope/control-numbers.ts';
import type { SegmentPlace } from '../../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { keptCode } from '../kept-code.ts';

/**
 * Errors kept of one set: a person reads a few, and one fault that is repeated in every claim must not make a fact of
 * megabytes. The verdict does not depend on them.
 */
export const SET_ERRORS_MAX = 500;

/** CTX01-1 that names the claim by CLM01 of an 837 (005010X231A1, business unit identifier). */
const CLAIM_CONTEXT = 'CLM01';

export interface SetResponse {
  readonly setControlNumber: string;
  /** IK501, '' where there is none. */
  readonly verdict: string;
  readonly errors: readonly SetError[];
  readonly place: SourcePlace;
}

/** What IK3 and its CTX say; each IK4 below is an error of it, and where there is none it is an error itself. */
interface SegmentNote {
  readonly segment: string;
  readonly segmentOrdinal: number;
  readonly segmentCode: string;
  readonly elements: Pick<SetError, 'element' | 'component' | 'elementCode'>[];
  patientControlNumber?: string;
}

/** Reads loop 2000 of a 999: AK2, then IK3, CTX and IK4 in loops, then IK5. Of IK404, the bad value, nothing is kept. */
export class SetResponseReader {
  readonly #setControlNumber: string;
  readonly #place: SourcePlace;
  readonly #errors: SetError[] = [];
  #note: SegmentNote | undefined;
  #verdict = '';

  constructor(header: SegmentCursor, place: SegmentPlace) {
    this.#setControlNumber = header.text(2);
    this.#place = place;
  }

  openSegment(segment: SegmentCursor): void {
    this.#closeNote();
    this.#note = {
      segment: keptCode(segment.text(1)),
      segmentOrdinal: parseCount(segment.text(2)) ?? 0,
      segmentCode: keptCode(segment.text(4)),
      elements: [],
    };
  }

  /** An IK4 without its IK3 is an error of an unknown segment. */
  addElement(segment: SegmentCursor): void {
    this.#note ??= { segment: '', segmentOrdinal: 0, segmentCode: '', elements: [] };
    if (this.#note.elements.length >= SET_ERRORS_MAX) return;
    const [position = '', componentPosition = ''] = segment.components(1);
    const element = parseCount(position);
    const component = parseCount(componentPosition);
    this.#note.elements.push({
      ...(element === undefined ? {} : { element }),
      ...(component === undefined ? {} : { component }),
      elementCode: keptCode(segment.text(3)),
    });
  }

  addContext(segment: SegmentCursor): void {
    if (this.#note === undefined) return;
    const separator = String.fromCharCode(segment.delimiters.component);
    for (const context of segment.repetitions(1)) {
      const [name, value = ''] = context.split(separator);
      if (name === CLAIM_CONTEXT && value !== '') this.#note.patientControlNumber ??= value;
    }
  }

  setVerdict(segment: SegmentCursor): void {
    this.#verdict = segment.text(1);
  }

  close(): SetResponse {
    this.#closeNote();
    return {
      setControlNumber: this.#setControlNumber,
      verdict: this.#verdict,
      errors: this.#errors,
      place: this.#place,
    };
  }

  #closeNote(): void {
    if (this.#note === undefined) return;
    const { elements, ...ofSegment } = this.#note;
    this.#note = undefined;
    for (const ofElement of elements.length === 0 ? [{}] : elements) {
      if (this.#errors.length >= SET_ERRORS_MAX) return;
      this.#errors.push({ ...ofSegment, ...ofElement });
    }
  }
}
