import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckReport, isRejected } from '../../src/edi/check/check-report.ts';
import type { Problem } from '../../src/edi/problems.ts';
import { copyFile, writeFileCopy } from '../../src/edi/syntax/copy.ts';
import { allProblems, checkByGuide } from '../edi/support/check-text.ts';
import { decodeLatin1 } from '../edi/support/latin-1.ts';
import { noteLeftOut } from '../support/left-out.ts';

const folder = process.env['CLAIMGATE_CORPUS'];
if (folder === undefined) noteLeftOut('corpus', 'CLAIMGATE_CORPUS names no folder of sample interchanges');

interface Listed {
  readonly file: string;
  /** What two independent engines say, in the index's words. */
  readonly verdict: string;
}

/** A row of `verdicts.tsv`: our verdict on a file. */
interface Judged {
  readonly file: string;
  readonly verdict: string;
  /** The errors of a file that is rejected, the warnings of one that is not: code and places. */
  readonly decisive: string;
  /** Why, in words. */
  readonly reason: string;
  /** How it stands to the two engines: `agrees`, `-` where they do not agree, or the deviation and its rule. */
  readonly view: string;
}

/** A section of a guide, an interpretation of X12, a standard of X12, or law. */
const RULE = /§[BC]?\.?\d|interpretation \d+|45 CFR/;

function readIndex(from: string): Listed[] {
  const [, ...lines] = readFileSync(path.join(from, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const cells = line.split('\t');
    return { file: cells[0] ?? '', verdict: cells[6] ?? '' };
  });
}

function readVerdicts(): Judged[] {
  const [, ...lines] = readFileSync(path.join(import.meta.dirname, 'verdicts.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [file = '', verdict = '', decisive = '', reason = '', view = ''] = line.split('\t');
    return { file, verdict, decisive, reason, view };
  });
}

describe.skipIf(folder === undefined)('the corpus of public sample interchanges', () => {
  const listed = folder === undefined ? [] : readIndex(folder);
  const rows = readVerdicts();
  const read = ({ file }: { readonly file: string }): Uint8Array =>
    new Uint8Array(readFileSync(path.join(folder ?? '', file)));

  test('is read to the last file without a crash', () => {
    let setCount = 0;
    for (const entry of listed) {
      const report = checkByGuide(read(entry));
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

  test('has a row for every file, and no other', () => {
    expect(rows.map(({ file }) => file).toSorted()).toEqual(listed.map(({ file }) => file).toSorted());
  });

  test.each(rows)('$file is $verdict, for what its row says', ({ file, verdict, decisive, reason }) => {
    expect(reason).not.toBe('');
    expect(judge(checkByGuide(read({ file })))).toEqual({ verdict, decisive });
  });

  test('is judged otherwise than two engines do only where a rule says so', () => {
    const engines = new Map(listed.map(({ file, verdict }) => [file, verdict]));
    const agreed = rows.filter(({ file }) => engines.get(file) !== 'no agreement');
    const deviating = agreed.filter(
      ({ file, verdict }) => isRejection(verdict) !== (engines.get(file) === 'both fault'),
    );
    process.stdout.write(
      `corpus: ${rows.length} files judged; of ${agreed.length} that two engines agree on, ` +
        `${agreed.length - deviating.length} as they do\n`,
    );
    expect(agreed.length).toBeGreaterThan(0);
    for (const { file, view } of agreed.filter((row) => !deviating.includes(row)))
      expect(view, file).toBe('agrees');
    for (const { file, view } of deviating) expect(view, file).toMatch(/^deviates: /);
    for (const { file, view } of rows.filter((row) => row.view.startsWith('deviates')))
      expect(view, file).toMatch(RULE);
  });
});

/** What we say of a file as a whole, and for what: each code and the places where it stands, in the order of letters. */
function judge(report: CheckReport): { verdict: string; decisive: string } {
  const verdict = verdictOf(report);
  const severity = isRejection(verdict) ? 'error' : 'warning';
  const places = new Map<string, Set<string>>();
  for (const problem of allProblems(report)) {
    if (problem.severity !== severity) continue;
    const known = places.get(problem.code) ?? new Set();
    places.set(problem.code, known.add(placeOf(problem)));
  }
  const decisive = [...places]
    .map(([code, found]) => `${code} ${[...found].toSorted().join(', ')}`.trim())
    .toSorted();
  return { verdict, decisive: decisive.join('; ') || '-' };
}

function verdictOf(report: CheckReport): string {
  if (report.interchanges.length === 0) return 'unreadable';
  if (isRejected(report)) return 'rejected';
  const verdicts = report.interchanges
    .flatMap(({ groups }) => groups.flatMap(({ sets }) => sets))
    .map(({ verdict }) => verdict);
  if (verdicts.includes('unchecked')) return 'unchecked';
  return verdicts.includes('accepted-with-errors') ? 'accepted-with-errors' : 'accepted';
}

function isRejection(verdict: string): boolean {
  return verdict === 'rejected' || verdict === 'unreadable';
}

/** `NM109 2310B`, `HI01-2 2300`, `BPR02`; nothing for a file or a trailer that is not there. */
function placeOf({ location }: Problem): string {
  const { segment, element, component, loop } = location;
  if (segment === undefined) return '';
  const elementPart = element === undefined ? '' : `${element}`.padStart(2, '0');
  const componentPart = component === undefined ? '' : `-${component}`;
  return `${segment}${elementPart}${componentPart} ${loop ?? ''}`.trim();
}
