import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/simulator/scenario/read-scenario.ts';

function refusalOf(yaml: string): readonly unknown[] {
  const read = readScenario(yaml);
  return read.ok ? [] : read.refusal;
}

describe('a scenario', () => {
  test('may be empty, and then acknowledges and pays nothing', () => {
    const read = readScenario('{}');
    expect(read).toMatchObject({
      ok: true,
      value: { seed: 'claimgate', start: '2026-10-01', rules: [], remittances: [], eft: false },
    });
  });

  test('keeps codes and amounts as they are written, quoted or not', () => {
    const read = readScenario(`
rules:
  - when: { procedure: 00100 }
    outcomes:
      - { allowed: 80.10, deny: { reason: 050 } }
`);
    expect(read).toMatchObject({
      ok: true,
      value: {
        rules: [
          {
            when: { procedure: '00100' },
            outcomes: [{ allowed: { amountCents: 8010 }, deny: { group: 'CO', reason: '050' } }],
          },
        ],
      },
    });
  });

  test('is refused with every problem, by pointer and line', () => {
    const yaml = `
seed: x
rules:
  - outcomes:
      - day: soon
      - allowed: 101%
remittances:
  - claims:
      - claim: A1
        lines:
          - { line: 1, adjust: [CO45 20.00] }
          - { line: 0 }
    bogus: 1
  - claims:
      - status: 1
`;
    expect(refusalOf(yaml)).toEqual([
      { pointer: '/rules/0/outcomes/0/day', line: 5, message: 'a day: 0, 1, 2 …' },
      {
        pointer: '/rules/0/outcomes/1/allowed',
        line: 6,
        message: 'a part such as 80%, or an amount in dollars',
      },
      {
        pointer: '/remittances/0/claims/0/lines/0/adjust/0',
        line: 11,
        message: 'group, reason and amount, such as CO 45 20.00',
      },
      {
        pointer: '/remittances/0/claims/0/lines/1/line',
        line: 12,
        message: 'a number that counts from 1',
      },
      { pointer: '/remittances/0', line: 8, message: expect.stringContaining('bogus') },
      { pointer: '/remittances/1/claims/0/claim', line: 15, message: expect.any(String) },
    ]);
  });

  test('that is no YAML is refused at its line, without a word of it', () => {
    const [problem] = refusalOf('seed: x\nrules: [\n  secret: "unclosed\n');
    expect(problem).toMatchObject({ pointer: '', line: expect.any(Number) });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});
