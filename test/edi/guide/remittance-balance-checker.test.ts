import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, printCentsSuppressed } from '../../../src/base/money.ts';
import { allProblems, checkText } from '../support/check-text.ts';
import { readSample } from '../support/samples.ts';

const REMITTANCE = Buffer.from(readSample('valid', '835-no-payment')).toString('latin1');

interface Line {
  readonly charge: number;
  readonly adjustments: readonly number[];
}

const amount = fc.integer({ min: -500_000, max: 500_000 });
const line: fc.Arbitrary<Line> = fc.record({
  charge: amount,
  adjustments: fc.array(amount, { maxLength: 14 }),
});
const claims = fc.array(
  fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    adjustments: fc.array(amount, { maxLength: 7 }),
  }),
  { maxLength: 4 },
);

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, value) => total + value, 0);
}

function print(value: number): string {
  return printCentsSuppressed(cents(value));
}

/** CAS segments of at most six adjustments each. */
function adjustmentSegments(adjustments: readonly number[]): string {
  let text = '';
  for (let start = 0; start < adjustments.length; start += 6) {
    const six = adjustments.slice(start, start + 6);
    text += `CAS*CO*${six.map((value) => `45*${print(value)}`).join('**')}~`;
  }
  return text;
}

/** A remittance that balances, but for `error` cents in BPR02. */
function remittance(
  parts: readonly { readonly lines: readonly Line[]; readonly adjustments: readonly number[] }[],
  provider: readonly number[],
  error = 0,
): string {
  let paid = 0;
  let body = '';
  for (const [index, { lines, adjustments }] of parts.entries()) {
    const charge = sum(lines.map((one) => one.charge));
    const claimPaid = charge - sum(adjustments) - sum(lines.flatMap((one) => one.adjustments));
    paid += claimPaid;
    body += `CLP*C${index}*1*${print(charge)}*${print(claimPaid)}**12*P${index}~${adjustmentSegments(adjustments)}NM1*QC*1*TESTER~`;
    for (const one of lines) {
      const linePaid = one.charge - sum(one.adjustments);
      body += `SVC*HC:99212*${print(one.charge)}*${print(linePaid)}~DTM*472*20250312~${adjustmentSegments(one.adjustments)}`;
    }
  }
  const levies = provider.map((value) => `PLB*1999999984*20251231*WO:1*${print(value)}~`).join('');
  const head = REMITTANCE.slice(0, REMITTANCE.indexOf('LX*1'))
    .replace('BPR*H*0*', `BPR*I*${print(paid - sum(provider) + error)}*`)
    .replaceAll('\n', '');
  const tail = REMITTANCE.slice(REMITTANCE.indexOf('GE*'));
  const set = `${head}${parts.length > 0 ? 'LX*1~' : ''}${body}${levies}`;
  const segmentCount = set.slice(set.indexOf('ST*')).split('~').length;
  return `${set}SE*${segmentCount}*0001~${tail}`;
}

describe('the balance of a remittance', () => {
  test('holds for every remittance whose payments are charges less adjustments', () => {
    fc.assert(
      fc.property(claims, fc.array(amount, { maxLength: 3 }), (parts, provider) => {
        expect(allProblems(checkText(remittance(parts, provider)))).toEqual([]);
      }),
    );
  });

  test('does not hold when BPR02 is off by any cents', () => {
    fc.assert(
      fc.property(claims, amount, (parts, error) => {
        fc.pre(error !== 0);
        const codes = allProblems(checkText(remittance(parts, [], error))).map(({ code }) => code);
        expect(codes).toEqual(['balance.transaction']);
      }),
    );
  });

  test('counts the adjustments of a line against line and claim', () => {
    const codes = allProblems(checkText(REMITTANCE.replace('CAS*PR*1*80~', 'CAS*PR*1*79.99~')));
    expect(codes.map(({ code, location }) => [code, location.claim])).toEqual([
      ['balance.line', 'RFP000000110A'],
      ['balance.claim', 'RFP000000110A'],
    ]);
  });

  test('is not judged where an amount cannot be read', () => {
    const codes = allProblems(checkText(REMITTANCE.replace('CAS*PR*1*80~', 'CAS*PR*1*8O~')));
    expect(codes.map(({ code }) => code)).toEqual(['element.amount-invalid']);
  });
});
