import { describe, expect, test } from 'vitest';
import { InterchangeChecker } from '../../../src/edi/check/interchange-checker.ts';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import { ClaimReader837p } from '../../../src/translate/claim-837p/claim-reader-837p.ts';
import { allProblems } from '../support/check-text.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

const CHUNK = 1 << 20;
const HEAD = TWO_SETS.slice(0, TWO_SETS.indexOf('SE*4'));

interface Outcome {
  readonly codes: ReadonlySet<string>;
  readonly seconds: number;
  readonly grownMB: number;
}

/** Checks `before`, then `byteCount` bytes of `filler`, then `after`. */
function checkHostile({
  before,
  filler,
  byteCount,
  after = '',
}: {
  before: string;
  filler: string;
  byteCount: number;
  after?: string;
}): Outcome {
  const chunk = bytesOf(filler.repeat(Math.ceil(CHUNK / filler.length)));
  const checker = new InterchangeChecker(decodeLatin1);
  const [memory, start] = [process.memoryUsage(), performance.now()];
  checker.feed(bytesOf(before));
  for (let fed = 0; fed < byteCount; fed += chunk.length) {
    checker.feed(chunk.subarray(0, Math.min(chunk.length, byteCount - fed)));
  }
  checker.feed(bytesOf(after));
  const codes = new Set(allProblems(checker.finish()).map(({ code }) => code));
  return {
    codes,
    seconds: (performance.now() - start) / 1000,
    grownMB: (process.memoryUsage().arrayBuffers - memory.arrayBuffers) / 1e6,
  };
}

describe('hostile input', () => {
  test.each([
    ['no terminator in 100 million bytes', `${HEAD}NTE*`, 'A', 'segment.too-long'],
    ['no terminator, separators only', `${HEAD}NTE`, '*', 'segment.too-long'],
    ['a million repetitions', `${HEAD}HI*A`, '^A', 'segment.too-long'],
    ['a million components', `${HEAD}HI*A`, ':A', 'segment.too-long'],
    ['100 million bytes of letters', '', 'dear partner ', 'file.not-x12'],
    ['100 million blanks', '', ' \r\n', 'file.not-x12'],
    ['100 million NUL behind the file', TWO_SETS, '\0', undefined],
    ['a binary segment that counts all that follows', `${HEAD}BIN*16000000*`, 'A', 'segment.too-long'],
  ] as const)('of %s is read in bounded time and memory', (_, before, filler, expected) => {
    const { codes, seconds, grownMB } = checkHostile({ before, filler, byteCount: 100_000_000 });
    if (expected !== undefined) expect([...codes]).toContain(expected);
    // A hundred times what it takes; it is the order that counts.
    expect(seconds).toBeLessThan(20);
    expect(grownMB).toBeLessThan(64);
  });

  test('of as many repetitions as a segment holds is checked in bounded time', () => {
    const filler = '^A'.repeat(30_000);
    const { seconds } = checkHostile({ before: `${HEAD}HI*A`, filler, byteCount: filler.length, after: '~' });
    expect(seconds).toBeLessThan(5);
  });

  test('of levels that name each other as parents ends', () => {
    const levels = Array.from(
      { length: 20_000 },
      (_, i) => `HL*${i + 1}*${((i + 1) % 20_000) + 1}*22*1~`,
    ).join('');
    const { codes, seconds } = checkHostile({
      before: HEAD,
      filler: levels,
      byteCount: levels.length,
      after: 'SE*1*0001~',
    });
    // It was read to its end.
    expect([...codes]).toContain('interchange.trailer-missing');
    expect(seconds).toBeLessThan(5);
  });

  test('of a claim without end is told as one that cannot be read', () => {
    const told: string[] = [];
    let open: ClaimReader837p | undefined;
    const reader = new EnvelopeReader(decodeLatin1, {
      setOpened: () => {
        open = new ClaimReader837p(
          () => told.push('read'),
          () => told.push('unreadable'),
        );
      },
      countedSegment: (segment, ordinal, numbers) => open?.segment(segment, ordinal, numbers),
      setClosed: () => open?.finish(),
    });
    reader.feed(bytesOf(HEAD + 'NTE*ADD*A~'.repeat(100_000)));
    reader.finish();
    expect(told).toEqual(['unreadable']);
  });

  test.each(['0', '3', '5', '999999999', '-4', '4.0', ''])(
    'of SE01 that says %s is told and nothing is lost',
    (count) => {
      const text = TWO_SETS.replace('SE*4*', `SE*${count}*`);
      const checker = new InterchangeChecker(decodeLatin1);
      checker.feed(bytesOf(text));
      const report = checker.finish();
      expect(allProblems(report).map(({ code }) => code)).toContain('set.segment-count-mismatch');
      expect(report.interchanges[0]?.groups[0]?.sets).toHaveLength(2);
    },
  );
});
