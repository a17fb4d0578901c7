import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { invalidSample, scratchDirectory, textOf, validSample } from '../support/sample-files.ts';

const CLAIMS = validSample('837p-dependent-and-second-claim');
const scratch = scratchDirectory();

function output(name: string): string {
  return path.join(scratch.path, name);
}

describe('x12 split', () => {
  test('writes an interchange for each claim and names the files', async () => {
    const directory = output('claims');
    const { status, stdout } = await runCommand([
      'x12',
      'split',
      CLAIMS,
      '-o',
      directory,
      '--by',
      'claims=1',
    ]);
    expect(status).toBe(0);
    const names = ['0001_000000105_105_0001.x12', '0002_000000105_105_0001.x12'];
    expect(stdout).toBe(names.map((name) => `${path.join(directory, name)}\n`).join(''));
    for (const name of names) {
      const file = path.join(directory, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect((await runCommand(['x12', 'check', file])).status).toBe(0);
    }
  });

  test('cuts two interchanges of standard input apart, each byte for byte', async () => {
    const directory = output('interchanges');
    const text = textOf(validSample('ta1-and-999-two-interchanges'));
    expect((await runCommand(['x12', 'split', '-', '-o', directory], text)).status).toBe(0);
    const parts = readdirSync(directory)
      .toSorted()
      .map((name) => readFileSync(path.join(directory, name), 'latin1'));
    expect(parts).toHaveLength(2);
    expect(parts).toEqual(text.trimEnd().split(/[\r\n]+/));
  });

  test('counts on from the control number that it is given', async () => {
    const directory = output('numbered');
    await runCommand(['x12', 'split', CLAIMS, '-o', directory, '--by', 'claims=1', '--control-number', '77']);
    const headers = readdirSync(directory)
      .toSorted()
      .map((name) => readFileSync(path.join(directory, name), 'latin1').slice(90, 99));
    expect(headers).toEqual(['000000077', '000000078']);
  });

  test('overwrites nothing', async () => {
    const args = ['x12', 'split', CLAIMS, '-o', output('once'), '--by', 'set'];
    expect((await runCommand(args)).status).toBe(0);
    const again = await runCommand(args);
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toContain('is there already: nothing was written');
  });

  test.each([
    [invalidSample('837p-ge-missing'), 'set', 'group.trailer-missing'],
    [validSample('835-paid-denied-and-recovery'), 'claims=5', 'set 0001 is no 837 with claims'],
  ])('refuses %s by %s and writes nothing', async (file, by, reason) => {
    const directory = output('refused');
    const { status, stderr } = await runCommand(['x12', 'split', file, '-o', directory, '--by', by]);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
    expect(readdirSync(scratch.path)).not.toContain('refused');
  });

  test.each([[['--by', 'claims=0']], [['--by', 'loop']], [['--control-number', 'x']]])(
    'exits 2 for %s',
    async (options) => {
      expect((await runCommand(['x12', 'split', CLAIMS, '-o', output('misuse'), ...options])).status).toBe(2);
    },
  );

  test('exits 2 without a directory', async () => {
    expect((await runCommand(['x12', 'split', CLAIMS])).status).toBe(2);
  });
});
