import { parseCount } from '../envelope/control-numbers.ts';
import { EnvelopeReader } from '../envelope/envelope-reader.ts';
import type { ProblemTrigger } from '../problems.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import { isSegmentIdentifier, tagOf } from '../syntax/tag.ts';
import type {
  Acknowledgment,
  ElementNote,
  GroupAnswer,
  InterchangeAnswer,
  SegmentNote,
  SetAnswer,
} from './acknowledgment.ts';

/** Notes kept of one file: a person reads a few, and a fault repeated in every claim must not fill memory. */
export const NOTES_MAX = 5000;

const AK1 = tagOf('AK1');
const AK2 = tagOf('AK2');
const IK3 = tagOf('IK3');
const CTX = tagOf('CTX');
const IK4 = tagOf('IK4');
const IK5 = tagOf('IK5');
const AK9 = tagOf('AK9');

const TRIGGER_CONTEXT = 'SITUATIONAL TRIGGER';
const CLAIM_CONTEXTS: readonly string[] = ['CLM01', 'TRN02'];

type Building<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/**
 * Reads the TA1 segments and the 999 sets (005010X231A1) of a file. Segments out of place are read for what they are
 * worth, a set without AK1 is left out because it answers nobody, and no input makes it throw.
 */
export function readAcknowledgment(bytes: Uint8Array, decode: Latin1Decoder): Acknowledgment {
  const builder = new AcknowledgmentBuilder();
  const reader = new EnvelopeReader(decode, {
    interchangeAcknowledgment: (segment) => builder.addInterchange(segment),
    setOpened: ({ identifier }) => builder.openAnswer(identifier === '999'),
    countedSegment: (segment) => builder.addSegment(segment),
  });
  reader.feed(bytes);
  reader.finish();
  return builder.acknowledgment;
}

class AcknowledgmentBuilder {
  readonly acknowledgment: { readonly interchanges: InterchangeAnswer[]; readonly groups: GroupAnswer[] } = {
    interchanges: [],
    groups: [],
  };
  #isAnswer = false;
  #noteCount = 0;
  #group: Building<GroupAnswer> | undefined;
  #set: Building<SetAnswer> | undefined;
  #segment: Building<SegmentNote> | undefined;
  #element: Building<ElementNote> | undefined;

  addInterchange(segment: SegmentCursor): void {
    this.acknowledgment.interchanges.push({
      controlNumber: segment.text(1),
      verdict: codeAt(segment, 4),
      note: codeAt(segment, 5),
    });
  }

  openAnswer(isAnswer: boolean): void {
    this.#isAnswer = isAnswer;
    this.#group = undefined;
    this.#set = undefined;
    this.#segment = undefined;
    this.#element = undefined;
  }

  addSegment(segment: SegmentCursor): void {
    if (!this.#isAnswer) return;
    switch (segment.tag) {
      case AK1:
        return this.#openGroup(segment);
      case AK2:
        return this.#openSet(segment);
      case IK3:
        return this.#openSegment(segment);
      case CTX:
        return this.#addContext(segment);
      case IK4:
        return this.#addElement(segment);
      case IK5:
        return closeWith(this.#set, segment, 2);
      case AK9:
        return closeWith(this.#group, segment, 5);
      default:
    }
  }

  #openGroup(segment: SegmentCursor): void {
    this.#group = {
      functionalIdentifier: segment.text(1),
      controlNumber: segment.text(2),
      verdict: '',
      codes: [],
      sets: [],
    };
    this.#set = undefined;
    this.acknowledgment.groups.push(this.#group);
  }

  #openSet(segment: SegmentCursor): void {
    this.#set = { controlNumber: segment.text(2), verdict: '', codes: [], segments: [] };
    this.#segment = undefined;
    this.#group?.sets.push(this.#set);
  }

  #openSegment(segment: SegmentCursor): void {
    const identifier = segment.code(1);
    this.#segment = {
      segment: isSegmentIdentifier(identifier) ? segment.text(1) : '',
      segmentOrdinal: parseCount(segment.text(2)) ?? 0,
      loop: loopAt(segment, 3),
      code: codeAt(segment, 4),
      claim: '',
      elements: [],
    };
    this.#element = undefined;
    if (++this.#noteCount <= NOTES_MAX) this.#set?.segments.push(this.#segment);
  }

  #addElement(segment: SegmentCursor): void {
    const [element = 0, component = 0, repetition = 0] = positionsAt(segment, 1);
    this.#element = { element, component, repetition, code: codeAt(segment, 3) };
    if (++this.#noteCount <= NOTES_MAX) this.#segment?.elements.push(this.#element);
  }

  #addContext(segment: SegmentCursor): void {
    if (this.#segment === undefined) return;
    const separator = String.fromCharCode(segment.delimiters.component);
    for (const context of segment.repetitions(1)) {
      const [name = '', value = ''] = context.split(separator);
      if (name === TRIGGER_CONTEXT) this.#takeTrigger(triggerIn(segment));
      else if (CLAIM_CONTEXTS.includes(name) && this.#segment.claim === '') this.#segment.claim = value;
    }
  }

  /** Of several triggers the first is kept. */
  #takeTrigger(trigger: ProblemTrigger | undefined): void {
    const note = this.#element ?? this.#segment;
    if (note !== undefined && trigger !== undefined) note.trigger ??= trigger;
  }
}

function closeWith(
  answer: { verdict: string; codes: string[] } | undefined,
  segment: SegmentCursor,
  firstCode: number,
): void {
  if (answer === undefined) return;
  answer.verdict = codeAt(segment, 1);
  for (let position = firstCode; position < firstCode + 5; position++) {
    const code = codeAt(segment, position);
    if (code !== '') answer.codes.push(code);
  }
}

function triggerIn(segment: SegmentCursor): ProblemTrigger | undefined {
  const segmentOrdinal = parseCount(segment.text(3));
  if (segmentOrdinal === undefined || !isSegmentIdentifier(segment.code(2))) return undefined;
  const loop = loopAt(segment, 4);
  const [element = 0, component = 0] = positionsAt(segment, 5);
  return {
    segment: segment.text(2),
    segmentOrdinal,
    ...(loop === '' ? {} : { loop }),
    ...(element === 0 ? {} : { element }),
    ...(component === 0 ? {} : { component }),
  };
}

/** The positions of a C030, 0 for one that is absent or no number. */
function positionsAt(segment: SegmentCursor, position: number): number[] {
  return segment.components(position).map((text) => parseCount(text) ?? 0);
}

/** A code of these segments has at most three letters and digits; anything else is no code and may be data. */
function codeAt(segment: SegmentCursor, position: number): string {
  const text = segment.text(position);
  return /^[A-Z0-9]{1,3}$/.test(text) ? text : '';
}

function loopAt(segment: SegmentCursor, position: number): string {
  const text = segment.text(position);
  return /^\d{4}[A-Z]{0,2}$/.test(text) ? text : '';
}
