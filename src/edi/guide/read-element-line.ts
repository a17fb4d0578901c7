import type { CompositeRule, DataType, ElementRule, SyntaxNote, Usage } from './guide.ts';
import { capture, type GuideLine, malformed } from './guide-lines.ts';

type Element = ElementRule | CompositeRule;

/** What a line of a table is read against. */
export interface ElementTable {
  /** The rules of the lines above it. */
  readonly above: readonly Element[];
  /** Set for components: the position of their composite. */
  readonly composite: number | undefined;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

const PLACE = /^(?:(\d\d)-)?(\d{1,2})(?:\.\.(\d{1,2}))?(!?) (.+)$/;
const AGAIN = /^as (\d{1,2})(?:\.\.(\d{1,2}))?$/;
const NOT_USED = /^N((?: [CI]?\d+)+)$/;
const COMPOSITE = /^([RS]) (C\d{3})(?: x([1-9]\d*))? (.+?)(?: ; .+)?$/;
const ELEMENT =
  /^([RS]) (AN|ID|DT|TM|R|N0|N2|B) (\d+)\/(\d+)(?: x([1-9]\d*))? (I?\d+) (.+?)(?: = (.+?))?(?: ~(\d+))?$/;

/** Reads one line of a segment's or composite's table into the rules that it adds. */
export function readElementLine(line: GuideLine, table: ElementTable): readonly Element[] {
  const place = capture(PLACE, line.words) ?? malformed(line, 'begins with a position');
  const [composite = '', first = '', last = '', mark = '', words = ''] = place;
  if ((composite === '' ? undefined : Number(composite)) !== table.composite) {
    malformed(line, 'names the composite that it stands below');
  }
  if (Number(first) !== table.above.length + 1)
    malformed(line, 'stands at the position after the one above it');
  const again = capture(AGAIN, words);
  if (again !== undefined) return repeatRules(line, table.above, Number(last === '' ? first : last), again);
  if (last !== '') malformed(line, 'says of several positions only which ones above they are as');
  const isQualifier = mark === '!';
  const rules = readNotUsed(words) ?? readComposite(words);
  if (rules === undefined) return [readElement(line, words, table.lists, isQualifier)];
  if (isQualifier) malformed(line, 'marks an element with codes as the qualifier');
  return rules;
}

/** Reads `P0809 C1110`; every position must be one of the `count` that the segment or composite has. */
export function readNotes(line: GuideLine, text: string, count: number): SyntaxNote[] {
  return text.split(' ').map((note) => {
    const [kind, digits = ''] =
      capture(/^([PRECL])((?:\d\d){2,})$/, note) ?? malformed(line, 'ends with syntax notes such as P0304');
    const positions = (digits.match(/\d\d/g) ?? []).map(Number);
    if (positions.some((position) => position < 1 || position > count)) {
      malformed(line, 'has syntax notes about positions that exist');
    }
    return { kind: kind as SyntaxNote['kind'], positions };
  });
}

/** Codes with spaces between; one that holds a space itself stands in quotation marks. */
export function splitCodes(text: string): readonly string[] {
  return (text.match(/"[^"]+"|\S+/g) ?? []).map((code) => code.replaceAll('"', ''));
}

/** `08..19 as 05..07`: the rules at 05 to 07, over and over. */
function repeatRules(
  line: GuideLine,
  above: readonly Element[],
  last: number,
  [from = '', until = '']: readonly string[],
): readonly Element[] {
  const size = Number(until === '' ? from : until) - Number(from) + 1;
  const pattern = above.slice(Number(from) - 1, Number(from) - 1 + size);
  const count = last - above.length;
  if (size < 1 || pattern.length < size || count < 1 || count % size !== 0) {
    malformed(line, 'repeats positions above it a whole number of times');
  }
  return Array.from({ length: count }, (_, index) => pattern[index % size] as Element);
}

function readNotUsed(words: string): readonly Element[] | undefined {
  const [numbers] = capture(NOT_USED, words) ?? [];
  return numbers?.trim().split(' ').map(unusedRule);
}

/** A rule without components yet: the lines below it hold them. */
function readComposite(words: string): readonly [CompositeRule] | undefined {
  const match = capture(COMPOSITE, words);
  if (match === undefined) return undefined;
  const [usage, id = '', repeat = '', name = ''] = match;
  const repeatMax = Number(repeat === '' ? 1 : repeat);
  return [{ kind: 'composite', usage: usage as Usage, id, name, repeatMax, components: [], notes: [] }];
}

function readElement(
  line: GuideLine,
  words: string,
  lists: ElementTable['lists'],
  isQualifier: boolean,
): ElementRule {
  const match =
    capture(ELEMENT, words) ?? malformed(line, 'is an element, a composite, or elements that are not used');
  const [usage, type, min, max, repeat = '', dataElement = '', name = '', listed = '', source = ''] = match;
  if (Number(min) < 1 || Number(min) > Number(max)) malformed(line, 'has lengths from the least to the most');
  const codes = listed === '' ? undefined : readCodes(line, listed, lists);
  if (isQualifier && codes === undefined) malformed(line, 'marks an element with codes as the qualifier');
  return {
    kind: 'element',
    usage: usage as Usage,
    dataElement,
    name,
    type: type as DataType,
    min: Number(min),
    max: Number(max),
    repeatMax: Number(repeat === '' ? 1 : repeat),
    ...(codes === undefined ? {} : { codes }),
    ...(source === '' ? {} : { codeSource: source }),
    isQualifier,
  };
}

function readCodes(line: GuideLine, text: string, lists: ElementTable['lists']): readonly string[] {
  if (!text.startsWith('@')) return splitCodes(text);
  return lists.get(text.slice(1)) ?? malformed(line, 'names a code list above it');
}

function unusedRule(id: string): Element {
  const rule = { usage: 'N', name: 'Not used', repeatMax: 1 } as const;
  if (id.startsWith('C')) return { ...rule, kind: 'composite', id, components: [], notes: [] };
  return { ...rule, kind: 'element', dataElement: id, type: 'AN', min: 0, max: 0, isQualifier: false };
}
