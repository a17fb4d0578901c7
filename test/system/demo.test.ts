import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CommandResult, claimgate } from '../support/claimgate-process.ts';

const parent = mkdtempSync(path.join(tmpdir(), 'claimgate-demo-'));
const first = path.join(parent, 'first');

afterAll(() => rmSync(parent, { recursive: true, force: true }));

function demo(directory: string): CommandResult {
  return claimgate(['demo', '--directory', directory]);
}

/** What people compare between runs: statuses, proofs and accounts, without what names the run. */
function figures(output: string): string {
  return output.slice(output.indexOf('Claims by status'), output.indexOf('One denied claim'));
}

let firstRun: CommandResult;

test('does the whole job on a fresh directory and ends with a trial balance of zero', () => {
  firstRun = demo(first);
  expect(firstRun.stderr).not.toContain('this should not happen');
  expect(firstRun.status).toBe(0);
  expect(firstRun.stdout).toMatch(/practice\.ndjson: 38 claims accepted, 0 accepted before, 0 refused/);
  expect(firstRun.stdout).toMatch(/delivered 40 claims in \d+ interchanges; posted \d+ remittances/);
  expect(firstRun.stdout).toMatch(/^total +[\d.]+ +-[\d.]+ +0\.00$/m);
});

test('shows claims by status, of every kind that a biller must know apart', () => {
  for (const status of ['paid', 'partly-paid', 'patient-responsibility', 'denied', 'rejected']) {
    expect(firstRun.stdout).toMatch(new RegExp(`^${status} +\\d+ +[\\d.]+$`, 'm'));
  }
});

test('proves every remittance', () => {
  const proofs = firstRun.stdout.split('\n').filter((line) => /^SIM\d{9} /.test(line));
  expect(proofs.length).toBeGreaterThan(2);
  for (const line of proofs) expect(line).toContain('holds, published');
});

test('explains one denied and one rejected claim, with file, segment and bytes', () => {
  expect(firstRun.stdout).toContain('One denied claim, explained');
  expect(firstRun.stdout).toContain('One rejected claim, explained');
  expect(firstRun.stdout).toMatch(
    /read in file [0-9a-f]{16}…, interchange \d{9}, set \d+, segment \d+, bytes/,
  );
});

test('does what the README shows', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(figures(firstRun.stdout).trimEnd());
});

test('delivers and posts nothing new on the same directory, and says so', () => {
  const second = demo(first);
  expect(second.status).toBe(0);
  expect(second.stdout).toContain('nothing new was delivered, nothing new was posted');
  expect(figures(second.stdout)).toBe(figures(firstRun.stdout));
});

test('gives the same figures on a fresh directory', () => {
  const fresh = demo(path.join(parent, 'fresh'));
  expect(fresh.status).toBe(0);
  expect(figures(fresh.stdout)).toBe(figures(firstRun.stdout));
});
