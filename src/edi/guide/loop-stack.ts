import { invariant } from '../../base/invariant.ts';
import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { CompiledGuide } from './guide-tables.ts';
import * as tables from './guide-tables.ts';
import type { LiveSlot, LiveSlots } from './live-slot.ts';
import * as openLoop from './open-loop.ts';
import { OpenLoop } from './open-loop.ts';
import type { QualifierMatcher } from './qualifier-matcher.ts';
import { SlotNotes } from './slot-notes.ts';
import { requiredOf, slotsOf } from './slot-queries.ts';

const { CANDIDATES_BITS, CANDIDATES_MAX, NO_LOOP, NO_SLOT, ROOT } = tables;
const { BEGUN_WITHOUT, LIKELY, SURE } = openLoop;

/** What a `LoopStack` asks and tells. */
export interface LoopStackListener {
  /** Where the segment at hand stands. */
  readonly place: SegmentPlace;
  /** A required slot of a loop was not filled; `place` is the segment before which it was due. */
  slotMissing(slot: number, loop: number, place: SegmentPlace): void;
  loopLeft(loop: number): void;
}

/** The loops that are open, the set itself outermost, and how often their slots have been filled. */
export class LoopStack {
  /** Of the innermost open loop; the set is at 0. */
  depth = 0;

  readonly #guide: CompiledGuide;
  readonly #slots: LiveSlots;
  readonly #candidates: Int32Array;
  readonly #symbolCount: number;
  readonly #listener: LoopStackListener;
  /** By depth. */
  readonly #open: readonly OpenLoop[];
  /** Slots filled once or more, in the order of loops: each loop that is left clears its own. */
  readonly #filled: LiveSlot[] = [];
  #filledCount = 0;
  readonly #notes = new SlotNotes();

  /** `slots` are the guide's, which it counts in. */
  constructor(guide: CompiledGuide, slots: LiveSlots, listener: LoopStackListener) {
    this.#guide = guide;
    this.#slots = slots;
    this.#candidates = guide.candidates;
    this.#symbolCount = guide.tags.count;
    this.#listener = listener;
    // A loop that has no place may stand on all others, once.
    this.#open = Array.from({ length: guide.depth * 2 }, () => new OpenLoop());
    this.restart();
  }

  /** Begins another set. */
  restart(): void {
    this.#slots.empty();
    this.#notes.clear();
    this.#filledCount = 0;
    this.depth = 0;
    this.#begin(NO_SLOT, ROOT, SURE);
  }

  loopAt(depth: number): number {
    return this.#at(depth).loop;
  }

  /** The slot that the loop fills in the one around it; none for the set, and for a loop that has no place. */
  slotAt(depth: number): number {
    return this.#at(depth).slot;
  }

  /** Whether the loop was taken for begun without a sound first segment. */
  isGuessed(depth: number): boolean {
    return this.#at(depth).certainty !== SURE;
  }

  isOnlyLikely(depth: number): boolean {
    return this.#at(depth).certainty === LIKELY;
  }

  isAhead(slot: number, depth: number): boolean {
    return this.#groupOf(slot) >= this.#at(depth).position;
  }

  isAtPosition(slot: number, depth: number): boolean {
    return this.#groupOf(slot) === this.#at(depth).position;
  }

  countOf(slot: number): number {
    return this.#live(slot).count;
  }

  /** The slot that was filled first in the loop at `depth`. */
  firstFilledAt(depth: number): number {
    const { filledStart } = this.#at(depth);
    return filledStart < this.#filledCount ? (this.#filled[filledStart] as LiveSlot).number : NO_SLOT;
  }

  isOverfull(slot: number): boolean {
    const { count, repeatMax } = this.#live(slot);
    return count > repeatMax;
  }

  hasRoom(slot: number): boolean {
    return this.#live(slot).hasRoom;
  }

  /**
   * Moves to the slot of a segment that finds one as it should: ahead in the innermost loop that has one for it, and
   * with room. `NO_SLOT` for any other, which `recovery.ts` looks at with more care.
   */
  advance(symbol: number, matcher: QualifierMatcher): number {
    for (let depth = this.depth; depth >= 0; depth--) {
      const open = this.#at(depth);
      const slot = this.#findAhead(open, symbol, matcher);
      if (slot === NO_SLOT) continue;
      if (!this.hasRoom(slot) || open.certainty === LIKELY) return NO_SLOT;
      this.fill(slot, depth);
      const { loop } = this.#live(slot);
      if (loop !== NO_LOOP) this.enter(slot, loop, SURE);
      return slot;
    }
    return NO_SLOT;
  }

