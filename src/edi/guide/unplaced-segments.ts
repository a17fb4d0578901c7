import type { ProblemCode } from '../problems.ts';
import type { CurrentSegment } from './current-segment.ts';
import type { GuideProblems, LoopPlace } from './guide-problems.ts';
import { NO_LOOP, NO_SLOT } from './guide-tables.ts';
import { BEGUN_WITHOUT, LIKELY } from './open-loop.ts';
import {
  type FoundSlot,
  findAhead,
  findLoopsAround,
  findMissingBeginning,
  findNeeded,
  type Guess,
  type Recovery,
  recover,
  type Situation,
} from './recovery.ts';
import { hasSibling, loopOf, shapeOf } from './slot-queries.ts';
import { NO_SYMBOL } from './tag-table.ts';

/** What a `GuideChecker` does with a segment once a slot is found for it; `fault` is what is wrong with that. */
export type PutSegment = (slot: number, depth: number, fault?: ProblemCode) => void;

export interface UnplacedSegmentsOptions {
  readonly situation: Situation;
  readonly current: CurrentSegment;
  readonly problems: GuideProblems;
  readonly put: PutSegment;
}

const NOT_DISPLACED: FoundSlot = { slot: NO_SLOT, depth: 0 };

/**
 * Deals with segments that find no place as they should: tells what is wrong, once, and leaves the open loops as they
 * would be if the segment had been right, so that one fault does not make others.
 */
export class UnplacedSegments {
  readonly #situation: Situation;
  readonly #current: CurrentSegment;
  readonly #problems: GuideProblems;
  readonly #put: PutSegment;
  /** Loops that the segment before may have begun; the one at hand decides. */
  #guesses: readonly Guess[] = [];
  /** Loops that what follows the segment before may be of, because it had no place, or its place was behind. */
  #strayLoops: readonly Guess[] = [];
  #strayOrdinal = 0;
  /** The last segment told to stand behind its place in an outer loop. */
  #displaced = NOT_DISPLACED;
  #displacedOrdinal = 0;

  constructor({ situation, current, problems, put }: UnplacedSegmentsOptions) {
    this.#situation = situation;
    this.#current = current;
    this.#problems = problems;
    this.#put = put;
  }

  /** Forgets what the set before may have meant. */
  restart(): void {
    this.#guesses = [];
    this.#strayLoops = [];
    this.#strayOrdinal = 0;
    this.#displaced = NOT_DISPLACED;
    this.#displacedOrdinal = 0;
  }

  get hasGuesses(): boolean {
    return this.#guesses.length > 0;
  }

  /** The segment at hand has an identifier of the guide, and was not put where it should have been. */
  take(symbol: number): void {
    const { stack, matcher } = this.#situation;
    const found = findAhead(this.#situation, symbol);
    const isMatch = found !== undefined && matcher.matches(found.slot);
    if (found !== undefined && isMatch && stack.hasRoom(found.slot))
      return this.#put(found.slot, found.depth);
    const stray = this.#isFollowing(this.#strayOrdinal) ? this.#findStray(symbol) : undefined;
    if (stray !== undefined) return this.#enterStray(stray, symbol);
    if (found === undefined || (!isMatch && !stack.hasRoom(found.slot))) {
      return this.#follow(recover(this.#situation, symbol), symbol);
    }
    if (isMatch) return this.#putTooMany(found);
    this.#takeOnlyPlace(found, symbol);
  }

  /** The one place for the identifier, though the first code says otherwise: unless that speaks for another loop. */
  #takeOnlyPlace({ slot, depth }: FoundSlot, symbol: number): void {
    const other = findMissingBeginning(this.#situation, symbol);
    const isOther = other !== undefined && this.#situation.isSoundFor(other.inner);
    if (isOther) this.#beginWithout(other.slot, other.depth, other.inner);
    else this.#put(slot, depth);
  }

  /** Decides which loop the segment before began: one that has a place for the segment now at hand. */
  settleGuesses(symbol: number): void {
    const { stack, matcher } = this.#situation;
    const guesses = this.#guesses;
    this.#guesses = [];
    for (const { depth, slot, loop } of guesses) {
      if (symbol === NO_SYMBOL || matcher.findIn(loop, symbol) === NO_SLOT) continue;
      if (slot === NO_SLOT) stack.leaveTo(depth);
      else stack.fill(slot, depth);
      return stack.enter(slot, loop, LIKELY);
    }
    const needed = findNeeded(this.#situation, guesses);
    if (needed !== undefined) stack.forgive(needed.slot, needed.depth);
  }

  #follow(recovery: Recovery, symbol: number): void {
    switch (recovery.kind) {
      case 'ignored':
        return;
      case 'beginning-missing':
        return this.#beginWithout(recovery.slot, recovery.depth, recovery.inner);
      case 'behind':
        if (this.#situation.stack.hasRoom(recovery.slot)) return this.#putDisplaced(recovery);
        this.#putTooMany(recovery);
        return this.#remember(findLoopsAround(this.#situation, symbol));
      case 'qualifier-unknown':
        return this.#takeForOneOf(recovery.slots, recovery.depth);
      case 'loop-qualifier-unknown':
        return this.#guess(recovery.guesses);
      case 'unexpected':
        return this.#leaveOut(recovery.loops, symbol);
      default:
        recovery satisfies never;
    }
  }

  /** Opens a loop whose first segment is missing, for a segment that stands in it. */
  #beginWithout(slot: number, depth: number, inner: number): void {
    const { guide, stack } = this.#situation;
    const loop = loopOf(guide, slot);
    stack.fill(slot, depth);
    this.#problems.beginningMissing(slot, this.#current.place, this.#placeIn(loop));
    stack.enter(slot, loop, BEGUN_WITHOUT);
    this.#put(inner, stack.depth);
  }

  /**
   * A segment behind its place. In the innermost loop the position goes back with it; in an outer one the loops inside
   * stay open, and a row of such segments is told once. Where it begins a loop it ends those inside, but what they
   * still lack may come.
   */
  #putDisplaced({ slot, depth }: FoundSlot): void {
    const { stack } = this.#situation;
    const isFurther =
      this.#isFollowing(this.#displacedOrdinal) &&
      this.#displaced.depth === depth &&
      this.#displaced.slot <= slot;
    const fault = isFurther ? undefined : 'segment.wrong-order';
    const ended: Guess[] = [];
    for (let inner = stack.depth; inner > depth; inner--) {
      ended.push({ loop: stack.loopAt(inner), slot: NO_SLOT, depth: inner });
    }
    if (ended.length > 0) {
      this.#displaced = { slot, depth };
      this.#displacedOrdinal = this.#current.segmentOrdinal;
    }
    const isLoop = loopOf(this.#situation.guide, slot) !== NO_LOOP;
    if (isLoop) stack.forgiveMissing(depth + 1);
    this.#put(slot, depth, fault);
    if (isLoop) this.#remember(ended);
  }

  /** One more than the guide allows: told where the limit is passed, and not again for each that is more. */
  #putTooMany({ slot, depth }: FoundSlot): void {
    const { guide, stack } = this.#situation;
    const code = loopOf(guide, slot) === NO_LOOP ? 'segment.too-many' : 'loop.too-many';
    const isFirst = !stack.isOverfull(slot);
    // The first segment of a loop twice: the loop lacks nothing, it only has begun twice.
    const isTwice = stack.slotAt(stack.depth) === slot && stack.firstFilledAt(stack.depth) === NO_SLOT;
    if (isTwice) stack.forgiveMissing(stack.depth);
    this.#put(slot, depth, isFirst ? code : undefined);
  }

