#!/usr/bin/env node
// How fast X12 is read, checked and written, beside the other X12 libraries of npm and the floor that no reader can
// beat: `buffer.indexOf(terminator)` over the same bytes. Rows run in turn, each in a process of its own, so that a
// busy machine slows all of them; the median of five counts. A row that counts or sums wrongly fails the run.
//   npm run bench:x12 [-- --megabytes 100] [--json] [--only read-835,check-835] [--built dist]
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeX12File } from './bench/x12-files.mjs';
import { ROWS } from './bench/x12-rows.mjs';

const ROUNDS = 5;
const SMALL_MEGABYTES = 10;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each row must reach, as a share of the floor. */
const GOALS = {
  scan: 0.27,
  'read-835': 0.08,
  'read-837p': 0.08,
  'check-837p': 0.07,
  'check-835': 0.07,
  'full-835': 0.04,
  'write-837p': 0.08,
};

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    built: { type: 'string' },
  },
});

const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
const folder = mkdtempSync(path.join(tmpdir(), 'bench-x12-'));
try {
  const result = summarize(await measure(folder));
  console.log(values.json ? JSON.stringify(result) : table(result));
} finally {
  rmSync(folder, { recursive: true });
}

/** The passes of each row: `[{ name, passes: [{ seconds, bytes, claims, residentMB }] }]`. */
async function measure(directory) {
  const files = writeFiles(directory, Number(values.megabytes));
  const rows = [];
  for (const name of chosenRows()) rows.push(await startRow(name, files));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const row of rows) row.passes.push(await ask(row, 'run'));
    }
  } finally {
    for (const { child } of rows) child.disconnect();
  }
  return rows;
}

function chosenRows() {
  if (values.only === undefined) return Object.keys(ROWS);
  const wanted = values.only.split(',');
  return Object.keys(ROWS).filter((name) => name === 'empty' || name === 'floor' || wanted.includes(name));
}

function writeFiles(directory, megabytes) {
  const sizes = { full: megabytes, small: Math.min(megabytes, SMALL_MEGABYTES) };
  return Object.fromEntries(
    Object.entries(sizes).map(([size, each]) => [
      size,
      Object.fromEntries(
        ['837p', '835'].map((kind) => [
          kind,
          writeX12File(path.join(directory, `${size}.${kind}`), { kind, byteCount: each * 1e6 }),
        ]),
      ),
    ]),
  );
}

async function startRow(name, files) {
  const { file, isSmall } = ROWS[name];
  const child = fork(fileURLToPath(new URL('bench/row-process.mjs', import.meta.url)));
  const row = { name, child, passes: [] };
  const warmUp = files.small[file];
  await ask(row, { row: name, built, truth: isSmall ? warmUp : files.full[file], warmUp });
  return row;
}

async function ask({ name, child }, question) {
  child.send(question);
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (answer.error !== undefined) throw new Error(`${name}: ${answer.error}`);
  if (typeof answer === 'number') throw new Error(`${name}: the process ended with ${answer}`);
  return answer;
}

function summarize(rows) {
  const megabytesPerSecond = (name) => {
    const passes = rows.find((row) => row.name === name)?.passes;
    return passes && median(passes.map(({ bytes, seconds }) => bytes / 1e6 / seconds));
  };
  const emptyMB = Math.max(...rows.find(({ name }) => name === 'empty').passes.map((one) => one.residentMB));
  const floorMBps = megabytesPerSecond('floor');
  return {
    floorMBps: rounded(floorMBps),
    rows: rows
      .filter(({ name }) => name !== 'empty' && name !== 'floor')
      .map(({ name, passes }) => {
        const MBps = megabytesPerSecond(name);
        const peer = ROWS[name].peers && megabytesPerSecond(`node-x12-${ROWS[name].peers}`);
        const hasClaims = !/^(scan|floor|x12-parser)/.test(name);
        return {
          name,
          MBps: rounded(MBps),
          ...(hasClaims
            ? { claimsPerSecond: Math.round(median(passes.map((one) => one.claims / one.seconds))) }
            : {}),
          ratioToFloor: Math.round((MBps / floorMBps) * 1e4) / 1e4,
          ...(peer === undefined ? {} : { ratioToNodeX12: rounded(MBps / peer) }),
          residentMB: rounded(Math.max(...passes.map((one) => one.residentMB)) - emptyMB),
        };
      }),
  };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function rounded(number) {
  return Math.round(number * 10) / 10;
}

function table({ floorMBps, rows }) {
  const x12Parser = rows.find(({ name }) => name === 'x12-parser-835')?.MBps;
  const lines = rows.map((row) => [
    row.name,
    row.MBps,
    row.claimsPerSecond ?? '',
    row.ratioToFloor.toFixed(3),
    GOALS[row.name] ?? '',
    row.ratioToNodeX12 ?? '',
    row.name === 'read-835' && x12Parser !== undefined ? rounded(row.MBps / x12Parser) : '',
    row.residentMB,
  ]);
  const head = ['row', 'MB/s', 'claims/s', 'of floor', 'goal', 'x node-x12', 'x x12-parser', 'resident MB'];
  const print = (cells) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : String(cell).padStart(13))).join('');
  return [`floor: ${floorMBps} MB/s`, '', print(head), ...lines.map(print)].join('\n');
}
