import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimgate } from '../support/claimgate-process.ts';
import { makeWorkingDirectory, type WorkingDirectory } from '../support/working-directory.ts';

let workingDirectory: WorkingDirectory;
let directory: string;
let parent: string;

beforeEach(() => {
  workingDirectory = makeWorkingDirectory();
  directory = workingDirectory.path;
  parent = path.dirname(directory);
});

afterEach(() => workingDirectory.remove());

function file(name: string, text: string): string {
  const place = path.join(parent, name);
  writeFileSync(place, text);
  return place;
}

interface Row {
  readonly list: string;
  readonly from: string;
  readonly asOf?: string;
  readonly codeCount: number;
}

function listed(): Row[] {
  const { status, stdout } = claimgate(['codes', 'list', '--json', '-d', directory]);
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

function take(name: string, list: string, ...options: string[]): ReturnType<typeof claimgate> {
  return claimgate(['codes', 'import', name, '--list', list, '-d', directory, ...options]);
}

const DIAGNOSES = '00001 A00     0 Invented\n00002 A000    1 Invented\n00003 A001    1 Invented\n';

describe('codes list', () => {
  test('says of each set how many codes there are, of when, and where from', () => {
    const { stdout } = claimgate(['codes', 'list', '-d', directory]);
    expect(stdout).toMatch(
      /claim-adjustment-reason +claim adjustment reason codes \(CARC\) +139 +407 +2026-03-01 +shipped/,
    );
    expect(stdout).toMatch(/cpt +CPT \(HCPCS level I\) +133 +shape only/);
  });

  test('needs no working directory', () => {
    expect(claimgate(['codes', 'list', '-d', path.join(parent, 'nothing')]).status).toBe(0);
  });
});

describe('codes import', () => {
  test('keeps a list in the working directory, and says what is new', () => {
    const { status, stdout } = take(file('order.txt', DIAGNOSES), 'icd-10-cm', '--as-of', '2025-10-01');
    expect(status).toBe(0);
    expect(stdout).toBe('icd-10-cm as of 2025-10-01: 2 codes in the file, 2 added, 0 stopped\n');
    expect(listed().find(({ list }) => list === 'icd-10-cm')).toMatchObject({
      from: 'imported',
      asOf: '2025-10-01',
      codeCount: 2,
    });
    expect(readdirSync(path.join(directory, 'codes'))).toEqual(['icd-10-cm.json']);
    expect(statSync(path.join(directory, 'codes/icd-10-cm.json')).mode & 0o777).toBe(0o600);
  });

  test('follows the list before, and knows what is gone', () => {
    take(file('2025.txt', DIAGNOSES), 'icd-10-cm', '--as-of', '2025-10-01');
    const next = DIAGNOSES.replace('A001 ', 'A009 ');
    const { stdout } = take(file('2026.txt', next), 'icd-10-cm', '--as-of', '2026-10-01');
    expect(stdout).toContain('2 codes in the file, 1 added, 1 stopped');
    expect(JSON.parse(readFileSync(path.join(directory, 'codes/icd-10-cm.json'), 'utf8'))).toEqual({
      id: 'icd-10-cm',
      asOf: '2026-10-01',
      coversFrom: '2025-10-01',
      periods: [
        { codes: 'A000' },
        { stop: '2026-10-01', codes: 'A001' },
        { start: '2026-10-01', codes: 'A009' },
      ],
    });
  });

  test('reads standard input, and takes today for a file with a history', () => {
    const places = 'code,start,stop\n'.concat(
      Array.from({ length: 60 }, (_, index) => `${index + 10},2020-01-01,\n`).join(''),
    );
    const { status } = claimgate(['codes', 'import', '-', '--list', 'place-of-service', '-d', directory], {
      input: places,
    });
    expect(status).toBe(0);
    const row = listed().find(({ list }) => list === 'place-of-service');
    expect(row?.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test('refuses a list that shrinks or is older, keeps the one in use, and takes it where that is meant', () => {
    take(file('2025.txt', DIAGNOSES), 'icd-10-cm', '--as-of', '2025-10-01');
    const small = file('small.txt', DIAGNOSES);
    const older = take(small, 'icd-10-cm', '--as-of', '2024-10-01');
    expect(older).toMatchObject({ status: 1, stdout: '' });
    expect(older.stderr).toContain(
      '(codes.older); nothing was imported; where that is meant, give --replace',
    );
    const shrunk = take(file('one.txt', '45\n'), 'claim-adjustment-reason', '--as-of', '2026-10-01');
    expect(shrunk).toMatchObject({ status: 1 });
    expect(shrunk.stderr).toContain('codes.shrinks');
    expect(listed().find(({ list }) => list === 'icd-10-cm')).toMatchObject({ asOf: '2025-10-01' });
    expect(listed().find(({ list }) => list === 'claim-adjustment-reason')).toMatchObject({
      from: 'shipped',
    });
    expect(take(small, 'icd-10-cm', '--as-of', '2024-10-01', '--replace').status).toBe(0);
    expect(listed().find(({ list }) => list === 'icd-10-cm')).toMatchObject({ asOf: '2024-10-01' });
  });

  test('names the line that is wrong, and no value of it', () => {
    const { status, stderr } = take(
      file('bad.txt', '11\nNONSENSE\n'),
      'place-of-service',
      '--as-of',
      '2026-01-01',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('bad.txt, line 2: this is not what a code of the set looks like (codes.shape)');
    expect(stderr).not.toContain('NONSENSE');
    expect(readdirSync(directory)).not.toContain('codes');
  });

  test.each([
    ['a list that is none', ['--list', 'no-such-list']],
    ['no list', []],
    ['no day for a file without dates', ['--list', 'icd-10-cm']],
    ['a day that is none', ['--list', 'icd-10-cm', '--as-of', '2026-02-30']],
  ])('exits 2 for %s', (_, options) => {
    const order = file('order.txt', DIAGNOSES);
    expect(claimgate(['codes', 'import', order, '-d', directory, ...options]).status).toBe(2);
  });

  test('exits 2 where there is no working directory', () => {
    const nowhere = path.join(parent, 'nothing');
    const order = file('order.txt', DIAGNOSES);
    expect(claimgate(['codes', 'import', order, '--list', 'icd-10-cm', '-d', nowhere]).status).toBe(2);
  });
});

describe('an imported list', () => {
  test('decides about claims that are submitted', () => {
    const sample = path.resolve(import.meta.dirname, '../../samples/claims/one-claim.json');
    const claim = readFileSync(sample, 'utf8').replace('"placeOfService": "11"', '"placeOfService": "28"');
    expect(claim).toContain('"28"');
    const submit = ['submit', file('claim.json', claim), '-d', directory];
    expect(claimgate(submit).stdout).toContain('claim.place-of-service');
    const places = file('places.tsv', Array.from({ length: 40 }, (_, index) => `${index + 11}\n`).join(''));
    expect(take(places, 'place-of-service', '--as-of', '2026-01-01', '--replace').status).toBe(0);
    // Still refused, as no trading partner takes it, but no longer for its place of service.
    const { stdout } = claimgate(submit);
    expect(stdout).toContain('refused');
    expect(stdout).not.toContain('claim.place-of-service');
  });

  test.each(['{', '{"id":"hcpcs"}', '{"id":"icd-10-cm","asOf":"2026-02-30","periods":[]}'])(
    'that a hand has damaged is named, with what to do: %s',
    (text) => {
      take(file('order.txt', DIAGNOSES), 'icd-10-cm', '--as-of', '2025-10-01');
      writeFileSync(path.join(directory, 'codes/icd-10-cm.json'), text);
      const { status, stderr } = claimgate(['codes', 'list', '-d', directory]);
      expect(status).toBe(2);
      expect(stderr).toContain(
        'icd-10-cm.json is not as claimgate wrote it; remove it and import the list again',
      );
    },
  );
});

describe('x12 check', () => {
  const sample = path.resolve(
    import.meta.dirname,
    '../../samples/x12/invalid/835-reason-code-is-unknown.x12',
  );

  test('looks codes up in the lists that are shipped, and warns', () => {
    const { status, stdout } = claimgate(['x12', 'check', sample]);
    expect(status).toBe(0);
    expect(stdout).toContain('warning  code.unknown  segment 30, CAS02, loop 2110');
  });

  test('looks them up in imported lists where a working directory is named', () => {
    const codes = file('reasons.txt', 'code\tstart\tstop\n2\t\t\n45\t\t\n999\t2020-01-01\t\n');
    expect(take(codes, 'claim-adjustment-reason', '--as-of', '2026-04-01', '--replace').status).toBe(0);
    const { status, stdout } = claimgate(['x12', 'check', sample, '-d', directory]);
    expect(status).toBe(0);
    expect(stdout).toContain('accepted\n');
    expect(stdout).not.toContain('code.unknown');
  });

  test('is misused with a directory that is none', () => {
    expect(claimgate(['x12', 'check', sample, '-d', path.join(parent, 'none')]).status).toBe(2);
  });
});
