import { groupBy } from '../../base/groups.ts';
import type { CheckedSet } from '../check/check-report.ts';
import type { Guide } from '../guide/guide.ts';
import { guideById, isCarriedSegment } from '../guides/carried.ts';
import type { Problem, ProblemTrigger } from '../problems.ts';
import type { SegmentWriter } from '../syntax/segment-writer.ts';
import { ACKNOWLEDGMENT_CODES } from './acknowledgment-codes.ts';
import { isRepeatable } from './acknowledgment-envelope.ts';
import { dataElementNumber } from './guide-segments.ts';

/** IK303 and CTX04 have four characters: loop 2010AA is told as 2010. */
const LOOP_LENGTH_MAX = 4;
/** A component of CTX01 has 35. */
const CONTEXT_LENGTH_MAX = 35;
/** Positions in C030: elements and components have two digits, repetitions four. */
const POSITION_MAX = 99;
const REPETITION_MAX = 9999;
/** TR3 005010X231A1: nine triggers of a segment beside its business unit, ten of an element. */
const SEGMENT_TRIGGERS_MAX = 9;
const ELEMENT_TRIGGERS_MAX = 10;
const ELEMENTS_IN_ERROR = '8';

/** The element that names the claim in a CTX segment, for each set that has claims (TR3 005010X231A1, CTX). */
const CLAIM_CONTEXTS: Readonly<Record<string, string>> = { '837': 'CLM01', '276': 'TRN02', '277': 'TRN02' };

/**
 * Writes IK3, CTX and IK4 for what is wrong within a set, in the order of its segments; one note for what is told the
 * same way of the same place. IK404, the copy of the bad value, is never written: a problem holds no value of a file.
 *
 * Not told here, and only by IK5: a segment whose identifier may be none of X12's (interpretation 1257), and what
 * stands at an element past the ninety-ninth, which has no position. Triggers beyond the most that the guide allows
 * are left out, and so is a repetition past 9999.
 */
export function writeSegmentNotes(writer: SegmentWriter, set: CheckedSet): void {
  const guide = guideById(set.guide, set.identifier);
  if (guide === undefined) return;
  for (const problems of groupBySegment(set.problems)) writeSegmentNote(writer, set, guide, problems);
}

/** Problems that are told at a segment, those told in one IK3 together. */
function groupBySegment(problems: readonly Problem[]): Problem[][] {
  const groups = groupBy(problems.filter(isTellable), (problem) => {
    const { segment, segmentOrdinal, loop = '' } = problem.location;
    return [segmentOrdinal, segment, segmentCode(problem), loop].join(' ');
  });
  return [...groups.values()].toSorted(
    ([a], [b]) => (a?.location.segmentOrdinal ?? 0) - (b?.location.segmentOrdinal ?? 0),
  );
}

function isTellable({ code, location }: Problem): boolean {
  const { place } = ACKNOWLEDGMENT_CODES[code];
  const { segment = '', segmentOrdinal, element = 0, component = 0 } = location;
  if (segmentOrdinal === undefined || !isCarriedSegment(segment)) return false;
  if (place === 'IK4') return element > 0 && element <= POSITION_MAX && component <= POSITION_MAX;
  return place === 'IK3';
}

/** IK304. */
function segmentCode({ code }: Problem): string {
  const answer = ACKNOWLEDGMENT_CODES[code];
  return answer.place === 'IK3' ? answer.code : ELEMENTS_IN_ERROR;
}

function writeSegmentNote(
  writer: SegmentWriter,
  set: CheckedSet,
  guide: Guide,
  problems: readonly Problem[],
): void {
  const [first] = problems;
  if (first === undefined) return;
  const { segment, segmentOrdinal, loop, claim = '' } = first.location;
  const code = segmentCode(first);
  writer.begin('IK3').elements(segment, String(segmentOrdinal), loop?.slice(0, LOOP_LENGTH_MAX), code).end();
  if (code !== ELEMENTS_IN_ERROR) writeTriggers(writer, guide, problems, SEGMENT_TRIGGERS_MAX);
  const context = CLAIM_CONTEXTS[set.identifier];
  if (context !== undefined && isRepeatable(claim, writer.delimiters, CONTEXT_LENGTH_MAX)) {
    writer.begin('CTX').composite([context, claim]).end();
  }
  if (code !== ELEMENTS_IN_ERROR) return;
  for (const alike of groupBy(problems, elementKey).values()) {
    writeElementNote(writer, guide, alike);
    writeTriggers(writer, guide, alike, ELEMENT_TRIGGERS_MAX);
  }
}

/** What one IK4 tells. */
function elementKey({ code, location: { element, component, repetition } }: Problem): string {
  const answer = ACKNOWLEDGMENT_CODES[code];
  return [element, component, repetition, answer.place === 'none' ? '' : answer.code].join(' ');
}

function writeElementNote(writer: SegmentWriter, guide: Guide, [first]: readonly Problem[]): void {
  if (first === undefined) return;
  const answer = ACKNOWLEDGMENT_CODES[first.code];
  if (answer.place !== 'IK4') return;
  const { segment = '', element = 0, component = 0, repetition = 0 } = first.location;
  writer
    .begin('IK4')
    .composite([
      String(element),
      component === 0 ? '' : String(component),
      repetition === 0 || repetition > REPETITION_MAX ? '' : String(repetition),
    ])
    .elements(dataElementNumber(guide, segment, element, component), answer.code)
    .end();
}

/** What makes the rules apply, each once (X12 interpretation 812: what segments demand of each other may be told). */
function writeTriggers(
  writer: SegmentWriter,
  guide: Guide,
  problems: readonly Problem[],
  countMax: number,
): void {
  const triggers = new Map<string, ProblemTrigger>();
  for (const { location } of problems) {
    const { trigger } = location;
    if (trigger === undefined || !isCarriedSegment(trigger.segment)) continue;
    const { segmentOrdinal, element, component } = trigger;
    triggers.set([segmentOrdinal, element, component].join(' '), trigger);
  }
  for (const trigger of [...triggers.values()].slice(0, countMax)) writeTrigger(writer, guide, trigger);
}

function writeTrigger(writer: SegmentWriter, guide: Guide, trigger: ProblemTrigger): void {
  const { segment, segmentOrdinal, loop, element = 0, component = 0 } = trigger;
  writer
    .begin('CTX')
    .element('SITUATIONAL TRIGGER')
    .elements(segment, String(segmentOrdinal), loop?.slice(0, LOOP_LENGTH_MAX))
    .composite([element === 0 ? '' : String(element), component === 0 ? '' : String(component)])
    // CTX06 begins with the number of the element; the one of a composite has letters, and CTX05 says it all.
    .element(component === 0 ? dataElementNumber(guide, segment, element) : undefined)
    .end();
}
