// Compiles src/edi/guides/ from a folder of implementation-guide tables as JSON: node scripts/compile-guides.mjs FOLDER
// The facts are stupidedi's (BSD-3-Clause, Kyle Putnam and contributors); what it has wrong is put right by
// guides/guide-corrections.mjs, each correction with its reason. The guides that come out are ours to read and review.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { correct } from './guides/correct-guide.mjs';
import { markCodeSources } from './guides/guide-code-sources.mjs';
import { composeDental } from './guides/guide-dental.mjs';
import { GUIDE_FILES } from './guides/guide-files.mjs';
import { nameLists } from './guides/guide-lists.mjs';
import { printGuide } from './guides/guide-print.mjs';
import { markQualifiers } from './guides/guide-qualifiers.mjs';
import { treeOf } from './guides/guide-tree.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/compile-guides.mjs FOLDER');

const trees = new Map();
for (const guide of GUIDE_FILES) trees.set(guide.key, treeFor(guide));
for (const guide of GUIDE_FILES) {
  const tree = trees.get(guide.key);
  markCodeSources(tree);
  markQualifiers(tree, (sentence) => process.stderr.write(`${guide.key}: ${sentence}\n`));
  const text = printGuide(tree, nameLists());
  writeFileSync(path.join('src/edi/guides', guide.file), fileOf(guide, text));
  process.stdout.write(`${guide.file}: ${text.split('\n').length} lines\n`);
}

function treeFor(guide) {
  if (guide.key === '837D') return composeDental(trees.get('837P'), guide);
  const tree = treeOf(JSON.parse(readFileSync(path.join(folder, guide.source), 'utf8')));
  correct(guide, tree);
  return tree;
}

function fileOf({ constant, title, ids, name, functionalIdentifier, setIdentifier }, text) {
  const list = ids.map((id) => `'${id}'`).join(', ');
  return `import type { GuideSource } from '../guide/guide-source.ts';

/** ${title}. */
export const ${constant}: GuideSource = {
  ids: [${list}],
  name: '${name}',
  functionalIdentifier: '${functionalIdentifier}',
  setIdentifier: '${setIdentifier}',
  text: \`
${text}
\`,
};
`;
}
