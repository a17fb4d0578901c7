// Marks the element or component that tells a segment from the others of its identifier around it.
import { elementAt } from './guide-tree.mjs';

const PLACES = ['1', '1-1', '2', '3', '1-2'];

/** Segments that begin a level say by HL03 which level: they are told apart over all levels, not only siblings. */
const LEVELS = { id: 'HL', place: '3' };

export function markQualifiers(tree, report) {
  markChildren(tree, report);
}

function markChildren(parent, report) {
  const segmentsAll = parent.children.filter((child) => child.kind !== 'same').map(beginning);
  for (const id of new Set(segmentsAll.map((segment) => segment.id))) {
    const segments = segmentsAll.filter((segment) => segment.id === id);
    if (id === LEVELS.id) for (const segment of segments) elementAt(segment, LEVELS.place).isQualifier = true;
    else if (segments.length > 1) markGroup(segments, report, `${parent.id ?? 'set'} ${id}`);
  }
  for (const child of parent.children) if (child.kind === 'loop') markChildren(child, report);
}

/** Each segment takes the first place whose codes no other segment of the group has in common with it. */
function markGroup(segments, report, where) {
  const place = PLACES.find((candidate) =>
    isDisjoint(segments.map((segment) => elementAt(segment, candidate)?.codes)),
  );
  if (place !== undefined) {
    for (const segment of segments) elementAt(segment, place).isQualifier = true;
    return;
  }
  for (const segment of segments) {
    const others = segments.filter((other) => other !== segment);
    const own = PLACES.filter((candidate) => elementAt(segment, candidate)?.codes !== undefined);
    const apart = new Set();
    for (const other of others) {
      const found = own.find((candidate) =>
        isDisjoint([elementAt(segment, candidate).codes, elementAt(other, candidate)?.codes]),
      );
      if (found === undefined) report(`${where}: "${segment.name}" and "${other.name}" cannot be told apart`);
      else apart.add(found);
    }
    for (const candidate of apart) elementAt(segment, candidate).isQualifier = true;
  }
}

function isDisjoint(lists) {
  if (lists.includes(undefined)) return false;
  const all = lists.flat();
  return new Set(all).size === all.length;
}

function beginning(child) {
  return child.kind === 'segment' ? child : child.children[0];
}
