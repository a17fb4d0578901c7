import { type CompiledGuide, NO_LOOP, NO_SLOT, SLOT_LENGTH, SLOT_SYMBOL } from './guide-tables.ts';
import type { LoopStack } from './loop-stack.ts';
import type { QualifierMatcher } from './qualifier-matcher.ts';
import {
  candidatesOf,
  firstRequired,
  hasSibling,
  isUsed,
  loopOf,
  requiredOf,
  slotsOf,
} from './slot-queries.ts';

/** Where a set stands in its guide when a segment comes that has no place ahead. */
export interface Situation {
  readonly guide: CompiledGuide;
  readonly stack: LoopStack;
  /** At the segment. */
  readonly matcher: QualifierMatcher;
  /** Whether the elements of the segment are sound for a slot. */
  readonly isSoundFor: (slot: number) => boolean;
}

/** A slot, and the depth of the loop that has it. */
export interface FoundSlot {
  readonly slot: number;
  readonly depth: number;
}

/** A loop that a segment may have been meant to begin; without a slot it has no place where it stands. */
export interface Guess extends FoundSlot {
  readonly loop: number;
}

/** The segment fills `inner` of a loop whose first segment is missing: the loop of `slot`. */
export interface BeginningMissing extends FoundSlot {
  readonly kind: 'beginning-missing';
  readonly inner: number;
}

/** What such a segment is taken for, so that one fault is told once and what follows can be followed. */
export type Recovery =
  /** It belongs to a loop that was guessed, whose fault has been told. */
  | { readonly kind: 'ignored' }
  | BeginningMissing
  /** It has a place in an open loop, but behind the position. */
  | ({ readonly kind: 'behind' } & FoundSlot)
  /** Its identifier has a place ahead, its qualifier has none. The slots are those it may have been meant for. */
  | { readonly kind: 'qualifier-unknown'; readonly depth: number; readonly slots: readonly number[] }
  | { readonly kind: 'loop-qualifier-unknown'; readonly guesses: readonly Guess[] }
  /** Nothing open has a place for it. It begins these loops elsewhere in the guide. */
  | { readonly kind: 'unexpected'; readonly loops: readonly number[] };

/** The slot ahead in the innermost loop that has one for the segment: the first with room, or else the first at all. */
export function findAhead(situation: Situation, symbol: number): FoundSlot | undefined {
  const { stack, matcher } = situation;
  for (let depth = stack.depth; depth >= 0; depth--) {
    const fitting = [...candidatesAt(situation, depth, symbol)].filter(
      (slot) => stack.isAhead(slot, depth) && matcher.canOnlyBe(slot),
    );
    const slot = fitting.find((one) => stack.hasRoom(one)) ?? fitting[0];
    if (slot !== undefined) return { slot, depth };
  }
  return undefined;
}

/** Decides about a segment for which nothing was found ahead. */
export function recover(situation: Situation, symbol: number): Recovery {
  if (isOfGuessedLoop(situation, symbol)) return { kind: 'ignored' };
  const found =
    findMissingBeginning(situation, symbol) ??
    findBehind(situation, symbol) ??
    findElsewhere(situation, symbol) ??
    findUnknownQualifier(situation, symbol);
  const { stack } = situation;
  const isUnexpected = found === undefined || (found.kind === 'unexpected' && found.loops.length === 0);
  if (isUnexpected && stack.isOnlyLikely(stack.depth)) return { kind: 'ignored' };
  return found ?? { kind: 'unexpected', loops: [] };
}

/**
 * Loops ahead that would hold a segment which has no place: where it stands alone it is one segment too many, but what
 * follows it may be of the same loop, whose first segment is missing. A loop that is due is taken for begun then.
 */
export function findLoopsAround(situation: Situation, symbol: number): Guess[] {
  const { guide, stack, matcher } = situation;
  const found: Guess[] = [];
  for (let depth = stack.depth; depth >= 0; depth--) {
    for (const slot of loopSlotsAhead(situation, depth)) {
      const loop = loopOf(guide, slot);
      if (matcher.findIn(loop, symbol) === NO_SLOT) continue;
      found.push({ loop, depth, slot: isDue(situation, { slot, depth }) ? slot : NO_SLOT });
    }
  }
  return found;
}

/** Of slots that a segment was meant for, one that would be told missing without it, if any. */
export function findNeeded<Found extends { readonly slot: number }>(
  { guide, stack }: Situation,
  found: readonly Found[],
): Found | undefined {
  return found.find(({ slot }) => guide.required.includes(slot) && stack.countOf(slot) === 0);
}

/** Whether the innermost loops are guessed and have a place for such a segment, whatever its qualifier. */
function isOfGuessedLoop(situation: Situation, symbol: number): boolean {
  const { stack } = situation;
  for (let depth = stack.depth; stack.isGuessed(depth); depth--) {
    if (candidatesAt(situation, depth, symbol).length > 0) return true;
  }
  return false;
}

/**
 * A loop that would hold the segment, had it begun: one ahead, or an open one once more. Of several the innermost is
 * taken, and one for which the segment is sound.
 */
export function findMissingBeginning(situation: Situation, symbol: number): BeginningMissing | undefined {
  const hasOtherPlace = hasCandidates(situation, symbol);
  const found: BeginningMissing[] = [];
  for (let depth = situation.stack.depth; depth >= 0; depth--) {
    for (const slot of loopSlotsAhead(situation, depth)) {
      const inner = situation.matcher.findIn(loopOf(situation.guide, slot), symbol);
      if (inner === NO_SLOT) continue;
      if (speaksFor(situation, { slot, depth, inner }, hasOtherPlace))
        found.push({ kind: 'beginning-missing', slot, depth, inner });
    }
    found.push(...findRepeatedLoop(situation, depth, symbol));
  }
  return found.find(({ inner }) => situation.isSoundFor(inner)) ?? found[0];
}