  /**
   * Moves to a slot that has a tag, the segment's, if `advance` would: which slot it is can be guessed mostly, and a
   * guess is faster to prove than a slot to find. Nearly every segment comes here: so `fill` is written out.
   */
  advanceTo(slot: LiveSlot, segment: SegmentCursor, matcher: QualifierMatcher): boolean {
    let depth = this.depth;
    let open = this.#open[depth] as OpenLoop;
    while (open.loop !== slot.owner) {
      if (depth === 0 || this.#findAhead(open, slot.symbol, matcher) !== NO_SLOT) return false;
      open = this.#open[--depth] as OpenLoop;
    }
    const { group, count, onlyElement } = slot;
    if (group < open.position || count >= slot.repeatMax) return false;
    if (onlyElement > 0) {
      if (segment.code(onlyElement) !== slot.onlyCode) return false;
    } else if (onlyElement < 0 && !matcher.matches(slot.number)) return false;
    if (open.certainty === LIKELY) return false;
    if (depth < this.depth) this.leaveTo(depth);
    if (group > open.requiredGroup) this.#passRequired(open, group);
    open.position = group;
    slot.count = count + 1;
    if (count === 0) {
      this.#filled[this.#filledCount++] = slot;
      open.missingCount -= slot.requiredCount;
    }
    if (slot.loop !== NO_LOOP) this.enter(slot.number, slot.loop, SURE);
    return true;
  }

  /** The slot of a loop for the segment, ahead in it, full or not. */
  #findAhead(open: OpenLoop, symbol: number, matcher: QualifierMatcher): number {
    const list = this.#candidates[open.loop * this.#symbolCount + symbol] as number;
    const start = list >> CANDIDATES_BITS;
    for (let i = start; i < start + (list & CANDIDATES_MAX); i++) {
      const slot = this.#candidates[i] as number;
      if (this.#groupOf(slot) >= open.position && matcher.matches(slot)) return slot;
    }
    return NO_SLOT;
  }

  /** Fills a slot of the loop at `depth`: leaves the loops inside it, passes what is due before the slot, counts. */
  fill(slot: number, depth: number): void {
    this.leaveTo(depth);
    const open = this.#at(depth);
    const group = this.#groupOf(slot);
    if (group > open.requiredGroup) this.#passRequired(open, group);
    open.position = group;
    this.count(slot);
  }

  /** Counts a segment of the innermost loop, or a loop in it. */
  count(slot: number): void {
    const live = this.#live(slot);
    if (live.count++ > 0) return;
    this.#filled[this.#filledCount++] = live;
    this.#at(this.depth).missingCount -= live.requiredCount;
  }

  /** Counts a segment of the loop at `depth` and leaves the loops inside it open. */
  countBehind(slot: number, depth: number): void {
    if (depth === this.depth) return this.count(slot);
    const live = this.#live(slot);
    const open = this.#at(depth);
    open.isUntidy = true;
    if (live.count++ === 0) open.missingCount -= live.requiredCount;
  }

  /** A slot of the loop at `depth` is not told missing: what was meant for it has been told already. */
  forgive(slot: number, depth: number): void {
    this.#notes.forgive(slot);
    this.#at(depth).isUntidy = true;
  }

  /** Tells nothing missing in the loops from `depth` on. */
  forgiveMissing(depth: number): void {
    for (const open of this.#open.slice(depth, this.depth + 1)) {
      if (open.certainty === SURE) open.certainty = BEGUN_WITHOUT;
    }
  }

  /** Opens a loop inside the innermost one; how sure that is, `open-loop.ts` says. */
  enter(slot: number, loop: number, certainty: number): void {
    this.depth++;
    this.#begin(slot, loop, certainty);
  }

  /** Leaves the loops inside the one at `depth`; -1 leaves the set too. */
  leaveTo(depth: number): void {
    while (this.depth > depth) this.#leave();
  }

  #begin(slot: number, loop: number, certainty: number): void {
    const open = this.#open[this.depth];
    invariant(open !== undefined, 'loops are open no deeper than the guide has them');
    open.begin(this.#slots.loopAt(loop), slot, certainty);
    open.filledStart = this.#filledCount;
  }

  /** The position moves ahead to `group`: what it passes and is empty was due at the segment at hand. */
  #passRequired(open: OpenLoop, group: number): void {
    while (open.requiredGroup < group) {
      const { count, number } = open.passRequired();
      if (count > 0) continue;
      this.#notes.noteDue(number, this.#listener.place);
      open.isUntidy = true;
    }
  }

  #leave(): void {
    const { loop, missingCount, certainty, isUntidy, filledStart } = this.#at(this.depth);
    if (missingCount > 0 && certainty === SURE) this.#tellMissing(loop);
    if (isUntidy) this.#tidyUp(loop);
    const filled = this.#filled;
    for (let i = filledStart; i < this.#filledCount; i++) (filled[i] as LiveSlot).count = 0;
    this.#filledCount = filledStart;
    this.depth--;
    this.#listener.loopLeft(loop);
  }

  /** Where nothing but its first segment stands of a loop, only the first that it lacks is told. */
  #tellMissing(loop: number): void {
    const isEmpty = this.firstFilledAt(this.depth) === NO_SLOT;
    for (const slot of requiredOf(this.#guide, loop)) {
      if (this.countOf(slot) > 0 || this.#notes.isForgiven(slot)) continue;
      this.#listener.slotMissing(slot, loop, this.#notes.duePlaceOf(slot) ?? this.#listener.place);
      if (isEmpty) return;
    }
  }

  #tidyUp(loop: number): void {
    const [start, stop] = slotsOf(this.#guide, loop);
    this.#slots.empty(start, stop);
    this.#notes.forget(start, stop);
  }

  #at(depth: number): OpenLoop {
    return this.#open[depth] as OpenLoop;
  }

  #live(slot: number): LiveSlot {
    return this.#slots.at(slot);
  }

  #groupOf(slot: number): number {
    return this.#live(slot).group;
  }
}
