// Puts known mistakes into a copy of the source, one at a time, and runs the check that must notice each.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUGS } from './bug-list.mjs';

const COPIED = [
  'bin',
  'docs',
  'package.json',
  'samples',
  'scripts',
  'src',
  'test',
  'tsconfig.base.json',
  'tsconfig.core.json',
  'tsconfig.json',
  'tsconfig.shell.json',
  'tsconfig.test.json',
  'vitest.config.ts',
];

/** Runs all, or those whose name holds `only`; prints a table; true when every bug was caught. */
export function tryBugs({ root, built, only = '' }) {
  const copy = mkdtempSync(path.join(tmpdir(), 'claimgate-bugs-'));
  const bugs = BUGS.filter(({ name }) => name.includes(only));
  try {
    for (const name of COPIED) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    cpSync(built, path.join(copy, 'dist'), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const verdicts = bugs.map((bug) => {
      const verdict = tryBug(copy, bug);
      console.log(
        `${verdict === 'caught' ? ' ' : '!'} ${verdict.padEnd(10)} ${bug.name} (${wordsOf(bug.check)})`,
      );
      return verdict;
    });
    const caught = verdicts.filter((verdict) => verdict === 'caught').length;
    console.log(`${caught} of ${bugs.length} bugs caught`);
    return caught === bugs.length;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function tryBug(copy, { file, changes, check }) {
  const place = path.join(copy, file);
  const sound = readFileSync(place, 'utf8');
  const text = changed(sound, changes);
  if (text === undefined) return 'DOES NOT APPLY';
  try {
    writeFileSync(place, text);
    return check.tests === undefined ? tortured(copy, check.at) : tested(copy, check.tests);
  } finally {
    writeFileSync(place, sound);
  }
}

/** The source with the bug in it; undefined where a text to change does not stand there exactly once. */
export function changed(sound, changes) {
  let text = sound;
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) return undefined;
    text = text.replace(from, () => to);
  }
  return text;
}

/** Caught where the named test fails by what it asserts; a suite that cannot start says nothing. */
function tested(copy, [file, name]) {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const args = ['vitest', 'run', file, '-t', name, '--reporter', 'json', '--outputFile', report];
  spawnSync('npx', args, { cwd: copy, encoding: 'utf8' });
  if (!existsSync(report)) return 'DOES NOT RUN';
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const results = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title, status }) => title.includes(name) && ['passed', 'failed'].includes(status));
  if (results.some(({ failureMessages }) => failureMessages?.some((text) => !/timed out/.test(text))))
    return 'caught';
  return results.length === 0 ? 'NO SUCH TEST' : 'MISSED';
}

/** Caught where the auditor finds a fault after these kills and no others. */
function tortured(copy, at) {
  const execute = (program, args) => spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  const built = execute('npx', ['tsc', '-b', 'tsconfig.shell.json']);
  if (built.status !== 0) return 'DOES NOT BUILD';
  const { stdout } = execute('node', [
    'scripts/torture.mjs',
    '--at',
    at,
    '--engine',
    'postgres',
    '--built',
    'dist',
  ]);
  if (/^! /m.test(stdout)) return 'caught';
  return / 0 faults$/m.test(stdout) ? 'MISSED' : 'DOES NOT RUN';
}

function wordsOf({ tests, at }) {
  return tests === undefined ? `torture at ${at}` : `${tests[0]}${tests[1] === '' ? '' : `: ${tests[1]}`}`;
}
