import type { Guide, LoopRule } from '../guide/guide.ts';
import { CLAIM_ACKNOWLEDGMENT } from './277ca-x214.ts';
import { REMITTANCE_ADVICE } from './835-x221a1.ts';
import { PROFESSIONAL_CLAIMS } from './837p-x222a1.ts';
import { IMPLEMENTATION_ACKNOWLEDGMENT } from './999-x231a1.ts';

/** The guides that are carried; everything else is `unchecked`. */
export const CARRIED_GUIDES: readonly Guide[] = [
  PROFESSIONAL_CLAIMS,
  REMITTANCE_ADVICE,
  IMPLEMENTATION_ACKNOWLEDGMENT,
  CLAIM_ACKNOWLEDGMENT,
];

const BY_ID: ReadonlyMap<string, Guide> = new Map(
  CARRIED_GUIDES.flatMap((guide) => guide.ids.map((id) => [id, guide] as const)),
);

/** The guide that ST03 or GS08 names, as written; undefined for one that is not carried. */
export function guideById(id: string): Guide | undefined {
  return BY_ID.get(id.trim());
}

const CARRIED_SEGMENTS: ReadonlySet<string> = new Set(CARRIED_GUIDES.flatMap(segmentsOf));

/**
 * Whether a segment identifier stands in a guide that is carried: these are X12's for certain, and may be repeated
 * in an acknowledgment (X12 interpretation 1257).
 */
export function isCarriedSegment(identifier: string): boolean {
  return CARRIED_SEGMENTS.has(identifier);
}

function segmentsOf(guide: Guide): string[] {
  return [...rulesOf(guide), ...guide.otherSegments.split(' ')];
}

function rulesOf({ segments = [], loops = [] }: Pick<LoopRule, 'segments' | 'loops'>): string[] {
  return [
    ...segments.map((rule) => rule.segment),
    ...loops.flatMap((loop) => [loop.begins.segment, ...rulesOf(loop)]),
  ];
}
