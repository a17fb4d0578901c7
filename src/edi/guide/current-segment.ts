import type { EnvelopeNumbers, SegmentPlace } from '../envelope/envelope-handler.ts';
import { placeOf } from '../envelope/place-of.ts';
import { ElementCopy } from '../syntax/element-copy.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import * as tables from './guide-tables.ts';
import type { PlacedSegment } from './placed-segment.ts';

const { NO_LOOP, NO_SLOT } = tables;

/** The segment that a `GuideChecker` is at, and the claim around it. */
export class CurrentSegment implements PlacedSegment {
  cursor!: SegmentCursor;
  slot = NO_SLOT;
  loopNumber = NO_LOOP;
  isLoopStart = false;
  /** 0 before the first segment. */
  segmentOrdinal = 0;
  numbers: EnvelopeNumbers;
  readonly #loopIds: readonly string[];
  readonly #claim = new ElementCopy();
  /** The depth of the claim's loop; 0 outside of claims. */
  #claimDepth = 0;

  constructor(loopIds: readonly string[], numbers: EnvelopeNumbers) {
    this.#loopIds = loopIds;
    this.numbers = numbers;
  }

  /** Before the first segment of another set. */
  restart(numbers: EnvelopeNumbers): void {
    this.numbers = numbers;
    this.segmentOrdinal = 0;
    this.#claimDepth = 0;
  }

  moveTo(segment: SegmentCursor, segmentOrdinal: number): void {
    this.cursor = segment;
    this.segmentOrdinal = segmentOrdinal;
    this.slot = NO_SLOT;
    this.loopNumber = NO_LOOP;
    this.isLoopStart = false;
  }

  get loop(): string | undefined {
    return this.loopNumber === NO_LOOP ? undefined : this.#loopIds[this.loopNumber];
  }

  get place(): SegmentPlace {
    return placeOf(this.cursor, this.segmentOrdinal, this.numbers);
  }

  get claim(): string {
    return this.#claimDepth > 0 ? this.#claim.text : '';
  }

  /** The segment begins a claim, which `element` names; its loop is open at `depth`. */
  beginClaim(element: number, depth: number): void {
    this.#claim.take(this.cursor, element);
    this.#claimDepth = depth;
  }

  /** The innermost open loop is now the one at `depth`. */
  leaveTo(depth: number): void {
    if (depth < this.#claimDepth) this.#claimDepth = 0;
  }
}
