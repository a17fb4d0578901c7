import { invariant } from '../../base/invariant.ts';
import type { CompositeRule, ElementRule, Guide, LoopRule, SegmentRule, Usage } from './guide.ts';
import { capture, type GuideLine, guideLinesOf, malformed } from './guide-lines.ts';
import type { GuideSource } from './guide-source.ts';
import { readElementLine, readNotes, splitCodes } from './read-element-line.ts';

type Child = SegmentRule | LoopRule;
type Element = ElementRule | CompositeRule;

/**
 * Reads a guide from the text it is kept in, which looks like the index of the guide itself:
 *
 * ```
 * list races                                          a code list with a name
 *   A B C D
 * loop 2010AA R 1 Billing Provider Name               id, usage, repeat (>1: unbounded), name
 *   NM1 R 1 Billing Provider Name ; P0809 C1110       segment, usage, repeat, name, syntax notes
 *     01! R ID 2/3 98 Entity Identifier Code = 85     position, usage, type, least/most length, data element
 *     02 R ID 1/1 1065 Entity Type Qualifier = 1 2      number, name, codes
 *     06 N 1038 1039                                  06 and 07 are not used: data element numbers only
 *     12..15 as 10..11                                10 and 11 again, and again
 *   N4 R 1 Billing Provider City
 *     02 S ID 2/2 156 State or Province Code ~22      codes kept outside the guide: X12 code source 22
 *   DMG S 1 Demographic Information
 *     05 S C056 x10 Race or Ethnicity ; P0203         a composite, repeated up to ten times
 *       05-1 S ID 1/1 1109 Race Code = @races         its components; codes by the name of their list
 * same 2300 R 100                                     the loop of that id above, again
 * ```
 *
 * Two spaces are one level. `!` marks the element or component whose codes tell the segment from others of its
 * identifier. A code that holds a space stands in quotation marks. A text that cannot be read is our own mistake:
 * an invariant that names the line.
 */
export function readGuideText({ text, ...head }: GuideSource): Guide {
  const children = new GuideTextReader(text).read();
  invariant(isSegment(children.at(0), 'ST'), 'a guide text begins with ST');
  invariant(isSegment(children.at(-1), 'SE'), 'a guide text ends with SE');
  return { ...head, children };
}

/** Reads segments that stand in no guide, in the same form: the control segments. */
export function readSegmentTable(text: string): readonly SegmentRule[] {
  return new GuideTextReader(text).read().map((rule) => {
    invariant(rule.kind === 'segment', 'a segment table holds no loop');
    return rule;
  });
}

class GuideTextReader {
  readonly #lines: readonly GuideLine[];
  readonly #lists = new Map<string, readonly string[]>();
  readonly #loops = new Map<string, LoopRule>();
  #next = 0;

  constructor(text: string) {
    this.#lines = guideLinesOf(text);
  }

  read(): Child[] {
    while (this.#lines[this.#next]?.words.startsWith('list ') === true) this.#readList();
    return this.#readChildren(0);
  }

  #readList(): void {
    const line = this.#take(0) as GuideLine;
    const [name = ''] = capture(/^list (\S+)$/, line.words) ?? malformed(line, 'is a list with a name');
    if (this.#lists.has(name)) malformed(line, 'names a list once');
    const codes: string[] = [];
    for (let more = this.#take(1); more !== undefined; more = this.#take(1)) {
      codes.push(...splitCodes(more.words));
    }
    if (codes.length === 0) malformed(line, 'is followed by codes');
    this.#lists.set(name, codes);
  }

  #readChildren(depth: number): Child[] {
    const children: Child[] = [];
    for (let line = this.#take(depth); line !== undefined; line = this.#take(depth)) {
      if (line.words.startsWith('loop ')) children.push(this.#readLoop(line));
      else if (line.words.startsWith('same ')) children.push(this.#readSameLoop(line));
      else children.push(this.#readSegment(line));
    }
    return children;
  }

  #readLoop(line: GuideLine): LoopRule {
    const words =
      capture(/^loop (\w+) ([RS]) (>1|\d+) (.+)$/, line.words) ??
      malformed(line, 'is a loop with id, usage, repeat and name');
    const [id = '', usage, repeat = '', name = ''] = words;
    const children = this.#readChildren(line.depth + 1);
    if (children[0]?.kind !== 'segment') malformed(line, 'is followed by the segment that begins the loop');
    const loop: LoopRule = {
      kind: 'loop',
      id,
      name,
      usage: usage as 'R' | 'S',
      repeatMax: repeatMaxOf(line, repeat),
      children,
    };
    this.#loops.set(id, loop);
    return loop;
  }

  #readSameLoop(line: GuideLine): LoopRule {
    const words =
      capture(/^same (\w+) ([RS]) (>1|\d+)$/, line.words) ??
      malformed(line, 'is a loop again, with id, usage and repeat');
    const [id = '', usage, repeat = ''] = words;
    const loop = this.#loops.get(id) ?? malformed(line, 'names a loop above it');
    return { ...loop, usage: usage as 'R' | 'S', repeatMax: repeatMaxOf(line, repeat) };
  }

  #readSegment(line: GuideLine): SegmentRule {
    const words =
      capture(/^([A-Z][A-Z0-9]{1,2}) ([RSN]) (>1|\d+) (.+?)(?: ; (.+))?$/, line.words) ??
      malformed(line, 'is a segment with id, usage, repeat and name');
    const [id = '', usage, repeat = '', name = '', notes = ''] = words;
    const elements = this.#readElements(line, undefined);
    return {
      kind: 'segment',
      id,
      name,
      usage: usage as Usage,
      repeatMax: repeatMaxOf(line, repeat),
      elements,
      notes: notes === '' ? [] : readNotes(line, notes, elements.length),
    };
  }

  /** The table below a segment, or below the composite at a position of it. */
  #readElements(owner: GuideLine, composite: number | undefined): Element[] {
    const elements: Element[] = [];
    const table = { above: elements, composite, lists: this.#lists };
    const depth = owner.depth + 1;
    for (let line = this.#take(depth); line !== undefined; line = this.#take(depth)) {
      for (const rule of readElementLine(line, table)) {
        const isToBeFilled = rule.kind === 'composite' && rule.usage !== 'N' && rule.components.length === 0;
        elements.push(isToBeFilled ? this.#fillComposite(line, rule, elements.length + 1) : rule);
      }
    }
    if (elements.length === 0) malformed(owner, 'is followed by its elements');
    return elements;
  }

  #fillComposite(line: GuideLine, composite: CompositeRule, position: number): CompositeRule {
    const components = this.#readElements(line, position).map((component) => {
      if (component.kind === 'composite') malformed(line, 'is a composite of elements only');
      return component;
    });
    const [notes] = capture(/ ; (.+)$/, line.words) ?? [];
    return {
      ...composite,
      components,
      notes: notes === undefined ? [] : readNotes(line, notes, components.length),
    };
  }

  /** The next line if it stands at this depth; one that stands deeper belongs to nothing. */
  #take(depth: number): GuideLine | undefined {
    const line = this.#lines[this.#next];
    if (line === undefined || line.depth < depth) return undefined;
    if (line.depth > depth) malformed(line, 'stands one level below what it belongs to');
    this.#next++;
    return line;
  }
}

function isSegment(child: Child | undefined, id: string): boolean {
  return child?.kind === 'segment' && child.id === id;
}

function repeatMaxOf(line: GuideLine, text: string): number {
  if (text === '>1') return Number.POSITIVE_INFINITY;
  if (Number(text) < 1) malformed(line, 'repeats at least once');
  return Number(text);
}
