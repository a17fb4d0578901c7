import type { EnvelopeNumbers, SegmentPlace } from '../envelope/envelope-handler.ts';
import type { ProblemCode } from '../problems.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { isSegmentIdentifier, type Tag } from '../syntax/tag.ts';
import type { Shapes } from './compile-shapes.ts';
import { CurrentSegment } from './current-segment.ts';
import { ElementChecker } from './element-checker.ts';
import { GuideProblems, type LoopPlace, type TellProblem } from './guide-problems.ts';
import type { CompiledGuide } from './guide-tables.ts';
import * as tables from './guide-tables.ts';
import { type LiveSlot, LiveSlots, type Successors } from './live-slot.ts';
import { LoopStack, type LoopStackListener } from './loop-stack.ts';
import { SURE } from './open-loop.ts';
import type { PlacedSegmentChecker } from './placed-segment.ts';
import { QualifierMatcher } from './qualifier-matcher.ts';
import { isUsed, shapeOf } from './slot-queries.ts';
import * as soundSegment from './sound-segment.ts';
import { NO_SYMBOL } from './tag-table.ts';
import { UnplacedSegments } from './unplaced-segments.ts';

const { NO_LOOP, NO_SLOT } = tables;
const { isSuspectSegment } = soundSegment;

export interface GuideCheckerOptions {
  readonly tell: TellProblem;
  /** The envelopes of the first set. */
  readonly numbers: EnvelopeNumbers;
  /** Whether an identifier that this guide does not have is one of X12's. */
  readonly isKnownTag: (tag: Tag) => boolean;
  /** Told where each segment stands. */
  readonly checker?: PlacedSegmentChecker;
}

/**
 * Follows one transaction set through the loops of its guide, in one pass: each segment fills a slot ahead in the
 * innermost open loop that has one, with its qualifier. What finds none is told, once, and taken for what it most
 * likely is (see `recover`), so that what follows is checked as if it were right. It serves one set after another.
 */
export class GuideChecker implements LoopStackListener {
  readonly #guide: CompiledGuide;
  /** Of the guide what is looked at for every segment, at one step less. */
  readonly #slots: LiveSlots;
  readonly #shapes: Shapes;
  readonly #codes: Int32Array;
  readonly #problems: GuideProblems;
  readonly #isKnownTag: (tag: Tag) => boolean;
  readonly #checker: PlacedSegmentChecker | undefined;
  readonly #current: CurrentSegment;
  readonly #matcher: QualifierMatcher;
  readonly #stack: LoopStack;
  readonly #elements: ElementChecker;
  readonly #unplaced: UnplacedSegments;
  /** The slot that was filled last, and what is expected behind it and tried first. */
  #last: LiveSlot;
  #expected: Successors;

