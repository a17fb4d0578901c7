import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { proofsOf } from '../proof/support/proven.ts';
import { goldenText } from '../translate/support/golden.ts';
import { runCommand } from './support/run-command.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-proof-'));
afterAll(() => rmSync(directory, { recursive: true }));

function written(name: string, bytes: string | Uint8Array): string {
  const file = path.join(directory, name);
  writeFileSync(file, bytes);
  return file;
}

const PAID = Buffer.from(goldenText('835-paid-denied-and-recovery'), 'latin1');
const [PROOF = ''] = proofsOf(PAID);

describe('a proof in a file of its own', () => {
  const against = written('paid.835', PAID);
  const proof = written('paid.proof', PROOF);

  test('holds without a working directory', async () => {
    expect(await runCommand(['proof', 'verify', '--file', proof, '--against', against])).toEqual({
      status: 0,
      stdout:
        'the proof holds: 2 claim payments, 3 service lines, 7 adjustment segments, payment 98.55, balanced\n',
      stderr: '',
    });
  });

  test('does not hold for another file, nor with another figure', async () => {
    const other = written('other.835', goldenText('835-reversal-and-correction'));
    const wrong = written('wrong.proof', PROOF.replace('"charge":25000', '"charge":25001'));
    const outcomes = [
      await runCommand(['proof', 'verify', '--file', proof, '--against', other]),
      await runCommand(['proof', 'verify', '--file', wrong, '--against', against]),
    ];
    for (const { status, stdout, stderr } of outcomes) {
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^claimgate: the proof does not hold: the .*\n$/);
    }
    const json = await runCommand(['proof', 'verify', '--file', wrong, '--against', against, '--json']);
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, refusal: { code: 'proof.figure-differs' } });
  });
});
