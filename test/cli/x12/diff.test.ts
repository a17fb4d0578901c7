import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { invalidSample, scratchDirectory, textOf, validSample } from '../support/sample-files.ts';

const REMITTANCE = validSample('835-paid-denied-and-recovery');
const scratch = scratchDirectory();

describe('x12 diff', () => {
  test('exits 0 and prints nothing for the same content under other delimiters', async () => {
    const other = textOf(REMITTANCE).replaceAll('*', '|').replaceAll('~\n', '~\r\n');
    expect(await runCommand(['x12', 'diff', REMITTANCE, '-'], other)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('exits 1 and prints set, loop, segment and element of what differs', async () => {
    const changed = scratch.write(
      'changed.835',
      textOf(REMITTANCE).replace('HC:87880*40*20', 'HC:87880*40*19.5'),
    );
    expect(await runCommand(['x12', 'diff', REMITTANCE, changed])).toEqual({
      status: 1,
      stdout:
        'set 835 0001\n' +
        '  SVC  Service Payment Information  (loop 2110, segment 22, claim RFP000000101A)\n' +
        '    SVC03  Line Item Provider Payment Amount: 20 → 19.5\n',
      stderr: '',
    });
    const { stdout } = await runCommand(['x12', 'diff', '--json', REMITTANCE, changed]);
    expect(JSON.parse(stdout)).toMatchObject({
      isSame: false,
      sets: [{ segments: [{ loop: '2110', elements: [{ element: 3, first: '20', second: '19.5' }] }] }],
    });
  });

  test('prints a segment that stands in one file only', async () => {
    const shorter = textOf(REMITTANCE).replace('AMT*B6*90.5~\n', '').replace('SE*33', 'SE*32');
    const { stdout } = await runCommand(['x12', 'diff', REMITTANCE, '-'], shorter);
    expect(stdout).toContain('    - AMT*B6*90.5\n');
    expect((await runCommand(['x12', 'diff', '-', REMITTANCE], shorter)).stdout).toContain(
      '    + AMT*B6*90.5\n',
    );
  });

  test('compares control numbers and dates only where asked', async () => {
    const later = textOf(REMITTANCE).replaceAll('000000506', '000000507');
    expect((await runCommand(['x12', 'diff', REMITTANCE, '-'], later)).status).toBe(0);
    const { status, stdout } = await runCommand(['x12', 'diff', '--envelope', REMITTANCE, '-'], later);
    expect(status).toBe(1);
    expect(stdout).toBe('envelopes\n  ISA\n    ISA13: 000000506 → 000000507\n');
  });

  test('exits 1 for a file that is not whole, 2 for misuse', async () => {
    const cut = await runCommand(['x12', 'diff', REMITTANCE, invalidSample('999-file-is-cut')]);
    expect(cut.status).toBe(1);
    expect(cut.stderr).toContain('is not whole');
    expect((await runCommand(['x12', 'diff', REMITTANCE])).status).toBe(2);
    expect((await runCommand(['x12', 'diff', '-', '-'])).status).toBe(2);
  });
});
