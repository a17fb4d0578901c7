// The source tables as a tree in the shape of our own guides: loops with id and name apart, levels of the
// hierarchy inside each other, lengths and types as we write them.

/** Hierarchical levels stand side by side in the source; ours stand inside their parent. */
const LEVEL = /^2000[A-F]$/;

export function treeOf(source) {
  const top = [];
  const levels = [];
  for (const child of source.tables.flatMap((table) => table.children)) {
    const rule = ruleOf(child);
    if (rule.kind === 'loop' && LEVEL.test(rule.id)) {
      const parent = levels.at(-1);
      if (parent === undefined) top.push(rule);
      else parent.children.push(rule);
      levels.push(rule);
    } else top.push(rule);
  }
  return { children: top };
}

function ruleOf(child) {
  if (child.kind === 'segment') return segmentOf(child);
  const [id, ...words] = child.id.split(' ');
  return {
    kind: 'loop',
    id,
    name: titled(words.join(' ')),
    usage: child.usage,
    repeat: child.repeat,
    children: child.children.map(ruleOf),
  };
}

function segmentOf({ id, name, usage, repeat, syntax, elements }) {
  return {
    kind: 'segment',
    id,
    name: titled(name),
    usage,
    repeat,
    notes: syntax,
    elements: elements.map((element) => elementOf(element)),
  };
}

function elementOf(element) {
  const { id, name, usage, type, min, max, codes, components, repeat = 1, syntax = [] } = element;
  if (usage === 'N') return { usage, id };
  if (components !== undefined) {
    return { usage, id, name: titled(name), repeat, notes: syntax, components: components.map(elementOf) };
  }
  return {
    usage,
    id,
    name,
    type: type === 'Nn' ? 'N0' : type,
    min,
    max,
    repeat,
    ...(codes ? { codes } : {}),
    ...(element.code_source ? { codeSource: element.code_source } : {}),
  };
}

/** Names that the source writes in capitals, as words. */
function titled(name) {
  if (name !== name.toUpperCase()) return name;
  const words = name
    .toLowerCase()
    .replaceAll(/(^|[\s/-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
  return words.replaceAll(/ (Of|Or|And|For|In|To) /g, (word) => word.toLowerCase()).replace(/\bEdi\b/, 'EDI');
}

/** Every loop and segment with the loop it stands in. */
export function* rulesOf(tree, loop) {
  for (const child of tree.children) {
    yield { rule: child, loop, siblings: tree.children };
    if (child.kind === 'loop') yield* rulesOf(child, child);
  }
}

/** The codes of a segment's element (`1`) or component (`1-1`). */
export function elementAt(segment, place) {
  const [position, component] = place.split('-').map(Number);
  const element = segment.elements[position - 1];
  return component === undefined ? element : element?.components?.[component - 1];
}
