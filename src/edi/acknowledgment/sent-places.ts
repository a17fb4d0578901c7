import type { ProblemLocation, ProblemTrigger } from '../problems.ts';
import type { SegmentNote } from './acknowledgment.ts';
import { isMissingSegment } from './answered-problems.ts';
import { beginningOf, loopsOf } from './loop-index.ts';
import type { SentBytes, SentLoop, SentSegment, SentSet } from './sent-set.ts';

/**
 * Where a note of a segment points in the set that was sent. A segment that is missing is placed in the loop that
 * lacks it, at the segment where that was noticed. A note that points to no segment of the set, or to another one than
 * it names, keeps the place that it names, with the bytes of ST. The claim is the one that the note names, if it is
 * in the set, or the one around the segment.
 */
export function placeOfNote(set: SentSet, note: SegmentNote): ProblemLocation {
  const { segment, segmentOrdinal } = note;
  const sent = set.segments.get(segmentOrdinal);
  const isMissing = isMissingSegment(note.code);
  const isFound = sent !== undefined && (isMissing || sent.segment === segment);
  const unknown = { loop: note.loop, claim: '' };
  let around: SentLoop = unknown;
  if (isFound) around = isMissing ? (missingFrom(set, sent, note) ?? unknown) : loopAround(sent, note);
  const claim = set.claims.has(note.claim) ? note.claim : around.claim;
  return {
    ...set.numbers,
    segmentOrdinal,
    ...(segment === '' ? {} : { segment }),
    ...(around.loop === '' ? {} : { loop: around.loop }),
    ...(claim === '' ? {} : { claim }),
    ...bytesIn(isFound ? sent : set.header),
  };
}

/** The trigger with the loop that it stands in, where it points to what it names. */
export function placedTrigger(set: SentSet, trigger: ProblemTrigger): ProblemTrigger {
  const sent = set.segments.get(trigger.segmentOrdinal);
  if (sent === undefined || sent.segment !== trigger.segment) return trigger;
  const { loop: _named, ...rest } = trigger;
  return sent.loop === '' ? rest : { ...rest, loop: sent.loop };
}

export function bytesIn(bytes: SentBytes | undefined): SentBytes {
  return { byteStart: bytes?.byteStart ?? 0, byteStop: bytes?.byteStop ?? 0 };
}

/** The loop of a segment; of one that has no certain place, the one that the note names among those around it. */
function loopAround(sent: SentSegment, note: SegmentNote): SentLoop {
  if (note.loop === '' || isNamed(sent.loop, note.loop)) return sent;
  const named = sent.around.find(({ loop }) => isNamed(loop, note.loop));
  return { loop: named?.loop ?? sent.loop, claim: sent.claim };
}

/**
 * The loop that lacks a segment: one that ended where it was missed or that is open there, and has a place for it; or
 * a loop that should have begun in one of these. The claim that the note names decides between claims. Where the cut
 * name of a loop (IK303) leaves more than one, the cut name stays.
 */
function missingFrom({ guide }: SentSet, sent: SentSegment, note: SegmentNote): SentLoop | undefined {
  if (guide === undefined) return undefined;
  const loops = loopsOf(guide);
  // Loops of the claim that is named come first; the others are tried too, because a claim may be named for them.
  const candidates = sent.around.toSorted((a, b) => Number(isOfClaim(b, note)) - Number(isOfClaim(a, note)));
  const isLoopMissing = note.code === 'I7';
  if (!isLoopMissing) {
    const found = candidates.find(({ loop }) => {
      const content = loops.get(loop);
      // The beginning of a loop can be missing only where the loop is open without it.
      const isBeginning = loop === sent.loop && content?.first === note.segment;
      return isNamed(loop, note.loop) && (isBeginning || content?.segments.has(note.segment) === true);
    });
    if (found !== undefined) return found;
  }
  for (const { loop, claim, inner } of candidates) {
    const named = (loops.get(loop)?.loops ?? []).filter(
      (rule) => isNamed(rule.id, note.loop) && !inner.has(rule.id) && beginningOf(rule) === note.segment,
    );
    const required = named.filter(({ usage }) => usage === 'R');
    const [only, ...others] = isLoopMissing && required.length > 0 ? required : named;
    if (only !== undefined) return { loop: others.length === 0 ? only.id : note.loop, claim };
  }
  return undefined;
}

function isOfClaim({ claim }: SentLoop, note: SegmentNote): boolean {
  return claim !== '' && claim === note.claim;
}

/** IK303 holds the first four characters of a loop. */
function isNamed(loop: string, name: string): boolean {
  return loop === name || (name.length === 4 && loop.startsWith(name));
}
