import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileDescriber } from '../../../src/edi/describe/file-describer.ts';
import { TWO_SETS, withDelimiters } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';
import { readSamples } from '../support/samples.ts';

const SAMPLES = [...readSamples('valid'), ...readSamples('invalid')];

function linesOf(
  bytes: Uint8Array,
  options: { pieceSize?: number; setControlNumber?: string } = {},
): string[] {
  const { pieceSize = Math.max(bytes.length, 1), setControlNumber } = options;
  const lines: string[] = [];
  const describer = new FileDescriber(decodeLatin1, {
    line: (text) => lines.push(text),
    ...(setControlNumber === undefined ? {} : { setControlNumber }),
  });
  for (let start = 0; start < bytes.length; start += pieceSize) {
    describer.feed(bytes.subarray(start, start + pieceSize));
  }
  describer.finish();
  return lines;
}

function sampleLines(name: string): string[] {
  const sample = SAMPLES.find((one) => one.name === name);
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return linesOf(sample.bytes);
}

/** Lines without their indent and the room before values. */
function plain(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim().replaceAll(/: +/g, ': '));
}

describe('a file that is described', () => {
  test('shows the tree of loops, each inside the one it stands in', () => {
    const loops = sampleLines('837p-dependent-and-second-claim').filter((line) =>
      /^ +\d{4}[A-Z]{0,2} {2}/.test(line),
    );
    expect(
      loops.map((line) => `${(line.length - line.trimStart().length) / 2} ${line.trim().split(' ')[0]}`),
    ).toEqual([
      '3 1000A',
      '3 1000B',
      '3 2000A',
      '4 2010AA',
      '4 2010AB',
      '4 2000B',
      '5 2010BA',
      '5 2010BB',
      '5 2000C',
      '6 2010CA',
      '6 2300',
      '7 2310B',
      '7 2400',
      '6 2300',
      '7 2310C',
      '7 2320',
      '8 2330A',
      '8 2330B',
      '7 2400',
    ]);
  });

  test('says what codes mean by their list, composite and qualifier', () => {
    const claims = plain(sampleLines('837p-dependent-and-second-claim'));
    expect(claims).toContain('Place of Service Code: 11 (Office)');
    expect(claims).toContain('Claim Frequency Code: 7 (replacement)');
    const remittance = plain(sampleLines('835-paid-denied-and-recovery'));
    expect(remittance).toContain('Adjustment Reason Code: 2 (coinsurance)');
    expect(remittance).toContain('Claim Status Code: 4 (denied)');
    const status = plain(sampleLines('277ca-accepted-and-rejected-claim'));
    expect(status).toContain('Health Care Claim Status Code: 187 (dates of service)');
  });

  test('writes dates, times and periods as people do', () => {
    const claims = plain(sampleLines('837p-dependent-and-second-claim'));
    expect(claims).toContain('Transaction Set Creation Date: 2025-03-16');
    expect(claims).toContain('Transaction Set Creation Time: 09:05');
    expect(claims).toContain('Service Date: 2025-02-01 to 2025-02-01');
  });

  test('lays amounts under each other, their cents in one column', () => {
    const amounts = sampleLines('835-paid-denied-and-recovery').filter((line) =>
      /Amount: +-?\d+\.\d\d$/.test(line),
    );
    expect(amounts.length).toBeGreaterThan(15);
    expect(new Set(amounts.map((line) => line.length)).size).toBe(1);
  });

  test('shows a segment that has no place, and a guide that is not carried, with positions for names', () => {
    expect(plain(linesOf(bytesOf(TWO_SETS)))).toContain('set 837 0002  professional claims (837P)');
    const stray = TWO_SETS.replace('CLM*A1', 'ZZZ*A1');
    expect(plain(linesOf(bytesOf(stray)))).toEqual(
      expect.arrayContaining(['ZZZ  has no place in the guide', 'ZZZ02: 100']),
    );
    const unknown = plain(linesOf(bytesOf(TWO_SETS.replaceAll('005010X222A1', '004010X098'))));
    expect(unknown).toEqual(
      expect.arrayContaining(['set 837 0001  004010X098, a guide that is not carried', 'CLM', 'CLM02: 100']),
    );
  });

  test('says where it was cut off', () => {
    const lines = linesOf(bytesOf(TWO_SETS.slice(0, TWO_SETS.indexOf('GE*'))));
    expect(lines.slice(-2)).toEqual([
      '  group 7 ends without its trailer',
      'interchange 000000007 ends without its trailer',
    ]);
  });

  test('shows one set where asked', () => {
    const lines = linesOf(bytesOf(TWO_SETS), { setControlNumber: '0002' });
    expect(lines.filter((line) => line.includes('set 837'))).toEqual([
      '    set 837 0002  professional claims (837P)',
    ]);
  });

  test('reads the same under other delimiters', () => {
    const delimiters = { element: '|', repetition: '!', component: '>', terminator: "'" };
    const sample = SAMPLES.find(({ name }) => name === '835-paid-denied-and-recovery');
    const text = decodeLatin1(sample?.bytes ?? new Uint8Array(), 0, sample?.bytes.length ?? 0);
    expect(linesOf(bytesOf(withDelimiters(text, delimiters)))).toEqual(linesOf(bytesOf(text)));
  });

  test('reads the same in pieces of any size, sound or not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.integer({ min: 1, max: 500 }), ({ bytes }, pieceSize) => {
        expect(linesOf(bytes, { pieceSize })).toEqual(linesOf(bytes));
      }),
      { numRuns: 40 },
    );
  });
});