  /** The segment has a qualifier that none of the slots has. Where there is one slot, its other elements are checked. */
  #takeForOneOf(slots: readonly number[], depth: number): void {
    const { guide, stack } = this.#situation;
    const [first = NO_SLOT] = slots;
    stack.leaveTo(depth);
    this.#current.slot = first;
    this.#current.loopNumber = stack.loopAt(depth);
    this.#tellUnknownQualifier(first, depth);
    const isAlone = !hasSibling(guide, stack.loopAt(depth), first);
    if (isAlone && stack.hasRoom(first)) return this.#put(first, depth);
    const needed = findNeeded(
      this.#situation,
      slots.map((slot) => ({ slot })),
    );
    if (needed !== undefined) stack.forgive(needed.slot, depth);
  }

  #guess(guesses: readonly Guess[]): void {
    const [first] = guesses;
    if (first === undefined) return;
    this.#tellUnknownQualifier(first.slot, first.depth);
    const { guide, stack } = this.#situation;
    const isAlone = guesses.length === 1 && !hasSibling(guide, stack.loopAt(first.depth), first.slot);
    if (isAlone && stack.hasRoom(first.slot)) this.#put(first.slot, first.depth);
    else this.#guesses = guesses;
  }

  /** The segment has no place; what follows may be of a loop that it begins elsewhere, or would stand in. */
  #leaveOut(loops: readonly number[], symbol: number): void {
    const { stack } = this.#situation;
    const { cursor, place } = this.#current;
    const innermost = this.#placeIn(stack.loopAt(stack.depth));
    this.#problems.segment('segment.unexpected', cursor.tag, place, innermost);
    this.#leaveStrayLoops();
    this.#guesses = loops.map((loop) => ({ depth: stack.depth, slot: NO_SLOT, loop }));
    this.#remember(findLoopsAround(this.#situation, symbol));
  }

  #findStray(symbol: number): Guess | undefined {
    return this.#strayLoops.find(({ loop }) => this.#situation.matcher.findIn(loop, symbol) !== NO_SLOT);
  }

  /** The segment follows one that had no place, in a loop that would hold both. */
  #enterStray({ loop, slot, depth }: Guess, symbol: number): void {
    const { stack, matcher } = this.#situation;
    this.#leaveStrayLoops();
    if (slot !== NO_SLOT) stack.fill(slot, depth);
    stack.enter(slot, loop, LIKELY);
    this.#put(matcher.findIn(loop, symbol), stack.depth);
  }

  /** Leaves loops that the guide has no place for where they stand, and what is open inside them. */
  #leaveStrayLoops(): void {
    const { stack } = this.#situation;
    for (let depth = 1; depth <= stack.depth; depth++) {
      if (stack.slotAt(depth) === NO_SLOT) stack.leaveTo(depth - 1);
    }
  }

  #remember(loops: readonly Guess[]): void {
    this.#strayLoops = loops;
    this.#strayOrdinal = this.#current.segmentOrdinal;
  }

  /** Whether the segment at hand comes right behind that of an ordinal. */
  #isFollowing(ordinal: number): boolean {
    return ordinal > 0 && this.#current.segmentOrdinal === ordinal + 1;
  }

  #tellUnknownQualifier(slot: number, depth: number): void {
    const { guide, stack, matcher } = this.#situation;
    const { cursor, place } = this.#current;
    const at = { shape: shapeOf(guide, slot), ...matcher.mismatchOf(slot), repetition: 0 };
    this.#problems.element(
      'element.code-not-in-list',
      cursor.tag,
      place,
      this.#placeIn(stack.loopAt(depth)),
      at,
    );
  }

  #placeIn(loop: number): LoopPlace {
    return { loop: this.#situation.guide.loopIds[loop], claim: this.#current.claim };
  }
}