/**
 * Whether a segment speaks for a loop that has not begun. Any does for a loop that is due, where the identifier has no
 * other place or the loop is due right here. For a loop that no sibling can be taken for, its first required segment
 * does, or one that has no other place. But an address behind a provider whose loop has none is a segment too many, and
 * no sign of another provider.
 */
function speaksFor(
  { guide, stack }: Situation,
  { slot, depth, inner }: FoundSlot & { readonly inner: number },
  hasOtherPlace: boolean,
): boolean {
  const isHere = !hasOtherPlace || stack.isAtPosition(slot, depth);
  if (isHere && isDue({ guide, stack }, { slot, depth })) return true;
  if (hasSibling(guide, stack.loopAt(depth), slot)) return false;
  return !hasOtherPlace || inner === firstRequired(guide, loopOf(guide, slot));
}

/** Whether a slot must be filled and is not. */
function isDue({ guide, stack }: Pick<Situation, 'guide' | 'stack'>, { slot, depth }: FoundSlot): boolean {
  return requiredOf(guide, stack.loopAt(depth)).includes(slot) && stack.countOf(slot) === 0;
}

/** The loop at `depth` once more, where the segment has come in it as its first, or the loop's own last one has come. */
function findRepeatedLoop(
  { guide, stack, matcher }: Situation,
  depth: number,
  symbol: number,
): BeginningMissing[] {
  const slot = stack.slotAt(depth);
  if (slot === NO_SLOT || !stack.hasRoom(slot)) return [];
  const loop = stack.loopAt(depth);
  const inner = matcher.findIn(loop, symbol);
  if (inner === NO_SLOT || stack.isAhead(inner, depth)) return [];
  const isFirst = inner === firstRequired(guide, loop) || inner === stack.firstFilledAt(depth);
  const last = slotsOf(guide, loop)[1] - 1;
  const isAtEnd = loopOf(guide, last) === NO_LOOP && stack.isAtPosition(last, depth);
  if (!isAtEnd && !(isFirst && stack.countOf(inner) > 0)) return [];
  return [{ kind: 'beginning-missing', slot, depth: depth - 1, inner }];
}

function findBehind(situation: Situation, symbol: number): Recovery | undefined {
  const { guide, stack, matcher } = situation;
  for (let depth = stack.depth; depth >= 0; depth--) {
    const matching = [...candidatesAt(situation, depth, symbol)].filter(
      (slot) => isUsed(guide, slot) && matcher.matches(slot),
    );
    const slot = matching.find((one) => stack.hasRoom(one)) ?? matching[0];
    if (slot !== undefined) return { kind: 'behind', depth, slot };
  }
  return undefined;
}

/** The guide has such a segment, qualifier and all, but in no open loop. */
function findElsewhere({ guide, matcher }: Situation, symbol: number): Recovery | undefined {
  const begun = new Set<number>();
  let isKnown = false;
  for (let slot = 0; slot * SLOT_LENGTH < guide.slots.length; slot++) {
    if (guide.slots[slot * SLOT_LENGTH + SLOT_SYMBOL] !== symbol) continue;
    if (!isUsed(guide, slot) || !matcher.matches(slot)) continue;
    isKnown = true;
    if (loopOf(guide, slot) !== NO_LOOP) begun.add(loopOf(guide, slot));
  }
  return isKnown ? { kind: 'unexpected', loops: [...begun] } : undefined;
}

/** Slots ahead for its identifier: segments of the innermost loop that has any, or loops that it may begin. */
function findUnknownQualifier(situation: Situation, symbol: number): Recovery | undefined {
  const { guide, stack } = situation;
  const guesses: Guess[] = [];
  for (let depth = stack.depth; depth >= 0; depth--) {
    const ahead = [...candidatesAt(situation, depth, symbol)].filter((slot) => stack.isAhead(slot, depth));
    const open = ahead.filter((slot) => stack.hasRoom(slot));
    const slots = open.length > 0 ? open : ahead;
    const loops = slots.filter((slot) => loopOf(guide, slot) !== NO_LOOP);
    if (guesses.length === 0 && slots.length > loops.length) {
      return { kind: 'qualifier-unknown', depth, slots };
    }
    for (const slot of loops) guesses.push({ depth, slot, loop: loopOf(guide, slot) });
  }
  return guesses.length > 0 ? { kind: 'loop-qualifier-unknown', guesses } : undefined;
}

/** The slots of the loop at `depth` that a segment identifier may fill, ahead or behind. */
function candidatesAt({ guide, stack }: Situation, depth: number, symbol: number): Int32Array {
  return candidatesOf(guide, stack.loopAt(depth), symbol);
}

function hasCandidates(situation: Situation, symbol: number): boolean {
  for (let depth = situation.stack.depth; depth >= 0; depth--) {
    if (candidatesAt(situation, depth, symbol).length > 0) return true;
  }
  return false;
}

function loopSlotsAhead({ guide, stack }: Situation, depth: number): number[] {
  const [start, stop] = slotsOf(guide, stack.loopAt(depth));
  const found: number[] = [];
  for (let slot = start; slot < stop; slot++) {
    const isLoop = loopOf(guide, slot) !== NO_LOOP;
    if (isLoop && stack.isAhead(slot, depth) && stack.hasRoom(slot)) found.push(slot);
  }
  return found;
}
