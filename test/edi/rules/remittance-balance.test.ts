import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, printCentsSuppressed } from '../../../src/base/money.ts';
import { briefProblems, changedSample, sampleText } from '../support/changed-sample.ts';
import { allProblems, checkText } from '../support/check-text.ts';

const REMITTANCE = sampleText('835-no-payment');

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

/** What does not balance; amounts drawn at random are odd in other ways too. */
function unbalanced(text: string): string[] {
  return briefProblems(text).filter((problem) => problem.startsWith('balance.'));
}

describe('the balance of a remittance', () => {
  test('holds for every remittance whose payments are charges less adjustments', () => {
    fc.assert(
      fc.property(claims, fc.array(amount, { maxLength: 3 }), (parts, provider) => {
        expect(unbalanced(remittance(parts, provider))).toEqual([]);
      }),
    );
  });

  test('does not hold when BPR02 is off by any cents', () => {
    fc.assert(
      fc.property(claims, amount, (parts, error) => {
        fc.pre(error !== 0);
        expect(unbalanced(remittance(parts, [], error))).toEqual(['balance.transaction BPR02']);
      }),
    );
  });

  test('does not hold when any amount that has a part in it is off by a cent', () => {
    for (const sample of ['835-paid-denied-and-recovery', '835-reversal-and-correction', '835-no-payment']) {
      for (const { text, changed } of offByOneCent(sampleText(sample))) {
        expect(unbalanced(text), changed).not.toEqual([]);
      }
    }
  });

  test('counts the adjustments of a line against line and claim', () => {
    expect(
      briefProblems(REMITTANCE.replace('CAS*PR*1*80~', 'CAS*OA*1*79.99~').replace('*80*0*80*', '*80*0**')),
    ).toEqual(['balance.claim CLP04 2100', 'balance.line SVC03 2110']);
    const [claim] = allProblems(checkText(REMITTANCE.replace('CAS*PR*1*80~', 'CAS*PR*1*79.99~')));
    expect(claim?.location.claim).toBe('RFP000000110A');
  });

  test('asks that the lines come to the payment where the claim has no adjustments of its own', () => {
    const sample = '835-no-payment';
    const charge: readonly [string, string] = [
      'CLP*RFP000000110A*1*80*0*80*',
      'CLP*RFP000000110A*1*90*10*80*',
    ];
    const withdrawn: readonly [string, string] = [
      'CAS*PR*1*80~\n',
      'CAS*PR*1*80~\nPLB*1999999984*20251231*WO:PCCN00000009*10~\n',
    ];
    expect(briefProblems(changedSample(sample, charge, withdrawn))).toEqual(['balance.claim CLP04 2100']);
  });

  test('lets a payer report less in lines than in the claim where the claim has adjustments of its own', () => {
    const text = changedSample(
      '835-no-payment',
      ['CLP*RFP000000110A*1*80*0*80*', 'CLP*RFP000000110A*1*90*0*80*'],
      ['NM1*QC', 'CAS*CO*45*10~\nNM1*QC'],
    );
    expect(briefProblems(text)).toEqual([]);
  });

  test('warns where CLP05 is not what the patient owes, and does not ask reversals', () => {
    const sample = '835-reversal-and-correction';
    expect(briefProblems(changedSample(sample, ['*125*15*12*', '*125**12*']))).toEqual([
      'balance.patient-responsibility CLP05 2100',
    ]);
    expect(briefProblems(changedSample(sample, ['*-90.5**12*', '*-90.5*-20*12*']))).toEqual([]);
  });

  test('is not judged where an amount cannot be read', () => {
    const codes = allProblems(checkText(REMITTANCE.replace('CAS*PR*1*80~', 'CAS*PR*1*8O~')));
    expect(codes.map(({ code }) => code)).toEqual(['element.amount-invalid']);
  });
});

/** The text with one of its amounts a cent higher, for each amount that stands in an equation. */
function* offByOneCent(text: string): Generator<{ readonly text: string; readonly changed: string }> {
  const segments = text.split('~');
  for (const [index, segment] of segments.entries()) {
    const elements = segment.split('*');
    for (const position of amountPositions(elements[0]?.trim() ?? '')) {
      const value = elements[position];
      if (value === undefined || value === '') continue;
      const higher = print(Math.round(Number(value) * 100) + 1);
      const changed = elements.with(position, higher).join('*');
      yield { text: segments.with(index, changed).join('~'), changed };
    }
  }
}

function amountPositions(segment: string): readonly number[] {
  switch (segment) {
    case 'BPR':
      return [2];
    case 'CLP':
      return [3, 4];
    case 'SVC':
      return [2, 3];
    case 'CAS':
      return [3, 6, 9, 12, 15, 18];
    case 'PLB':
      return [4, 6, 8, 10, 12, 14];
    default:
      return [];
  }
}
