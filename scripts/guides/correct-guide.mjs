import { CORRECTIONS } from './guide-corrections.mjs';
import { ELEMENT_NAMES, SPELLING } from './guide-names.mjs';
import { elementAt, rulesOf } from './guide-tree.mjs';

/** HIPAA limits element 782 to ten digits (Appendix B of every guide, B.1.1.3.1.2); the standard has eighteen. */
const AMOUNT_DIGITS_MAX = 10;

/** Puts a tree right, in place. A correction that finds nothing, or changes nothing, is stale and an error. */
export function correct(guide, tree) {
  shareRepeatedLoops(tree);
  for (const { rule } of rulesOf(tree)) applyRules(rule, guide);
  for (const correction of CORRECTIONS) {
    if (correction.guides.includes(guide.key)) applyCorrection(guide, tree, correction);
  }
}

/** A loop that the guide prints once and uses at two levels (2300) is kept once: its second place says `same`. */
function shareRepeatedLoops(tree) {
  const seen = new Map();
  const share = (parent) => {
    parent.children = parent.children.map((child) => {
      if (child.kind !== 'loop') return child;
      const text = JSON.stringify(child);
      if (seen.get(child.id) === text) {
        return { kind: 'same', id: child.id, usage: child.usage, repeat: child.repeat };
      }
      seen.set(child.id, text);
      share(child);
      return child;
    });
  };
  share(tree);
}

/** What holds of every guide. */
function applyRules(rule, guide) {
  if (rule.kind === 'loop') {
    // The source marks the first segment of a situational loop situational: within its loop it is required, once.
    Object.assign(rule.children[0], { usage: 'R', repeat: 1 });
    rule.name = spelled(rule.name);
  }
  if (rule.kind !== 'segment') return;
  rule.name = spelled(rule.name);
  for (const element of rule.elements) applyToElement(element);
  const named = rule.elements[1];
  if (rule.id === 'REF' && named.name === 'Reference Identification') named.name = rule.name;
  const convention = rule.id === 'ST' ? rule.elements[2] : undefined;
  if (convention?.usage === 'R') convention.codes = guide.ids;
}

function applyToElement(element) {
  if (element.usage === 'N') return;
  element.name = ELEMENT_NAMES[element.id] ?? spelled(element.name);
  for (const component of element.components ?? []) applyToElement(component);
  if (element.id === 'C043') {
    element.components[0].name = 'Health Care Claim Status Category Code';
    element.components[1].name = 'Health Care Claim Status Code';
  }
  if (element.id === '782') element.max = AMOUNT_DIGITS_MAX;
  // The group code is one or two characters; the source has a slip of the pen.
  if (element.id === '1033') element.max = 2;
}

function applyCorrection({ key }, tree, { place, change }) {
  const found = find(tree, place);
  if (found === undefined) throw new Error(`${key}: nothing stands at ${place}`);
  const before = JSON.stringify(found.get());
  if (change.openWrapper !== undefined) openWrapper(found.get(), change.openWrapper);
  else if (change.addCodes !== undefined) addCodes(found.get(), change.addCodes);
  else if (change.usage === 'N') found.set({ usage: 'N', id: found.get().id });
  else found.set({ ...found.get(), ...structuredClone(change) });
  if (JSON.stringify(found.get()) === before)
    throw new Error(`${key}: the correction of ${place} changes nothing`);
}

/** `2300 CLM 05-3`: the loop (`-` for none), the segment with a code of it (`HI*BG`), the element or component. */
function find(tree, place) {
  const [loopId, segmentWords, elementPlace] = place.split(' ');
  const loop = loopId === '-' ? tree : loopOf(tree, loopId);
  if (loop === undefined) return undefined;
  if (segmentWords === undefined) return slot(loop);
  if (segmentWords === 'same')
    return slotIn(
      loop.children,
      loop.children.findIndex(({ kind }) => kind === 'same'),
    );
  const [id, code] = segmentWords.split('*');
  const matches = loop.children.filter(
    (child) =>
      child.kind === 'segment' &&
      child.id === id &&
      (code === undefined || holdsCode(child, code.replaceAll('_', ' '))),
  );
  if (matches.length > 1) throw new Error(`${place} is said of ${matches.length} segments`);
  const segment = matches[0];
  if (segment === undefined || elementPlace === undefined) return segment && slot(segment);
  const [position, component] = elementPlace.split('-').map(Number);
  return component === undefined
    ? slotIn(segment.elements, position - 1)
    : slotIn(elementAt(segment, String(position)).components, component - 1);
}

function loopOf(tree, id) {
  for (const { rule } of rulesOf(tree)) if (rule.kind === 'loop' && rule.id === id) return rule;
  return undefined;
}

function holdsCode(segment, code) {
  return ['1', '1-1', '3'].some((place) => elementAt(segment, place)?.codes?.includes(code));
}

/** A rule that is changed where it is. */
function slot(rule) {
  return { get: () => rule, set: (next) => Object.assign(rule, next) };
}

/** A rule that is replaced in the list that holds it. */
function slotIn(list, index) {
  return list[index] === undefined
    ? undefined
    : { get: () => list[index], set: (next) => (list[index] = next) };
}

/** A loop that only wraps others gives its children to the loop around it. */
function openWrapper(loop, id) {
  loop.children = loop.children.flatMap((child) =>
    child.kind === 'loop' && child.id === id ? child.children : [child],
  );
}

function addCodes(element, codes) {
  element.codes = [...element.codes, ...codes.filter((code) => !element.codes.includes(code))].toSorted(
    byCode,
  );
}

/** Numbers by size, then letters: as code lists are printed. */
function byCode(one, other) {
  const numbers = [one, other].map((code) => (/^\d+$/.test(code) ? Number(code) : Number.POSITIVE_INFINITY));
  if (numbers[0] !== numbers[1]) return numbers[0] - numbers[1];
  return one < other ? -1 : 1;
}

function spelled(name) {
  return SPELLING.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name);
}
