import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { invalidSample, scratchDirectory, textOf, validSample } from '../support/sample-files.ts';

const CLAIMS = validSample('837p-dependent-and-second-claim');
const MOMENT = ['--moment', '2026-01-31T09:05'];
const scratch = scratchDirectory();

describe('x12 acknowledge', () => {
  test('prints the TA1 that is asked for and the 999, which are sound themselves', async () => {
    const { status, stdout, stderr } = await runCommand(['x12', 'acknowledge', CLAIMS, ...MOMENT]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('TA1*000000105*250316*0905*A*000~\nIEA*0*000000001~\nISA*');
    expect(stdout).toContain('GS*FA*EXAMPLECH*RIVERSIDEFP*20260131*0905*1*X*005010X231A1~');
    expect(stdout).toMatch(/AK9\*A\*1\*1\*1~\nSE\*6\*0001~\nGE\*1\*1~\nIEA\*1\*000000002~\n$/);
    expect((await runCommand(['x12', 'check', '-'], stdout)).status).toBe(0);
  });

  test('rejects a set in the 999 and an interchange in the TA1', async () => {
    const set = await runCommand(['x12', 'acknowledge', invalidSample('837p-clm05-missing'), ...MOMENT]);
    expect(set.stdout).toMatch(/IK5\*R\*5~\nAK9\*R\*1\*1\*0~/);
    const interchange = await runCommand([
      'x12',
      'acknowledge',
      invalidSample('837p-version-4010'),
      ...MOMENT,
    ]);
    expect(interchange).toMatchObject({ status: 0 });
    expect(interchange.stdout).toMatch(/TA1\*\d{9}\*\d{6}\*\d{4}\*R\*017~/);
    expect(interchange.stdout).not.toContain('AK1');
  });

  test('writes a TA1 alone, asked for or not, from standard input', async () => {
    const notAsked = textOf(CLAIMS).replace('000000105*1*T', '000000105*0*T');
    const args = ['x12', 'acknowledge', '-', ...MOMENT];
    expect((await runCommand(args, notAsked)).stdout).not.toContain('TA1*');
    const { stdout } = await runCommand([...args, '--ta1-only'], notAsked);
    expect(stdout).toContain('TA1*000000105*250316*0905*A*000~');
    expect(stdout).not.toContain('GS*');
  });

  test('writes files under the numbers it is given, and none over another', async () => {
    const output = path.join(scratch.path, 'answers');
    const args = ['x12', 'acknowledge', CLAIMS, '-o', output, '--control-number', '41', ...MOMENT];
    const { status, stdout } = await runCommand(args);
    expect(status).toBe(0);
    expect(stdout).toBe(['TA1_000000041', '999_000000042'].map((name) => `${output}/${name}.x12\n`).join(''));
    expect(readdirSync(output)).toHaveLength(2);
    const again = await runCommand(args);
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toContain('is there already: nothing was written');
  });

  test('exits 1 where nothing is answered', async () => {
    expect((await runCommand(['x12', 'acknowledge', validSample('ta1-accepted')])).status).toBe(1);
    expect((await runCommand(['x12', 'acknowledge', '-'], '')).status).toBe(1);
  });

  test.each([
    ['--control-number', '0'],
    ['--group-control-number', '1000000000'],
    ['--moment', 'yesterday'],
    ['--moment', '2026-13-01T10:00'],
  ])('exits 2 for %s %s', async (...option) => {
    expect((await runCommand(['x12', 'acknowledge', CLAIMS, ...option])).status).toBe(2);
  });
});
