import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { interchangeOf, numbered } from '../simulator/support/numbered-claims.ts';
import { claimgate, startClaimgate, stopLeftovers } from '../support/claimgate-process.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-simulate-'));
});
afterEach(async () => {
  await stopLeftovers();
  rmSync(directory, { recursive: true, force: true });
});

function scenarioFile(yaml: string): string {
  const file = path.join(directory, 'scenario.yaml');
  writeFileSync(file, yaml);
  return file;
}

test('a scenario goes by in days of its own, which begin with the first file', async () => {
  const file = scenarioFile('rules: [{ outcomes: [{ day: 1 }, { day: 3, reversal: true }] }]');
  const place = path.join(directory, 'simulator');
  // What stands there before the start is taken with it, and day 0 is that of its taking.
  const inbound = path.join(place, 'mailbox/inbound');
  mkdirSync(inbound, { recursive: true });
  writeFileSync(path.join(directory, 'claims.x12'), interchangeOf([numbered('A1', 'CGM001')]));
  renameSync(path.join(directory, 'claims.x12'), path.join(inbound, 'claims.x12'));
  const simulator = startClaimgate(['simulate', '-d', place, '--scenario', file, '--day', '0.3']);
  expect(JSON.parse(await simulator.firstLine)).toMatchObject({
    host: '127.0.0.1',
    port: expect.any(Number),
    hostKeySha256: expect.stringMatching(/^SHA256:/),
    username: 'claimgate',
  });
  const remittances = () =>
    readdirSync(path.join(place, 'mailbox/outbound')).filter((name) => name.startsWith('835'));
  await expect.poll(() => remittances().length, { timeout: 10_000 }).toBe(2);
});

test('a scenario with mistakes is refused with each of them, by line and pointer', () => {
  const file = scenarioFile('rules:\n  - outcomes:\n      - { day: soon }\nbogus: 1\n');
  const { status, stdout, stderr } = claimgate(['simulate', '-d', directory, '--scenario', file]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(`${file}:3 /rules/0/outcomes/0/day a day: 0, 1, 2 …`);
  expect(stderr).toContain(`${file}:1`);
});

test.each([
  [['--clock', 'sundial'], '--clock is virtual or real'],
  [['--day', '0'], '--day takes seconds'],
  [['--scenario', '/absent.yaml'], '/absent.yaml cannot be read'],
])('%s is refused', (args, words) => {
  const { status, stderr } = claimgate(['simulate', '-d', directory, ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});
