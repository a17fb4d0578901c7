import type { EnvelopeNumbers } from '../envelope/envelope-handler.ts';
import { compiledGuideOf } from '../guide/compile-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { GuideChecker } from '../guide/guide-checker.ts';
import type { PlacedSegment, PlacedSegmentChecker } from '../guide/placed-segment.ts';
import { guideById, isCarriedSegment } from '../guides/carried.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagText } from '../syntax/tag.ts';

/** Bytes of the file that was sent. */
export interface SentBytes {
  readonly byteStart: number;
  readonly byteStop: number;
}

/** A loop around a segment, and the claim that it belongs to; '' where there is none. */
export interface SentLoop {
  readonly loop: string;
  readonly claim: string;
}

/** A loop with the loops that have begun in it. */
export interface OpenLoop extends SentLoop {
  readonly inner: ReadonlySet<string>;
}

/** What an answer names of a set. */
export interface SentWanted {
  readonly ordinals: ReadonlySet<number>;
  readonly claims: ReadonlySet<string>;
}

/** One segment that a note points to. */
export interface SentSegment extends SentBytes, SentLoop {
  readonly segment: string;
  /** Loops that this segment ended, then those that are open at it, the innermost first: one of them lacks what is missing. */
  readonly around: readonly OpenLoop[];
}

/**
 * Follows one set that was sent and keeps of it the segments that are pointed to, with their loops and claims. Where
 * the guide of the set is not carried they have neither.
 */
export class SentSet implements PlacedSegmentChecker {
  readonly numbers: EnvelopeNumbers;
  readonly guide: Guide | undefined;
  readonly segments = new Map<number, SentSegment>();
  header: SentBytes | undefined;
  /** SE, and which segment of the set it is. */
  trailer: (SentBytes & { readonly segmentOrdinal: number }) | undefined;
  /** Claims of the set that the answer names. */
  readonly claims = new Set<string>();
  readonly #wanted: SentWanted;
  readonly #checker: GuideChecker | undefined;
  #segmentCount = 0;
  /** The set itself is the outermost. */
  readonly #open = [{ loop: '', claim: '', inner: new Set<string>() }];
  #ended: OpenLoop[] = [];

  constructor(
    names: { readonly identifier: string; readonly guide: string },
    numbers: EnvelopeNumbers,
    wanted: SentWanted,
  ) {
    this.numbers = numbers;
    this.#wanted = wanted;
    this.guide = guideById(names.guide, names.identifier);
    if (this.guide === undefined) return;
    this.#checker = new GuideChecker(compiledGuideOf(this.guide), {
      numbers,
      // What our own check finds is another matter than what the partner says.
      tell: () => undefined,
      isKnownTag: (tag) => isCarriedSegment(tagText(tag)),
      checker: this,
    });
  }

  /** The next segment of the set, ST and SE included. */
  add(cursor: SegmentCursor): void {
    this.#segmentCount++;
    const bytes = bytesOf(cursor);
    this.header ??= bytes;
    if (this.#ended.length > 0) this.#ended = [];
    if (this.#checker !== undefined) return this.#checker.segment(cursor, this.#segmentCount);
    if (this.#wanted.ordinals.has(this.#segmentCount)) {
      const segment = tagText(cursor.tag);
      this.segments.set(this.#segmentCount, { ...bytes, segment, loop: '', claim: '', around: [] });
    }
  }

  close(trailer: SegmentCursor | undefined): void {
    if (trailer !== undefined) {
      this.trailer = { ...bytesOf(trailer), segmentOrdinal: this.#segmentCount };
    }
    this.#checker?.finish(trailer !== undefined);
  }

  /** Told by the guide checker. A segment that has no place stands in the innermost loop that is open. */
  segment(placed: PlacedSegment): void {
    const { loop } = placed;
    // A loop whose first segment is missing is open too.
    if (loop && this.#open.at(-1)?.loop !== loop) this.#begin(loop, placed.claim);
    if (!this.#wanted.ordinals.has(this.#segmentCount)) return;
    this.segments.set(this.#segmentCount, {
      ...bytesOf(placed.cursor),
      segment: tagText(placed.cursor.tag),
      loop: this.#open.at(-1)?.loop ?? '',
      claim: placed.claim,
      around: [...this.#ended, ...this.#open.toReversed()],
    });
  }

  /** Told before the segment that ended the loop. */
  loopEnded(loop: string): void {
    const ended = this.#open.at(-1);
    if (loop === '' || ended?.loop !== loop) return;
    this.#open.pop();
    this.#ended.push(ended);
  }

  #begin(loop: string, claim: string): void {
    this.#open.at(-1)?.inner.add(loop);
    this.#open.push({ loop, claim, inner: new Set() });
    if (this.#wanted.claims.has(claim)) this.claims.add(claim);
  }
}

export function bytesOf({ byteStart, byteStop }: SegmentCursor): SentBytes {
  return { byteStart, byteStop };
}
