// Puts known mistakes into a copy of the source, one at a time, and runs the check that must notice each.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUGS } from './bug-list.mjs';

const COPIED = [
  'bin',
  'dist',
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
export function tryBugs({ root, only = '' }) {
  const copy = mkdtempSync(path.join(tmpdir(), 'claimgate-bugs-'));
  const bugs = BUGS.filter(({ name }) => name.includes(only));
  try {
    for (const name of COPIED) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const passing = soundChecks(copy, bugs);
    const verdicts = bugs.map((bug) => {
      const verdict = passing.has(keyOf(bug.check)) ? tryBug(copy, bug) : 'THE CHECK FAILS WITHOUT IT';
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

/** A check that fails anyway catches nothing, and a test whose name has changed is passed over in silence. */
function soundChecks(copy, bugs) {
  const files = new Set(bugs.flatMap(({ check }) => check.tests?.[0] ?? []));
  const passed = new Map([...files].map((file) => [file, passedTests(copy, { file }).passed]));
  const at = [...new Set(bugs.flatMap(({ check }) => check.at ?? []))].join(',');
  const isTortureSound = at === '' || survives(copy, at);
  const sound = bugs.filter(({ check }) =>
    check.tests === undefined
      ? isTortureSound
      : passed.get(check.tests[0]).some((title) => title.includes(check.tests[1])),
  );
  return new Set(sound.map(({ check }) => keyOf(check)));
}

function tryBug(copy, { file, changes, check }) {
  const place = path.join(copy, file);
  const sound = readFileSync(place, 'utf8');
  try {
    let text = sound;
    for (const [from, to] of changes) {
      if (text.split(from).length !== 2) return 'DOES NOT APPLY';
      text = text.replace(from, () => to);
    }
    writeFileSync(place, text);
    const { passed, isBuilt } = run(copy, check);
    if (!isBuilt) return 'DOES NOT BUILD';
    return passed ? 'MISSED' : 'caught';
  } finally {
    writeFileSync(place, sound);
  }
}

function run(copy, { tests, at }) {
  if (tests !== undefined) {
    const { passed, failed } = passedTests(copy, { file: tests[0], name: tests[1] });
    return { passed: failed === 0 && passed.length > 0, isBuilt: true };
  }
  const built = spawnSync('npx', ['tsc', '-b', 'tsconfig.shell.json'], { cwd: copy, encoding: 'utf8' });
  if (built.status !== 0) process.stderr.write(built.stdout);
  return { passed: built.status === 0 && survives(copy, at), isBuilt: built.status === 0 };
}

/** Titles of the tests that passed, and how many failed. */
function passedTests(copy, { file, name }) {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const named = name === undefined ? [] : ['-t', name];
  const args = ['vitest', 'run', file, ...named, '--reporter', 'json', '--outputFile', report];
  spawnSync('npx', args, { cwd: copy, encoding: 'utf8' });
  if (!existsSync(report)) return { passed: [], failed: 1 };
  const { testResults, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = results.filter(({ status }) => status === 'failed').length;
  return {
    passed: results.filter(({ status }) => status === 'passed').map(({ title }) => title),
    failed: Math.max(failed, numFailedTestSuites),
  };
}

/** A torture of nothing but these kills. */
function survives(copy, at) {
  const args = ['scripts/torture.mjs', '--at', at, '--engine', 'postgres', '--built', 'dist'];
  return spawnSync('node', args, { cwd: copy, encoding: 'utf8' }).status === 0;
}

function keyOf(check) {
  return JSON.stringify(check);
}

function wordsOf({ tests, at }) {
  return tests === undefined ? `torture at ${at}` : `${tests[0]}${tests[1] === '' ? '' : `: ${tests[1]}`}`;
}
