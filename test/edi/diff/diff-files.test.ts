import { describe, expect, test } from 'vitest';
import { diffFiles } from '../../../src/edi/diff/diff-files.ts';
import { type FileDifference, isSame } from '../../../src/edi/diff/difference.ts';
import { TWO_SETS, withDelimiters } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';
import { readSamples } from '../support/samples.ts';

const VALID = readSamples('valid');

function diff(first: string, second: string, comparesEnvelopes = false): FileDifference {
  return diffFiles(decodeLatin1, { first: bytesOf(first), second: bytesOf(second) }, { comparesEnvelopes });
}

function sampleText(name: string): string {
  const found = VALID.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return decodeLatin1(found.bytes, 0, found.bytes.length);
}

const REMITTANCE = sampleText('835-paid-denied-and-recovery');

describe('two files', () => {
  test.each(VALID)('are the same where both are $name', ({ bytes }) => {
    const difference = diffFiles(decodeLatin1, { first: bytes, second: bytes }, { comparesEnvelopes: true });
    expect(isSame(difference)).toBe(true);
  });

  test('are the same under other delimiters, with trailing separators and line ends', () => {
    const delimiters = { element: '|', repetition: '!', component: '>', terminator: "'" };
    expect(isSame(diff(TWO_SETS, withDelimiters(TWO_SETS, delimiters), true))).toBe(true);
    expect(isSame(diff(TWO_SETS, TWO_SETS.replace('*CH~', '*CH**~').replaceAll('\n', '\r\n')))).toBe(true);
  });

  test('are the same when sent another day under other control numbers, unless envelopes are compared', () => {
    const sentAgain = TWO_SETS.replaceAll('000000007', '000000008')
      .replace('*250102*0304*', '*250103*1112*')
      .replace('*20250102*0304*7*X', '*20250103*1112*8*X')
      .replace('GE*2*7', 'GE*2*8')
      .replaceAll('*0002', '*0009');
    expect(isSame(diff(TWO_SETS, sentAgain))).toBe(true);
    const { envelopes, sets } = diff(TWO_SETS, sentAgain, true);
    expect(
      envelopes.map(({ segment, elements }) => [segment, elements.map(({ element }) => element)]),
    ).toEqual([
      ['ISA', [9, 10, 13]],
      ['GS', [4, 5, 6]],
    ]);
    expect(sets.map((set) => [set.secondControlNumber, set.segments.map(({ segment }) => segment)])).toEqual([
      ['0009', ['ST', 'SE']],
    ]);
  });

  test('differ where another receiver is named', () => {
    const [isa] = diff(TWO_SETS, TWO_SETS.replace('ZZ*PAYER          ', 'ZZ*OTHER          ')).envelopes;
    expect(isa).toMatchObject({
      segment: 'ISA',
      elements: [{ element: 8, first: 'PAYER', second: 'OTHER' }],
    });
  });
});

describe('a difference in a set', () => {
  test('tells loop, claim, element and its name', () => {
    expect(diff(REMITTANCE, REMITTANCE.replace('CAS*CO*45*20~', 'CAS*CO*45*21~')).sets).toEqual([
      {
        identifier: '835',
        firstControlNumber: '0001',
        secondControlNumber: '0001',
        segments: [
          {
            segment: 'CAS',
            name: 'Service Adjustment',
            loop: '2110',
            claim: 'RFP000000101A',
            first: { segmentOrdinal: 24, elements: ['CAS', 'CO', '45', '20'] },
            second: { segmentOrdinal: 24, elements: ['CAS', 'CO', '45', '21'] },
            elements: [{ element: 3, name: 'Adjustment Amount', first: '20', second: '21' }],
          },
        ],
      },
    ]);
  });

  test('tells the component', () => {
    const [set] = diff(REMITTANCE, REMITTANCE.replace('HC:87880', 'HC:87881')).sets;
    expect(set?.segments[0]?.elements).toEqual([
      { element: 1, component: 2, name: 'Adjudicated Procedure Code', first: '87880', second: '87881' },
    ]);
  });

  test('is told at the segment that is missing, and not at all those behind it', () => {
    const shorter = REMITTANCE.replace('CAS*PR*2*20~\n', '').replace('SE*33', 'SE*32');
    const [set] = diff(REMITTANCE, shorter).sets;
    expect(set?.segments).toEqual([
      expect.objectContaining({
        segment: 'CAS',
        loop: '2110',
        first: expect.objectContaining({ segmentOrdinal: 19 }),
      }),
    ]);
    expect(set?.segments[0]).not.toHaveProperty('second');
  });

  test('is told without names where the guide is not carried', () => {
    const unknown = TWO_SETS.replaceAll('005010X222A1', '004010X098');
    const [set] = diff(unknown, unknown.replace('CLM*A1*100', 'CLM*A1*101')).sets;
    expect(set?.segments[0]).toMatchObject({
      segment: 'CLM',
      elements: [{ element: 2, first: '100', second: '101' }],
    });
  });
});

test('a set that stands on one side only is told by its number', () => {
  const lines = TWO_SETS.split('\n');
  const shorter = [...lines.slice(0, 6), 'GE*1*7~', lines.at(-1) ?? ''].join('\n');
  expect(diff(TWO_SETS, shorter).sets).toEqual([
    { identifier: '837', firstControlNumber: '0002', segments: [] },
  ]);
  expect(diff(shorter, TWO_SETS).sets).toEqual([
    { identifier: '837', secondControlNumber: '0002', segments: [] },
  ]);
});
