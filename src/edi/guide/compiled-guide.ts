import { invariant } from '../../base/invariant.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import type { Guide, LoopRule, SegmentRule } from './guide.ts';

/** A rule with its identifiers packed, so that matching a segment makes no string. */
export interface CompiledSegment {
  readonly rule: SegmentRule;
  readonly tag: Tag;
  /** Its bit among the segments of its loop. */
  readonly bit: number;
  readonly where: readonly CodeList[];
  readonly codes: readonly CodeList[];
}

export interface CodeList {
  readonly position: number;
  readonly codes: readonly number[];
}

export interface CompiledLoop {
  readonly loop: string;
  readonly claimElement: number | undefined;
  readonly begins: CompiledSegment;
  /** Its bit among the loops of the loop around it. */
  readonly bit: number;
  readonly isRequired: boolean;
  readonly segments: readonly CompiledSegment[];
  readonly loops: readonly CompiledLoop[];
}

export interface CompiledGuide {
  /** The set itself, as the outermost loop. */
  readonly root: CompiledLoop;
  /** Identifiers that the guide has no place for are not here; false: the segment can only begin a loop. */
  readonly knownTags: ReadonlyMap<Tag, boolean>;
}

/** One bit a rule and one a loop, in an integer. */
const RULES_MAX = 31;

export function compileGuide(guide: Guide): CompiledGuide {
  const root = compileLoop(
    { loop: '', begins: { segment: '' }, segments: guide.segments, loops: guide.loops },
    0,
  );
  const knownTags = new Map<Tag, boolean>();
  collectBeginnings(root, knownTags);
  collectSegments(root, knownTags);
  for (const id of codesOf(guide.otherSegments)) knownTags.set(id, true);
  return { root, knownTags };
}

/** Whether a segment is the one that the rule is about. */
export function isSegmentOf(rule: CompiledSegment, segment: SegmentCursor): boolean {
  if (rule.tag !== segment.tag) return false;
  for (const { position, codes } of rule.where) if (!codes.includes(segment.code(position))) return false;
  return true;
}

function compileLoop(rule: LoopRule, index: number): CompiledLoop {
  const segments = rule.segments ?? [];
  const loops = rule.loops ?? [];
  invariant(segments.length <= RULES_MAX && loops.length <= RULES_MAX, 'a loop has at most 31 rules');
  return {
    loop: rule.loop,
    claimElement: rule.claimElement,
    begins: compileSegment(rule.begins, 0),
    bit: 1 << index,
    isRequired: rule.isRequired ?? false,
    segments: segments.map(compileSegment),
    loops: loops.map(compileLoop),
  };
}

function compileSegment(rule: SegmentRule, index: number): CompiledSegment {
  return {
    rule,
    tag: tagOf(rule.segment),
    bit: 1 << index,
    where: compileCodes(rule.where),
    codes: compileCodes(rule.codes),
  };
}

function compileCodes(lists: Readonly<Record<number, string>> | undefined): CodeList[] {
  return Object.entries(lists ?? {}).map(([position, codes]) => ({
    position: Number(position),
    codes: codesOf(codes),
  }));
}

function codesOf(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(tagOf);
}

function collectBeginnings(loop: CompiledLoop, knownTags: Map<Tag, boolean>): void {
  for (const inner of loop.loops) {
    knownTags.set(inner.begins.tag, false);
    collectBeginnings(inner, knownTags);
  }
}

function collectSegments(loop: CompiledLoop, knownTags: Map<Tag, boolean>): void {
  for (const { tag } of loop.segments) knownTags.set(tag, true);
  for (const inner of loop.loops) collectSegments(inner, knownTags);
}
