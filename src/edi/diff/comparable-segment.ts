import type { SegmentRule } from '../guide/guide.ts';
import type { FollowedSegment } from '../outline/set-follower.ts';
import {
  normalizedElements,
  normalizedSegment,
  normalizedText,
  withoutElements,
} from '../syntax/normalized-segment.ts';
import type { ElementDifference, SegmentDifference, SegmentSide } from './difference.ts';

/** A segment in a form in which those of two files can be compared, whatever their delimiters are. */
export interface ComparableSegment {
  readonly tag: string;
  readonly ordinal: number;
  readonly loop: string | undefined;
  readonly claim: string;
  readonly rule: SegmentRule | undefined;
  /** Identifier and elements in the normalised form, but for the elements that are not compared. */
  readonly key: string;
}

/** Which elements of a segment are not compared: positions from 1, by its identifier. */
export type LeftOut = Readonly<Record<string, readonly number[]>>;

/** `claim` is the segment's own; it is handed in because each look at it makes a string. */
export function comparableSegment(
  segment: FollowedSegment,
  claim: string,
  leftOut: LeftOut,
): ComparableSegment {
  const { cursor, tag, ordinal, loops, rule } = segment;
  const key = comparedKey(tag, normalizedSegment(cursor), leftOut);
  return { tag, ordinal, loop: loops.at(-1)?.rule.id, claim, rule, key };
}

/** A segment of an envelope: its elements are simple, and those of the ISA padded. */
export function comparableEnvelope(elements: readonly string[], leftOut: LeftOut): ComparableSegment {
  const [tag = ''] = elements;
  const normalized = normalizedText(elements.map((text) => text.trimEnd()));
  return {
    tag,
    ordinal: 0,
    loop: undefined,
    claim: '',
    rule: undefined,
    key: comparedKey(tag, normalized, leftOut),
  };
}

function comparedKey(tag: string, normalized: string, leftOut: LeftOut): string {
  const positions = leftOut[tag];
  return positions === undefined ? normalized : withoutElements(normalized, positions);
}

/** What differs between two segments of one identifier, or tells of one that stands on one side only. */
export function segmentDifference(
  first: ComparableSegment | undefined,
  second: ComparableSegment | undefined,
): SegmentDifference {
  const one = first ?? second;
  const claim = one?.claim ?? '';
  return {
    segment: one?.tag ?? '',
    ...(one?.rule === undefined ? {} : { name: one.rule.name }),
    ...(one?.loop === undefined ? {} : { loop: one.loop }),
    ...(claim === '' ? {} : { claim }),
    ...(first === undefined ? {} : { first: sideOf(first) }),
    ...(second === undefined ? {} : { second: sideOf(second) }),
    elements: first === undefined || second === undefined ? [] : elementDifferences(first, second),
  };
}

/** Both sides are told with the usual delimiters, whatever their own are. */
function sideOf({ ordinal, key }: ComparableSegment): SegmentSide {
  const elements = normalizedElements(key).map((repetitions) =>
    repetitions.map((components) => components.join(':')).join('^'),
  );
  return { segmentOrdinal: ordinal, elements };
}

function elementDifferences(first: ComparableSegment, second: ComparableSegment): ElementDifference[] {
  const differences: ElementDifference[] = [];
  const [ones, others] = [normalizedElements(first.key), normalizedElements(second.key)];
  for (let at = 1; at < Math.max(ones.length, others.length); at++) {
    const [one, other] = [ones[at] ?? [], others[at] ?? []];
    const repetitionCount = Math.max(one.length, other.length);
    const componentCount = Math.max(...[...one, ...other].map(({ length }) => length));
    for (let r = 0; r < repetitionCount; r++) {
      for (let c = 0; c < componentCount; c++) {
        const [before, after] = [one[r]?.[c] ?? '', other[r]?.[c] ?? ''];
        if (before === after) continue;
        const name = nameOf(first.rule, at - 1, c);
        differences.push({
          element: at,
          ...(componentCount > 1 ? { component: c + 1 } : {}),
          ...(repetitionCount > 1 ? { repetition: r + 1 } : {}),
          ...(name === undefined ? {} : { name }),
          first: before,
          second: after,
        });
      }
    }
  }
  return differences;
}

function nameOf(rule: SegmentRule | undefined, element: number, component: number): string | undefined {
  const found = rule?.elements[element];
  return found?.kind === 'composite' ? (found.components[component]?.name ?? found.name) : found?.name;
}
