import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyFile, writeFileCopy } from '../../src/edi/syntax/copy.ts';
import { allProblems, checkBytes } from '../edi/support/check-text.ts';
import { decodeLatin1 } from '../edi/support/latin-1.ts';
import { noteLeftOut } from '../support/left-out.ts';

const folder = process.env['CLAIMGATE_CORPUS'];
if (folder === undefined) noteLeftOut('corpus', 'CLAIMGATE_CORPUS names no folder of sample interchanges');

interface Listed {
  readonly file: string;
  /** What two independent engines say, in the index's words. */
  readonly verdict: string;
}

function readIndex(from: string): Listed[] {
  const [, ...lines] = readFileSync(path.join(from, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const cells = line.split('\t');
    return { file: cells[0] ?? '', verdict: cells[6] ?? '' };
  });
}

describe.skipIf(folder === undefined)('the corpus of public sample interchanges', () => {
  const listed = folder === undefined ? [] : readIndex(folder);
  const read = ({ file }: Listed): Uint8Array => new Uint8Array(readFileSync(path.join(folder ?? '', file)));

  test('is read to the last file without a crash', () => {
    let setCount = 0;
    for (const entry of listed) {
      const report = checkBytes(read(entry));
      const groups = report.interchanges.flatMap((interchange) => interchange.groups);
      setCount += groups.reduce((count, group) => count + group.sets.length, 0);
    }
    process.stdout.write(`corpus: ${listed.length} files read, ${setCount} transaction sets\n`);
    expect(listed.length).toBeGreaterThan(0);
    expect(setCount).toBeGreaterThan(0);
  });

  test('is copied byte for byte', () => {
    for (const entry of listed) {
      const bytes = read(entry);
      const text = writeFileCopy(copyFile(decodeLatin1, bytes));
      expect(Buffer.from(text, 'latin1').equals(bytes), entry.file).toBe(true);
    }
  });

  test('has no fault that two engines miss, but for sums, which they do not check', () => {
    const sound = listed.filter(({ verdict }) => verdict === 'both accept');
    expect(sound.length).toBeGreaterThan(0);
    for (const entry of sound) {
      const codes = allProblems(checkBytes(read(entry)))
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code)
        .filter((code) => !code.startsWith('balance.'));
      expect(codes, entry.file).toEqual([]);
    }
  });
});
