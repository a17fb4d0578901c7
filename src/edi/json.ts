import { copyFile, type SegmentCopy } from './syntax/copy.ts';
import type { Delimiters } from './syntax/delimiters.ts';
import { splitReleased } from './syntax/release-character.ts';
import type { Latin1Decoder } from './syntax/segment-reader.ts';

/** An element: text, its components where it has more than one, or its repetitions where it has more than one. */
export type ElementJson =
  | string
  | readonly string[]
  | { readonly repetitions: readonly (string | readonly string[])[] };

/** The identifier, then the elements, with release characters where there are any: `["CLM", "A1", "100", "", "", ["11", "B", "1"]]`. */
export type SegmentJson = readonly [string, ...ElementJson[]];

export interface SetJson {
  /** ST to SE. */
  readonly segments: readonly SegmentJson[];
}

export interface GroupJson {
  /** GS. */
  readonly header: SegmentJson;
  readonly sets: readonly SetJson[];
  /** GE; absent where it is missing. */
  readonly trailer?: SegmentJson;
}

export interface InterchangeJson {
  readonly delimiters: Delimiters;
  /** ISA, elements as padded in the file. */
  readonly header: SegmentJson;
  /** ISX, which declares a release character; absent in HIPAA's version. */
  readonly extension?: SegmentJson;
  /** TA1 segments. */
  readonly acknowledgments: readonly SegmentJson[];
  readonly groups: readonly GroupJson[];
  readonly trailer?: SegmentJson;
}

export interface FileJson {
  readonly interchanges: readonly InterchangeJson[];
  /** Segments that stand outside their envelope, in order. */
  readonly outside: readonly SegmentJson[];
  /** What stands behind the last whole segment. */
  readonly tail: string;
}

interface OpenSet {
  readonly segments: SegmentJson[];
}

interface OpenGroup {
  readonly header: SegmentJson;
  readonly sets: OpenSet[];
  trailer?: SegmentJson;
}

interface OpenInterchange {
  readonly delimiters: Delimiters;
  readonly header: SegmentJson;
  extension?: SegmentJson;
  readonly acknowledgments: SegmentJson[];
  readonly groups: OpenGroup[];
  trailer?: SegmentJson;
}

/**
 * A file as JSON with nothing of its data lost: every segment, element, component and repetition as it stands.
 * The whole file is held in memory: this is for people and tests, not for the way of claims.
 */
export function fileToJson(decode: Latin1Decoder, bytes: Uint8Array): FileJson {
  const copy = copyFile(decode, bytes);
  const builder = new JsonBuilder();
  for (const segment of copy.segments) builder.add(segment);
  return { interchanges: builder.interchanges, outside: builder.outside, tail: copy.tail };
}

/** The segments of one interchange as X12 text again, `lineEnd` behind each terminator. */
export function interchangeFromJson(interchange: InterchangeJson, lineEnd = ''): string {
  const segments = [
    interchange.header,
    ...(interchange.extension === undefined ? [] : [interchange.extension]),
    ...interchange.acknowledgments,
    ...interchange.groups.flatMap((group) => [
      group.header,
      ...group.sets.flatMap((set) => set.segments),
      ...(group.trailer === undefined ? [] : [group.trailer]),
    ]),
    ...(interchange.trailer === undefined ? [] : [interchange.trailer]),
  ];
  const { element, component, repetition, terminator } = interchange.delimiters;
  const separator = String.fromCharCode(component);
  const joinComponents = (value: string | readonly string[]): string =>
    typeof value === 'string' ? value : value.join(separator);
  const print = (value: ElementJson): string =>
    typeof value === 'object' && 'repetitions' in value
      ? value.repetitions.map(joinComponents).join(String.fromCharCode(repetition))
      : joinComponents(value);
  const end = String.fromCharCode(terminator) + lineEnd;
  return segments.map((segment) => segment.map(print).join(String.fromCharCode(element)) + end).join('');
}

class JsonBuilder {
  readonly interchanges: OpenInterchange[] = [];
  readonly outside: SegmentJson[] = [];
  #interchange: OpenInterchange | undefined;
  #group: OpenGroup | undefined;
  #set: OpenSet | undefined;

  add(copy: SegmentCopy): void {
    const segment = segmentToJson(copy);
    const [identifier] = segment;
    if (identifier === 'ISA') this.#openInterchange(segment, copy.delimiters);
    else if (identifier === 'IEA' && this.#interchange !== undefined) this.#closeInterchange(segment);
    else if (identifier === 'GS' && this.#interchange !== undefined) {
      this.#group = { header: segment, sets: [] };
      this.#set = undefined;
      this.#interchange.groups.push(this.#group);
    } else if (identifier === 'GE' && this.#group !== undefined) {
      this.#group.trailer = segment;
      this.#group = undefined;
      this.#set = undefined;
    } else this.#addInside(segment);
  }

  /** Only directly behind ISA. */
  get #isExtensionDue(): boolean {
    const interchange = this.#interchange;
    if (interchange === undefined || interchange.extension !== undefined) return false;
    return interchange.groups.length === 0 && interchange.acknowledgments.length === 0;
  }

  #openInterchange(header: SegmentJson, delimiters: Delimiters): void {
    this.#interchange = { delimiters, header, acknowledgments: [], groups: [] };
    this.#group = undefined;
    this.#set = undefined;
    this.interchanges.push(this.#interchange);
  }

  #closeInterchange(trailer: SegmentJson): void {
    if (this.#interchange !== undefined) this.#interchange.trailer = trailer;
    this.#interchange = undefined;
    this.#group = undefined;
    this.#set = undefined;
  }

  #addInside(segment: SegmentJson): void {
    const [identifier] = segment;
    if (identifier === 'ST' && this.#group !== undefined) {
      this.#set = { segments: [segment] };
      this.#group.sets.push(this.#set);
    } else if (this.#set !== undefined) {
      this.#set.segments.push(segment);
      if (identifier === 'SE') this.#set = undefined;
    } else if (identifier === 'ISX' && this.#isExtensionDue) {
      (this.#interchange as OpenInterchange).extension = segment;
    } else if (identifier === 'TA1' && this.#interchange !== undefined && this.#group === undefined) {
      this.#interchange.acknowledgments.push(segment);
    } else this.outside.push(segment);
  }
}

function segmentToJson({ elements, delimiters, release }: SegmentCopy): SegmentJson {
  const [identifier = '', ...rest] = elements;
  // ISA11 and ISA16 hold the separators themselves.
  if (identifier === 'ISA') return [identifier, ...rest];
  const component = String.fromCharCode(delimiters.component);
  const repetition = delimiters.repetition === 0 ? undefined : String.fromCharCode(delimiters.repetition);
  const splitComponents = (text: string): string | string[] =>
    text.includes(component) ? onlyOrAll(splitReleased(text, component, release)) : text;
  return [
    identifier,
    ...rest.map((text) => {
      if (repetition === undefined || !text.includes(repetition)) return splitComponents(text);
      const repetitions = splitReleased(text, repetition, release);
      return repetitions.length === 1
        ? splitComponents(text)
        : { repetitions: repetitions.map(splitComponents) };
    }),
  ];
}

function onlyOrAll(parts: string[]): string | string[] {
  const [only = ''] = parts;
  return parts.length === 1 ? only : parts;
}