  constructor(guide: CompiledGuide, { tell, numbers, isKnownTag, checker }: GuideCheckerOptions) {
    this.#guide = guide;
    this.#slots = new LiveSlots(guide);
    this.#last = this.#slots.at(0);
    this.#expected = this.#last.onceFollowed;
    this.#shapes = guide.shapes;
    this.#codes = guide.codeLists.table;
    this.#current = new CurrentSegment(guide.loopIds, numbers);
    this.#problems = new GuideProblems(guide, tell);
    this.#isKnownTag = isKnownTag;
    this.#checker = checker;
    this.#matcher = new QualifierMatcher(guide);
    this.#stack = new LoopStack(guide, this.#slots, this);
    this.#elements = new ElementChecker(guide.shapes, guide.codeLists, (code, at) => {
      const { cursor, place } = this.#current;
      this.#problems.element(code, cursor.tag, place, this.#current, at);
    });
    this.#unplaced = new UnplacedSegments({
      situation: {
        guide,
        stack: this.#stack,
        matcher: this.#matcher,
        isSoundFor: (slot) => this.#isSound(shapeOf(guide, slot)),
      },
      current: this.#current,
      problems: this.#problems,
      put: (slot, depth, fault) => this.#put(slot, depth, fault),
    });
  }

  /** Begins another set, which stands in the envelopes `numbers`; the first has begun. */
  restart(numbers: EnvelopeNumbers): void {
    this.#current.restart(numbers);
    this.#stack.restart();
    this.#unplaced.restart();
    this.#checker?.restart?.();
  }

  /** The next segment of the set, ST and SE included. */
  segment(segment: SegmentCursor, segmentOrdinal: number): void {
    const { tag } = segment;
    const { latest, other } = this.#expected;
    const expected = latest.tag === tag ? latest : other;
    this.#current.moveTo(segment, segmentOrdinal);
    this.#matcher.begin(segment);
    const isExpected =
      expected.tag === tag &&
      !this.#unplaced.hasGuesses &&
      this.#stack.advanceTo(expected, segment, this.#matcher);
    if (isExpected) this.#fillSlot(expected);
    else this.#findSlot(tag);
    this.#checker?.segment(this.#current);
  }

  /** The set has ended; `isComplete` is false when it did without its SE. */
  finish(isComplete: boolean): void {
    // A set that was cut lacks whatever was cut off: its missing trailer says so once.
    if (isComplete && this.#current.segmentOrdinal > 0) {
      if (this.#unplaced.hasGuesses) this.#unplaced.settleGuesses(NO_SYMBOL);
      this.#stack.leaveTo(-1);
    }
    this.#checker?.finish?.(isComplete);
  }

  #findSlot(tag: Tag): void {
    const symbol = this.#guide.tags.symbolOf(tag);
    if (this.#unplaced.hasGuesses) this.#unplaced.settleGuesses(symbol);
    if (symbol === NO_SYMBOL) return this.#tellForeign(tag);
    const number = this.#stack.advance(symbol, this.#matcher);
    if (number === NO_SLOT) return this.#unplaced.take(symbol);
    const slot = this.#slots.at(number);
    this.#expect(slot);
    this.#fillSlot(slot);
  }

  /** The slot may be filled again behind the one that was filled last. */
  #expect(slot: LiveSlot): void {
    const expected = this.#expected;
    if (expected.latest.tag !== this.#current.cursor.tag) expected.other = expected.latest;
    expected.latest = slot;
  }

  /** The segment fills a slot as it should. */
  #fillSlot(slot: LiveSlot): void {
    this.#expected = slot === this.#last ? slot.againFollowed : slot.onceFollowed;
    this.#last = slot;
    this.#current.slot = slot.number;
    if (slot.loop === NO_LOOP) this.#current.loopNumber = slot.owner;
    else this.#begin(slot.loop);
    const { cursor } = this.#current;
    if (isSuspectSegment(this.#shapes, this.#codes, slot.shape, cursor, slot.firstUnproven))
      this.#elements.check(slot.shape, cursor);
  }

  /** The guide has no such segment. An identifier that is none has been told as that. */
  #tellForeign(tag: Tag): void {
    if (!isSegmentIdentifier(tag)) return;
    const code = this.#isKnownTag(tag) ? 'segment.unexpected' : 'segment.unknown';
    const innermost = this.#stack.loopAt(this.#stack.depth);
    this.#problems.segment(code, tag, this.place, this.#placeIn(innermost));
  }

  /**
   * A segment that needed a closer look fills a slot of the loop at `depth`; `fault` is what is wrong with that. What
   * stands behind its place in an outer loop leaves the loops inside that open.
   */
  #put(slot: number, depth: number, fault?: ProblemCode): void {
    const { loop, shape } = this.#slots.at(slot);
    const isOnlyLikely = this.#stack.isOnlyLikely(depth);
    this.#current.slot = slot;
    if (loop === NO_LOOP && !this.#stack.isAhead(slot, depth) && depth < this.#stack.depth) {
      this.#stack.countBehind(slot, depth);
      this.#current.loopNumber = this.#stack.loopAt(depth);
    } else {
      this.#stack.fill(slot, depth);
      if (loop === NO_LOOP) this.#current.loopNumber = this.#stack.loopAt(depth);
      else {
        this.#stack.enter(slot, loop, SURE);
        this.#begin(loop);
      }
    }
    const isUnused = !isUsed(this.#guide, slot);
    const told = isUnused ? 'segment.not-used' : fault;
    if (told !== undefined) this.#problems.segment(told, this.#current.cursor.tag, this.place, this.#current);
    if (!isUnused && !(loop === NO_LOOP && isOnlyLikely)) this.#checkElements(shape);
  }

  /** The segment begins a loop, which is the innermost now. */
  #begin(loop: number): void {
    this.#current.loopNumber = loop;
    this.#current.isLoopStart = true;
    const { claimElement } = this.#slots.loopAt(loop);
    if (claimElement > 0) this.#current.beginClaim(claimElement, this.#stack.depth);
  }

  #checkElements(shape: number): void {
    if (!this.#isSound(shape)) this.#elements.check(shape, this.#current.cursor);
  }

  #isSound(shape: number): boolean {
    return !isSuspectSegment(this.#shapes, this.#codes, shape, this.#current.cursor);
  }

  /** For its `LoopStack`, as are the two below. */
  get place(): SegmentPlace {
    return this.#current.place;
  }

  slotMissing(slot: number, loop: number, place: SegmentPlace): void {
    this.#problems.missing(slot, place, this.#placeIn(loop));
  }

  loopLeft(loop: number): void {
    const id = this.#guide.loopIds[loop] as string;
    this.#checker?.loopEnded?.(id, loop);
    this.#current.leaveTo(this.#stack.depth);
  }

  #placeIn(loop: number): LoopPlace {
    return { loop: this.#guide.loopIds[loop], claim: this.#current.claim };
  }
}
