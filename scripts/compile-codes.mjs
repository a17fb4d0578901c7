// Writes a shipped code list, src/edi/codes/lists/LIST.ts, from a published file (the forms of docs/reference/codes.md):
//   npm run build && node scripts/compile-codes.mjs LIST FILE AS-OF [COVERS-FROM]
// Codes and dates only; descriptions are their publishers', and our own words stand beside the lists.
import { readFileSync, writeFileSync } from 'node:fs';
import { periodsOf } from '../dist/edi/codes/code-list.js';
import { CodeSets } from '../dist/edi/codes/code-sets.js';
import { readCodeFile } from '../dist/edi/codes/read-code-file.js';

const LINE_LENGTH = 100;
/** Shorter runs are easier to read one by one. */
const RUN_MIN = 3;

const [id, file, asOf, coversFrom] = process.argv.slice(2);
if (asOf === undefined)
  throw new Error('usage: node scripts/compile-codes.mjs LIST FILE AS-OF [COVERS-FROM]');

const set = new CodeSets().byId(id);
const read = readCodeFile(readFileSync(file, 'latin1'), set);
if (!read.ok) throw new Error(`${file}, line ${read.refusal.line ?? '-'}: ${read.refusal.message}`);

const text = periodsOf(read.value.entries).map(printPeriod).join('\n');
const constant = `${id.toUpperCase().replaceAll('-', '_')}_LIST`;
writeFileSync(
  `src/edi/codes/lists/${id}.ts`,
  `import type { ShippedList } from './shipped-list.ts';

/** ${set.name[0].toUpperCase()}${set.name.slice(1)}. */
export const ${constant}: ShippedList = {
  id: '${id}',
  asOf: '${asOf}',${coversFrom === undefined ? '' : `\n  coversFrom: '${coversFrom}',`}
  text: \`
${text}
\`,
};
`,
);
process.stdout.write(`${id}: ${read.value.entries.length} codes, ${text.split('\n').length} lines\n`);

function printPeriod({ start = '-', stop = '-', codes }) {
  const lines = [`${start} ${stop}`];
  for (const word of runsOf(codes.split(' '))) {
    if (lines.at(-1).length + 1 + word.length > LINE_LENGTH) lines.push(` ${word}`);
    else lines[lines.length - 1] += ` ${word}`;
  }
  return lines.join('\n');
}

/** Codes that count up in their last digits become FIRST-LAST. */
function runsOf(codes) {
  const runs = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run !== undefined && isNext(run.at(-1), code)) run.push(code);
    else runs.push([code]);
  }
  return runs.flatMap((run) => (run.length < RUN_MIN ? run : [`${run[0]}-${run.at(-1)}`]));
}

function isNext(one, other) {
  const [, prefix, digits] = /^(.*?)(\d+)$/.exec(one) ?? [];
  if (digits === undefined) return false;
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  return next.length === digits.length && other === prefix + next;
}
