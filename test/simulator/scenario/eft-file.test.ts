import { afterEach, describe, expect, test } from 'vitest';
import { interchangeOf, numbered } from '../support/numbered-claims.ts';
import { ScenarioMailbox } from '../support/scenario-mailbox.ts';

let mailbox: ScenarioMailbox;
afterEach(() => mailbox.remove());

function linesOfBank(yaml: string): string[][] {
  mailbox = new ScenarioMailbox(yaml);
  mailbox.take(
    'claims.x12',
    interchangeOf([numbered('A1', 'CGM001'), numbered('A2', 'CGM002', { payer: 'CGPAY2' })]),
  );
  mailbox.untilTheEnd();
  return [...mailbox.read('bank').values()].map((text) => text.split('\n').slice(0, -1));
}

describe('the file of the bank', () => {
  test('is NACHA: 94 characters a line, in blocks of ten, with counts, hash and totals', () => {
    const [lines = [], ...more] = linesOfBank(`
eft: true
remittances:
  - { trace: E1, claims: [{ claim: CGM001 }] }
  - { trace: E2, claims: [{ claim: CGM002, lines: [{ line: 1, adjust: [CO 45 20.00] }] }] }
`);
    expect(more).toEqual([]);
    expect(lines.every((line) => line.length === 94)).toBe(true);
    expect(lines.length % 10).toBe(0);
    expect(lines.map((line) => line[0]).join('')).toBe('1567856789');
    const control = lines[9] ?? '';
    expect({
      batches: control.slice(1, 7),
      blocks: control.slice(7, 13),
      entriesAndAddenda: control.slice(13, 21),
      // 99999999 twice.
      hash: control.slice(21, 31),
      debits: control.slice(31, 43),
      credits: control.slice(43, 55),
    }).toEqual({
      batches: '000002',
      blocks: '000001',
      entriesAndAddenda: '00000004',
      hash: '0199999998',
      debits: '000000000000',
      credits: '000000018000',
    });
  });

  test('holds what ties it to the remittance: TRN, amount and effective date (CORE 370)', () => {
    const [[header = '', batch = '', entry = '', addenda = '', total = '', , ...filling] = []] = linesOfBank(
      'eft: true\nremittances: [{ trace: E1, claims: [{ claim: CGM001 }] }]',
    );
    expect(header.slice(0, 40)).toMatch(/^101 999999992\d{10}2610020000A094101$/);
    expect(batch).toMatch(/^5220CLAIMGATE SAMPLE {20}\d{10}CCDHCCLAIMPMT {6}261002 {3}1999999990000001$/);
    expect(entry).toMatch(/^622999999992\d{7} {10}00000100001999999984 {5}.{22} {2}1999999990000001$/);
    expect(addenda).toMatch(/^705TRN\*1\*E1\*1\d{9}~ +00010000001$/);
    expect(total).toMatch(/^8220000002009{8}0{12}000000010000\d{10} {25}999999990000001$/);
    // Six lines, filled to ten.
    expect(filling).toEqual(Array.from({ length: 4 }, () => '9'.repeat(94)));
  });

  test('says another amount or day, or nothing, as the scenario has it', () => {
    const files = linesOfBank(`
eft: true
remittances:
  - { trace: E1, claims: [{ claim: CGM001 }], eft: { amount: 90.00, day: 4 } }
  - { trace: E2, claims: [{ claim: CGM002 }], eft: { isMissing: true } }
`);
    expect(files).toHaveLength(1);
    expect(files[0]?.[1]).toContain('261005');
    expect(files[0]?.[2]?.slice(29, 39)).toBe('0000009000');
  });

  test('has a payment twice, and that of a remittance that is lost', () => {
    const [lines = []] = linesOfBank(`
eft: true
remittances:
  - { trace: E1, claims: [{ claim: CGM001 }], eft: { isTwice: true } }
  - { trace: E2, claims: [{ claim: CGM002 }], isLost: true }
`);
    expect(lines.filter((line) => line.startsWith('7')).map((line) => line.slice(9, 11))).toEqual([
      'E1',
      'E1',
      'E2',
    ]);
    expect([...mailbox.read('outbound').values()].filter((text) => text.includes('*E2*'))).toEqual([]);
  });
});
