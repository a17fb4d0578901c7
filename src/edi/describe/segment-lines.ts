import type { CompositeRule, ElementRule } from '../guide/guide.ts';
import type { FollowedSegment } from '../outline/set-follower.ts';
import { type ElementSurroundings, elementWords } from './element-words.ts';
import { plainValue } from './plain-value.ts';

/** Where values begin, so that they stand under each other however deep the loop is. */
const VALUE_COLUMN = 68;
/** An amount ends this many characters behind that column: as wide as a million with cents. */
const AMOUNT_WIDTH = 12;
/** Of an element whose name is not known. */
const NUMBER_WIDTH = 2;

/** The lines of one segment for people: its name, then each element that holds something. */
export function segmentLines(segment: FollowedSegment, indent: string): string[] {
  const { cursor, rule, tag } = segment;
  const name = rule?.name ?? (segment.hasGuide ? 'has no place in the guide' : '');
  const lines = [`${indent}${tag}${name === '' ? '' : `  ${name}`}`];
  for (let position = 1; position <= cursor.elementCount; position++) {
    if (!cursor.has(position)) continue;
    const element = rule?.elements[position - 1];
    const inner = `${indent}  `;
    if (element?.kind === 'composite') lines.push(...compositeLines(segment, position, element, inner));
    else lines.push(...simpleLines(segment, position, element, inner));
  }
  return lines;
}

function simpleLines(
  { cursor, tag, rule: segmentRule }: FollowedSegment,
  position: number,
  rule: ElementRule | undefined,
  indent: string,
): string[] {
  if (rule === undefined) {
    const name = `${tag}${String(position).padStart(NUMBER_WIDTH, '0')}`;
    return [valueLine(indent, name, { text: cursor.text(position), isAmount: false })];
  }
  const neighbour = (at: number): ElementSurroundings['before'] => {
    const beside = segmentRule?.elements[at - 1];
    return beside?.kind === 'element' ? { rule: beside, text: cursor.text(at) } : undefined;
  };
  const around = surroundings('', neighbour(position - 1), neighbour(position + 1));
  const texts = rule.repeatMax > 1 ? cursor.repetitions(position) : [cursor.text(position)];
  return texts.map((text) => elementLine(rule, text, around, indent));
}

function compositeLines(
  { cursor }: FollowedSegment,
  position: number,
  rule: CompositeRule,
  indent: string,
): string[] {
  const separator = String.fromCharCode(cursor.delimiters.component);
  const repetitions = rule.repeatMax > 1 ? cursor.repetitions(position) : [cursor.text(position)];
  return repetitions.flatMap((repetition) => {
    const texts = repetition.split(separator);
    const neighbour = (at: number): ElementSurroundings['before'] => {
      const beside = rule.components[at];
      return beside === undefined ? undefined : { rule: beside, text: texts[at] ?? '' };
    };
    const lines = texts.flatMap((text, index) => {
      const component = rule.components[index];
      if (text === '') return [];
      if (component === undefined) {
        return [valueLine(`${indent}  `, `component ${index + 1}`, { text, isAmount: false })];
      }
      const around = surroundings(rule.id, neighbour(index - 1), neighbour(index + 1));
      return [elementLine(component, text, around, `${indent}  `)];
    });
    return [`${indent}${rule.name}`, ...lines];
  });
}

function surroundings(
  composite: string,
  before: ElementSurroundings['before'],
  behind: ElementSurroundings['behind'],
): ElementSurroundings {
  return {
    composite,
    ...(before === undefined ? {} : { before }),
    ...(behind === undefined ? {} : { behind }),
  };
}

/** The element before may name the form of a date (1250). */
const DATE_FORMAT = '1250';

function elementLine(rule: ElementRule, text: string, around: ElementSurroundings, indent: string): string {
  const format = around.before?.rule.dataElement === DATE_FORMAT ? around.before.text : undefined;
  return valueLine(indent, rule.name, plainValue(rule, text, format), elementWords(rule, text, around));
}

function valueLine(
  indent: string,
  name: string,
  { text, isAmount }: { readonly text: string; readonly isAmount: boolean },
  words?: string,
): string {
  const label = `${indent}${name}:`.padEnd(VALUE_COLUMN - 1);
  const value = isAmount ? text.padStart(AMOUNT_WIDTH) : text;
  return `${label} ${value}${words === undefined ? '' : ` (${words})`}`;
}
