import { describe, expect, test } from 'vitest';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import { readSamples } from '../edi/support/samples.ts';
import { readAnswers } from './support/read-answers.ts';

const SAMPLES = readSamples('valid').map(({ name, bytes }) => {
  const text = Buffer.from(bytes).toString('latin1');
  return { name, bytes, segments: text.split(/[~']/).map((segment) => segment.trim().split(/[*|]/)) };
});

/** Element `position` of every segment `tag`, taken from the text without a reader. */
function column(segments: readonly string[][], tag: string, position: number): string[] {
  return segments.filter(([identifier]) => identifier === tag).map((segment) => segment[position] ?? '');
}

describe('a sample', () => {
  test.each(SAMPLES)('$name is read to its last claim', ({ bytes, segments }) => {
    const { interchanges, groups, claims, remittances } = readAnswers(bytes);
    expect(interchanges.map((one) => one.interchangeControlNumber)).toEqual(column(segments, 'TA1', 1));
    expect(groups.map((one) => one.groupControlNumber)).toEqual(column(segments, 'AK1', 2));
    expect(groups.flatMap((one) => one.sets).map((set) => set.setControlNumber)).toEqual(
      column(segments, 'AK2', 2),
    );
    expect(claims).toHaveLength(column(segments, 'HL', 3).filter((level) => level === 'PT').length);
    const payments = remittances.flatMap((one) => one.claims);
    expect(payments.map((one) => one.patientControlNumber)).toEqual(column(segments, 'CLP', 1));
    expect(payments.flatMap((one) => one.services)).toHaveLength(
      column(segments, 'SVC', 1).length - lines(segments),
    );
  });

  test('of a remittance is readable in full and balances', () => {
    const remittances = SAMPLES.flatMap(({ bytes }) => readAnswers(bytes).remittances);
    expect(remittances.length).toBeGreaterThan(1);
    for (const remittance of remittances) {
      expect(remittance.unreadable).toEqual([]);
      expect(proveBalance(remittance).failures).toEqual([]);
    }
  });

  test('of each answer is there', () => {
    const all = SAMPLES.map(({ bytes }) => readAnswers(bytes));
    for (const kind of ['interchanges', 'groups', 'claims', 'remittances'] as const) {
      expect(all.some((answers) => answers[kind].length > 0)).toBe(true);
    }
  });
});

/** Lines of a 277CA begin with SVC too. */
function lines(segments: readonly string[][]): number {
  return segments.some(([tag, identifier]) => tag === 'ST' && identifier === '277')
    ? column(segments, 'SVC', 1).length
    : 0;
}
