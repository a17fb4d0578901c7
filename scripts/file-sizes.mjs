// Prints the median and the largest source file, and fails when the house grows rooms too large to read.
// Tables (implementation guides and code lists) are data and do not count.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LINES_MAX = 300;
const MEDIAN_MAX = 100;

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .filter((file) => !/^src\/edi\/(guides|codes)\//.test(file));
if (files.length === 0) throw new Error('no source file was found: run this at the top of the repository');

const sizes = files
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .toSorted((a, b) => a.lines - b.lines);
const median = sizes[Math.floor(sizes.length / 2)].lines;
const largest = sizes.at(-1);
process.stdout.write(
  `${sizes.length} source files, median ${median} lines, largest ${largest.lines} lines (${largest.file})\n`,
);

const tooLarge = sizes.filter((size) => size.lines > LINES_MAX);
for (const { file, lines } of tooLarge)
  process.stderr.write(`${file} has ${lines} lines; ${LINES_MAX} is the most\n`);
if (median >= MEDIAN_MAX)
  process.stderr.write(`the median is ${median} lines; it stays under ${MEDIAN_MAX}\n`);
if (tooLarge.length > 0 || median >= MEDIAN_MAX) process.exitCode = 1;
