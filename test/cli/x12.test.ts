import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimgate } from '../support/claimgate-process.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples/x12');
const VALID = path.join(SAMPLES, 'valid/837p-dependent-and-second-claim.x12');
const INVALID = path.join(SAMPLES, 'invalid/835-clp04-does-not-balance.x12');

describe('x12 check', () => {
  test('exits 0 for a sound file and prints the verdict of each set as JSON', () => {
    const { status, stdout, stderr } = claimgate(['x12', 'check', '--json', VALID]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      file: VALID,
      problems: [],
      interchanges: [{ groups: [{ sets: [{ verdict: 'accepted', guide: '005010X222A1', problems: [] }] }] }],
    });
  });

  test('exits 1 for a rejected set, each problem with code, severity, place and remedy', () => {
    const { status, stdout } = claimgate(['x12', 'check', '--json', INVALID]);
    expect(status).toBe(1);
    const report = JSON.parse(stdout) as {
      interchanges: { groups: { sets: { verdict: string; problems: Record<string, unknown>[] }[] }[] }[];
    };
    const [set] = report.interchanges[0]?.groups[0]?.sets ?? [];
    expect(set?.verdict).toBe('rejected');
    expect(set?.problems[0]).toMatchObject({
      code: 'balance.claim',
      severity: 'error',
      message: expect.any(String),
      remedy: expect.any(String),
      location: { segmentOrdinal: expect.any(Number), byteStart: expect.any(Number) },
    });
  });

  test('reads standard input', () => {
    const input = readFileSync(VALID, 'utf8');
    expect(claimgate(['x12', 'check', '-'], { input }).status).toBe(0);
    expect(claimgate(['x12', 'check', '-'], { input: '' }).status).toBe(1);
  });

  test.each([
    { args: ['x12', 'check'], what: 'no file named' },
    { args: ['x12', 'check', '--unknown', VALID], what: 'an option that is none' },
    { args: ['nothing'], what: 'a command that is none' },
  ])('exits 2 for misuse: $what', ({ args }) => {
    expect(claimgate(args).status).toBe(2);
  });

  test('exits 1 with a plain sentence for a file that is not there', () => {
    const { status, stderr } = claimgate(['x12', 'check', path.join(SAMPLES, 'nothing')]);
    expect(status).toBe(1);
    expect(stderr).toContain('there is no such file');
  });
});

describe('x12 inspect', () => {
  test('says what a file holds, with counts and amounts', () => {
    const { status, stdout } = claimgate(['x12', 'inspect', VALID]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^interchange \d{9} /);
    expect(stdout).toMatch(/837 \d+ +professional claims \(837P\), \d+ segments, 2 claims, charges [\d.]+/);
  });
});

describe('x12 json', () => {
  test('gives every sample back as JSON, or says that it is no X12', () => {
    for (const folder of ['valid', 'invalid']) {
      for (const name of readdirSync(path.join(SAMPLES, folder))
        .filter((one) => one.endsWith('.x12'))
        .slice(0, 6)) {
        const { status, stdout, stderr } = claimgate(['x12', 'json', path.join(SAMPLES, folder, name)]);
        if (status === 0) expect(JSON.parse(stdout)).toHaveProperty('interchanges');
        else expect(stderr).toContain('there is no X12 interchange');
      }
    }
  });
});

describe('help', () => {
  test.each([
    '',
    'init',
    'demo',
    'serve',
    'simulate',
    'submit',
    'claims list',
    'claims show',
    'explain',
    'ledger trial-balance',
    'files list',
    'deliveries list',
    'deliveries resend',
    'deliveries confirm',
    'work-items list',
    'x12 inspect',
    'x12 check',
    'x12 json',
    'x12 describe',
    'x12 acknowledge',
    'x12 query',
    'x12 diff',
    'x12 split',
    'partners list',
    'partners test',
    'codes list',
    'codes import',
  ])('of claimgate %s shows an example', (command) => {
    const { status, stdout } = claimgate([...command.split(' ').filter((word) => word !== ''), '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}\$ /);
  });
});
