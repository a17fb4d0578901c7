import type {
  CompositeRule,
  ElementRule,
  Guide,
  LoopRule,
  SegmentRule,
} from '../../../src/edi/guide/guide.ts';

type Child = SegmentRule | LoopRule;

interface Frame {
  readonly children: readonly Child[];
  readonly counts: number[];
  at: number;
}

/** A transaction set from ST to SE, cut into segments and elements. */
export interface PlainSet {
  readonly segments: readonly (readonly string[])[];
  readonly component: string;
  readonly repetition: string;
}

/** The sets of one interchange, cut by plain splitting: for files that are known to be well formed. */
export function plainSetsOf(text: string): PlainSet[] {
  const element = text[3] as string;
  const component = text[104] as string;
  const repetition = text[82] as string;
  const terminator = text[105] as string;
  const sets: PlainSet[] = [];
  let open: string[][] | undefined;
  for (const piece of text.split(terminator)) {
    const elements = piece.trim().split(element);
    if (elements[0] === 'ST') open = [];
    open?.push(elements);
    if (elements[0] === 'SE' && open !== undefined) {
      sets.push({ segments: open, component, repetition });
      open = undefined;
    }
  }
  return sets;
}

/**
 * Walks a set through a guide the slow and plain way and says what does not fit, in words. It proves the tables on
 * files that others accept; the checker that the product uses is another program.
 */
export function walkGuide(guide: Guide, set: PlainSet): string[] {
  const faults: string[] = [];
  const frames: Frame[] = [frameOf(guide.children)];
  for (const [index, segment] of set.segments.entries()) {
    const where = `segment ${index + 1} (${segment[0]})`;
    const found = findPlace(frames, segment, set);
    if (found === undefined) {
      faults.push(`${where} has no place`);
      continue;
    }
    while (frames.length > found.depth + 1) close(frames.pop() as Frame, where, faults);
    const rule = enter(frames, found.at, where, faults);
    for (const fault of elementFaults(rule, segment, set)) faults.push(`${where} ${fault}`);
  }
  while (frames.length > 0) close(frames.pop() as Frame, 'the end', faults);
  return faults;
}

function frameOf(children: readonly Child[]): Frame {
  return { children, counts: children.map(() => 0), at: 0 };
}

/** The innermost loop that can take the segment, at or after where it is; neighbours of one identifier are unordered. */
function findPlace(
  frames: readonly Frame[],
  segment: readonly string[],
  set: PlainSet,
): { depth: number; at: number } | undefined {
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const { children, at } = frames[depth] as Frame;
    let from = at;
    while (from > 0 && beginningOf(children[from - 1]).id === beginningOf(children[at]).id) from--;
    // The segment that begins a loop begins another one.
    if (depth > 0) from = Math.max(from, 1);
    for (let index = from; index < children.length; index++) {
      if (isOf(beginningOf(children[index]), segment, set)) return { depth, at: index };
    }
  }
  return undefined;
}

function enter(frames: Frame[], at: number, where: string, faults: string[]): SegmentRule {
  const frame = frames.at(-1) as Frame;
  const child = frame.children[at] as Child;
  frame.at = at;
  frame.counts[at] = (frame.counts[at] ?? 0) + 1;
  if ((frame.counts[at] ?? 0) > child.repeatMax) faults.push(`${where} is one too many of ${child.name}`);
  if (child.kind === 'segment') return child;
  frames.push(frameOf(child.children));
  return enter(frames, 0, where, faults);
}

function close(frame: Frame, where: string, faults: string[]): void {
  for (const [index, child] of frame.children.entries()) {
    if (child.usage === 'R' && frame.counts[index] === 0) faults.push(`before ${where}: no ${child.name}`);
  }
}

function beginningOf(child: Child | undefined): SegmentRule {
  if (child === undefined) throw new Error('a loop is empty');
  return child.kind === 'segment' ? child : beginningOf(child.children[0]);
}

function isOf(rule: SegmentRule, segment: readonly string[], set: PlainSet): boolean {
  if (rule.id !== segment[0]) return false;
  return rule.elements.every((element, index) => {
    const value = (segment[index + 1] ?? '').split(set.repetition)[0] as string;
    if (element.kind === 'element') return !element.isQualifier || element.codes?.includes(value);
    const components = value.split(set.component);
    return element.components.every(
      (component, at) => !component.isQualifier || component.codes?.includes(components[at] ?? ''),
    );
  });
}

function elementFaults(rule: SegmentRule, segment: readonly string[], set: PlainSet): string[] {
  const faults: string[] = [];
  if (segment.length - 1 > rule.elements.length) faults.push('has too many elements');
  for (const [index, element] of rule.elements.entries()) {
    const place = String(index + 1).padStart(2, '0');
    for (const fault of faultsOf(element, segment[index + 1] ?? '', set)) faults.push(`${place} ${fault}`);
  }
  return faults;
}

function faultsOf(rule: ElementRule | CompositeRule, value: string, set: PlainSet): string[] {
  if (value === '') return rule.usage === 'R' ? ['is missing'] : [];
  if (rule.usage === 'N') return ['is not used'];
  const repetitions = rule.repeatMax > 1 ? value.split(set.repetition) : [value];
  if (repetitions.length > rule.repeatMax) return ['is repeated too often'];
  return repetitions.flatMap((repetition) => {
    if (rule.kind === 'element') return valueFaults(rule, repetition);
    const values = repetition.split(set.component);
    if (values.length > rule.components.length) return ['has too many components'];
    return rule.components.flatMap((component, index) =>
      faultsOf(component, values[index] ?? '', set).map((fault) => `component ${index + 1} ${fault}`),
    );
  });
}

function valueFaults(rule: ElementRule, value: string): string[] {
  const isNumber = rule.type === 'R' || rule.type === 'N0' || rule.type === 'N2';
  const length = (isNumber ? value.replaceAll(/[-.]/g, '') : value).length;
  if (length < rule.min || length > rule.max) return ['has another length'];
  if (rule.codes !== undefined && !rule.codes.includes(value)) return ['holds a code that is not listed'];
  if (isNumber && !/^-?\d*\.?\d+$/.test(value)) return ['is no number'];
  return [];
}
