// Says of elements where their codes are kept (X12 code source numbers), where the source tables do not: the guides
// name the source in the notes of an element, and the tables have it only where the standard's dictionary names it.
import { rulesOf } from './guide-tree.mjs';

/** By the number of the element and how the guides call it. Where a qualifier beside an element decides, none is named. */
const SOURCES = [
  { id: '127', name: /\bRemark Code$/, codeSource: '411' },
  { id: '234', name: /\bRevenue Code$/, codeSource: '132' },
  { id: '1331', name: /^Place of Service\b/, codeSource: '237' },
  { id: '1271', name: /\bClaim Status Category Code$/, codeSource: '507' },
  { id: '1271', name: /\bClaim Status Code$/, codeSource: '508' },
];

/** Names the code source of each element that has one, in place. */
export function markCodeSources(tree) {
  for (const { rule } of rulesOf(tree)) {
    if (rule.kind !== 'segment') continue;
    for (const element of rule.elements.flatMap((each) => each.components ?? [each])) {
      if (element.usage === 'N' || element.codes !== undefined) continue;
      const source = SOURCES.find(({ id, name }) => element.id === id && name.test(element.name));
      if (source !== undefined) element.codeSource = source.codeSource;
    }
  }
}
