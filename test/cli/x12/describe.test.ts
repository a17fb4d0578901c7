import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { textOf, validSample } from '../support/sample-files.ts';

const CLAIMS = validSample('837p-dependent-and-second-claim');

describe('x12 describe', () => {
  test('prints loops, plain names and what codes mean', async () => {
    const { status, stdout, stderr } = await runCommand(['x12', 'describe', CLAIMS]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^interchange 000000105 {2}RIVERSIDEFP → EXAMPLECH {2}2025-03-16 09:05 {2}test\n/);
    expect(stdout).toMatch(/\n +2300 {2}Claim Information\n/);
    expect(stdout).toMatch(/Place of Service Code: +11 \(Office\)\n/);
  });

  test('reads standard input, whatever pieces it comes in', async () => {
    const { stdout } = await runCommand(['x12', 'describe', CLAIMS]);
    expect(await runCommand(['x12', 'describe', '-'], textOf(CLAIMS))).toEqual({
      status: 0,
      stdout,
      stderr: '',
    });
  });

  test('prints one set where asked, and exits 1 where there is none of that number', async () => {
    const one = await runCommand(['x12', 'describe', '--set', '0001', CLAIMS]);
    expect(one.stdout).toContain('set 837 0001');
    const none = await runCommand(['x12', 'describe', '--set', '0009', CLAIMS]);
    expect(none).toMatchObject({
      status: 1,
      stderr: 'claimgate: no set of this file has that control number\n',
    });
  });

  test('prints no control characters of a file', async () => {
    const { stdout } = await runCommand(
      ['x12', 'describe', '-'],
      textOf(CLAIMS).replace('BLAIR', '\u001b[2J'),
    );
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\ufffd[2J');
  });

  test('exits 1 for what is no X12, 2 without a file', async () => {
    expect((await runCommand(['x12', 'describe', '-'], 'Dear partner,')).status).toBe(1);
    expect((await runCommand(['x12', 'describe'])).status).toBe(2);
  });
});
