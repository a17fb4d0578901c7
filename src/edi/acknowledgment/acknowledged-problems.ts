import { problemAt, problemMessage } from '../problem-catalog.ts';
import type { Problem, ProblemCode, ProblemLocation, ProblemSeverity } from '../problems.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import {
  type Acknowledgment,
  type GroupAnswer,
  type InterchangeAnswer,
  isAccepting,
  type SegmentNote,
  type SetAnswer,
} from './acknowledgment.ts';
import {
  type AnsweredProblem,
  elementProblemOf,
  groupProblemOf,
  interchangeProblemOf,
  segmentProblemOf,
  setProblemOf,
} from './answered-problems.ts';
import { bytesIn, placedTrigger, placeOfNote } from './sent-places.ts';
import type { SentSet } from './sent-set.ts';
import { type Sent, type SentEnvelope, walkSent } from './walk-sent.ts';

const ELEMENTS_IN_ERROR = '8';
const NO_NOTE = '000';

/**
 * What a TA1 or a 999 says, as problems of the interchange `sent` that it answers: each at its segment, element and
 * component, with our own loop, claim and bytes, which are found by following what was sent once. The sentence names
 * the code of the partner. Problems of what the partner rejects are errors; of what it accepts, warnings.
 *
 * A note that points nowhere in what was sent is kept with the place that it names. A rejection without a reason is a
 * problem too (`partner.set-fault` and its like).
 */
export function acknowledgedProblems(
  sent: Uint8Array,
  decode: Latin1Decoder,
  answer: Acknowledgment,
): readonly Problem[] {
  const walked = walkSent(sent, decode, answer);
  return [
    ...answer.interchanges.flatMap((interchange) => interchangeProblems(walked, interchange)),
    ...answer.groups.flatMap((group) => [
      ...group.sets.flatMap((set) => setProblems(walked, group, set)),
      ...groupProblems(walked, group),
    ]),
  ];
}

function interchangeProblems(sent: Sent, { controlNumber, verdict, note }: InterchangeAnswer): Problem[] {
  const isRejected = !isAccepting(verdict);
  if ((note === NO_NOTE || note === '') && !isRejected) return [];
  const found = sent.interchanges.find(
    ({ interchangeControlNumber }) => interchangeControlNumber === controlNumber.padStart(9, '0'),
  );
  const answered = interchangeProblemOf(note);
  const location = {
    ...named('interchangeControlNumber', found?.interchangeControlNumber ?? controlNumber),
    ...elementOf(answered),
    ...bytesIn(bytesOfEnvelope(found, answered)),
  };
  return [told(answered.code, `TA105 ${note}`, isRejected, location)];
}

function groupProblems(sent: Sent, group: GroupAnswer): Problem[] {
  const isRejected = !isAccepting(group.verdict);
  const isExplained = group.sets.some(({ verdict }) => !isAccepting(verdict));
  const codes = group.codes.length === 0 && isRejected && !isExplained ? [''] : group.codes;
  const found = sent.groups.get(group);
  return codes.map((code) => {
    const answered = groupProblemOf(code);
    return told(answered.code, `AK905 ${code}`, isRejected, {
      ...groupNumbers(group, found),
      ...elementOf(answered),
      ...bytesIn(bytesOfEnvelope(found, answered)),
    });
  });
}

function setProblems(sent: Sent, group: GroupAnswer, answer: SetAnswer): Problem[] {
  const isRejected = !isAccepting(answer.verdict);
  const set = sent.sets.get(answer);
  const outside = {
    ...groupNumbers(group, sent.groups.get(group)),
    ...named('setControlNumber', answer.controlNumber),
    ...bytesIn(sent.groups.get(group)?.header),
  };
  const notes = answer.segments.flatMap((note) => noteProblems(set, outside, note, isRejected));
  // 5 and I5 say only that notes of segments follow, or should.
  const codes = answer.codes.filter((code) => code !== '5' && code !== 'I5');
  if (codes.length === 0 && notes.length === 0 && isRejected) codes.push(answer.codes[0] ?? '');
  return [
    ...notes,
    ...codes.map((code) => {
      const answered = setProblemOf(code);
      return told(answered.code, `IK502 ${code}`, isRejected, placeInSet(set, outside, answered));
    }),
  ];
}

function noteProblems(
  set: SentSet | undefined,
  outside: ProblemLocation,
  note: SegmentNote,
  isRejected: boolean,
): Problem[] {
  const { segment, segmentOrdinal, loop, elements, code } = note;
  const place =
    set === undefined
      ? { ...outside, ...named('segment', segment), segmentOrdinal, ...named('loop', loop) }
      : placeOfNote(set, note);
  const withTrigger = ({ trigger }: Pick<SegmentNote, 'trigger'>): Pick<ProblemLocation, 'trigger'> =>
    trigger === undefined ? {} : { trigger: set === undefined ? trigger : placedTrigger(set, trigger) };
  const ofElements = elements.map((element) =>
    told(elementProblemOf(element.code), `IK403 ${element.code}`, isRejected, {
      ...place,
      ...(element.element === 0 ? {} : { element: element.element }),
      ...(element.component === 0 ? {} : { component: element.component }),
      ...(element.repetition === 0 ? {} : { repetition: element.repetition }),
      ...withTrigger(element),
    }),
  );
  if (code === ELEMENTS_IN_ERROR && elements.length > 0) return ofElements;
  return [
    told(segmentProblemOf(code), `IK304 ${code}`, isRejected, { ...place, ...withTrigger(note) }),
    ...ofElements,
  ];
}

function placeInSet(
  set: SentSet | undefined,
  outside: ProblemLocation,
  answered: AnsweredProblem,
): ProblemLocation {
  if (set === undefined) return { ...outside, ...elementOf(answered) };
  const { trailer } = set;
  const isAtTrailer = answered.segment === 'SE' && trailer !== undefined;
  return {
    ...set.numbers,
    ...(answered.segment === undefined ? {} : { segmentOrdinal: isAtTrailer ? trailer.segmentOrdinal : 1 }),
    ...elementOf(answered),
    ...bytesIn(isAtTrailer ? trailer : set.header),
  };
}

function told(
  code: ProblemCode,
  partnerCode: string,
  isRejected: boolean,
  location: ProblemLocation,
): Problem {
  const severity: ProblemSeverity = isRejected ? 'error' : 'warning';
  const message = `${partnerCode.trim()}: ${problemMessage(code)}`;
  return { ...problemAt(code, location, message), severity };
}

function elementOf({ segment, element }: AnsweredProblem): Pick<ProblemLocation, 'segment' | 'element'> {
  return { ...(segment === undefined ? {} : { segment }), ...(element === undefined ? {} : { element }) };
}

function groupNumbers(group: GroupAnswer, found: SentEnvelope | undefined): Partial<ProblemLocation> {
  return {
    ...named('interchangeControlNumber', found?.interchangeControlNumber ?? ''),
    ...named('groupControlNumber', found?.groupControlNumber ?? group.controlNumber),
  };
}

function bytesOfEnvelope(
  envelope: SentEnvelope | undefined,
  { segment }: AnsweredProblem,
): SentEnvelope['header'] | undefined {
  return segment === 'GE' || segment === 'IEA' ? (envelope?.trailer ?? envelope?.header) : envelope?.header;
}

/** A name that an answer gives; what cannot be one may be anything and is not kept. */
function named<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  return /^[A-Za-z0-9]{1,9}$/.test(text) ? ({ [key]: text } as Record<Key, string>) : {};
}
