import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';
import type { GuideSource } from '../guide/guide-source.ts';
import { readGuideText } from '../guide/read-guide-text.ts';
import { ELIGIBILITY_INQUIRY } from './270-x279a1.ts';
import { ELIGIBILITY_RESPONSE } from './271-x279a1.ts';
import { CLAIM_STATUS_REQUEST } from './276-x212.ts';
import { CLAIM_STATUS_RESPONSE } from './277-x212.ts';
import { CLAIM_ACKNOWLEDGMENT } from './277ca-x214.ts';
import { REMITTANCE_ADVICE } from './835-x221a1.ts';
import { DENTAL_CLAIMS } from './837d-x224a2.ts';
import { INSTITUTIONAL_CLAIMS } from './837i-x223a2.ts';
import { PROFESSIONAL_CLAIMS } from './837p-x222a1.ts';
import { IMPLEMENTATION_ACKNOWLEDGMENT } from './999-x231a1.ts';

/** The guides that are carried; everything else is `unchecked`. Each is read when it is first used. */
export const CARRIED_GUIDES: readonly Guide[] = [
  PROFESSIONAL_CLAIMS,
  INSTITUTIONAL_CLAIMS,
  DENTAL_CLAIMS,
  REMITTANCE_ADVICE,
  IMPLEMENTATION_ACKNOWLEDGMENT,
  CLAIM_ACKNOWLEDGMENT,
  CLAIM_STATUS_REQUEST,
  CLAIM_STATUS_RESPONSE,
  ELIGIBILITY_INQUIRY,
  ELIGIBILITY_RESPONSE,
].map(readWhenUsed);

/**
 * The guide that ST03 or GS08 names, as written; undefined for one that is not carried. Two guides may share an id
 * (276 and 277, 270 and 271): ST01 tells them apart, and without it the first of them is answered.
 */
export function guideById(id: string, setIdentifier?: string): Guide | undefined {
  const wanted = id.trim();
  return CARRIED_GUIDES.find(
    (guide) =>
      guide.ids.includes(wanted) && (setIdentifier === undefined || guide.setIdentifier === setIdentifier),
  );
}

let carriedSegments: ReadonlySet<string> | undefined;

/**
 * Whether a segment identifier stands in a guide that is carried: these are X12's for certain, and may be repeated
 * in an acknowledgment (X12 interpretation 1257).
 */
export function isCarriedSegment(identifier: string): boolean {
  carriedSegments ??= new Set(CARRIED_GUIDES.flatMap((guide) => guide.children.flatMap(segmentsOf)));
  return carriedSegments.has(identifier);
}

function segmentsOf(rule: SegmentRule | LoopRule): string[] {
  return rule.kind === 'segment' ? [rule.id] : rule.children.flatMap(segmentsOf);
}

/** A guide that nobody uses costs nothing: its text is read at the first look at its children, and once. */
function readWhenUsed(source: GuideSource): Guide {
  const { ids, name, functionalIdentifier, setIdentifier } = source;
  let children: Guide['children'] | undefined;
  return {
    ids,
    name,
    functionalIdentifier,
    setIdentifier,
    get children() {
      children ??= readGuideText(source).children;
      return children;
    },
  };
}
