import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { matchLines } from '../../../src/domain/posting/line-matching.ts';
import type { ServicePayment } from '../../../src/domain/remittance/remittance.ts';
import { day } from '../support/claims.ts';
import { adjustment, claimPayment, servicePayment } from '../support/remittances.ts';
import { billedLine, onFile, plan } from './support/books.ts';

function procedure(code: string, ...modifiers: string[]): ServicePayment['procedure'] {
  return { qualifier: 'HC', code, modifiers };
}

const LINES = [
  billedLine(1, 6000, { procedure: procedure('99213', '25') }),
  billedLine(2, 2000, { procedure: procedure('87880') }),
  billedLine(3, 2000, { procedure: procedure('87880') }),
];

/** A line that is paid in full. */
function paid(amountCents: number, changes: Partial<ServicePayment>): ServicePayment {
  return { ...servicePayment(amountCents, []), ...changes };
}

/** Numbers of the billed lines that the lines of one payment decide; undefined: none. */
function decided(...services: ServicePayment[]): (number | undefined)[] {
  return matchLines(LINES, [onFile(claimPayment({ services }))]).map((match) => match.line?.number);
}

function findings(...services: ServicePayment[]): unknown[] {
  const [planned] = plan([onFile(claimPayment({ services }))], { lines: LINES });
  return (planned?.exceptions ?? []).map(({ code, details, amountCents }) => [code, details, amountCents]);
}

describe('a line is found', () => {
  test('by its own number before anything else', () => {
    const second = paid(2000, { procedure: procedure('87880'), lineControlNumber: 'CGTEST0000001L03' });
    expect(decided(second, paid(2000, { procedure: procedure('87880') }))).toEqual([3, 2]);
  });

  test('by its own number again when the payer split it, and never for more than was billed', () => {
    const part = (amountCents: number): ServicePayment =>
      paid(amountCents, { procedure: procedure('99212'), lineControlNumber: 'CGTEST0000001L01' });
    expect(decided(part(4000), part(2000))).toEqual([1, 1]);
    expect(decided(part(4000), part(2000), part(1))).toEqual([1, 1, undefined]);
  });

  test('by the procedure that was billed, where the payer decided another', () => {
    const restated = paid(6000, {
      procedure: procedure('99212'),
      originalProcedure: procedure('99213', '25'),
    });
    expect(decided(restated)).toEqual([1]);
  });

  test('by procedure, modifiers, day and charge, each line once', () => {
    const swab = paid(2000, { procedure: procedure('87880'), serviceDate: day('2026-06-03') });
    expect(decided(swab, swab, swab)).toEqual([2, 3, undefined]);
    expect(decided({ ...swab, serviceDate: day('2026-06-04') })).toEqual([undefined]);
    expect(decided(paid(2001, { procedure: procedure('87880') }))).toEqual([undefined]);
    expect(decided(paid(6000, { procedure: procedure('99213') }))).toEqual([undefined]);
  });

  test('with modifiers in any order, and by the claim’s day where the line has none', () => {
    const lines = [billedLine(1, 100, { procedure: procedure('99213', '25', '59') })];
    const service = paid(100, { procedure: procedure('99213', '59', '25') });
    const payment = claimPayment({ services: [service] });
    expect(matchLines(lines, [onFile(payment)])[0]?.line?.number).toBe(1);
    const other = { ...payment, claimDates: { start: day('2026-06-04') } };
    expect(matchLines(lines, [onFile(other)])[0]?.line).toBeUndefined();
  });
});

describe('the lines of a claim payment', () => {
  const swab = paid(2000, { procedure: procedure('87880') });
  const visit = paid(6000, { procedure: procedure('99213', '25') });

  test('that are the claim’s are no exception', () => {
    expect(findings(visit, swab, swab)).toEqual([]);
  });

  test('that are none of the claim’s are, with what was charged', () => {
    expect(findings(visit, swab, paid(2000, { procedure: procedure('87081') }))).toEqual([
      ['line-unmatched', ['line-3'], 2000],
    ]);
  });

  test('that are told to be duplicates of decided ones are no second decision', () => {
    const again = servicePayment(0, [adjustment('OA-18', 6000)]);
    expect(findings(visit, swab, swab, { ...again, procedure: procedure('99213', '25') })).not.toContainEqual(
      expect.arrayContaining(['line-unmatched']),
    );
  });

  test('of another procedure than was billed are told', () => {
    const restated = { ...visit, procedure: procedure('99212'), originalProcedure: procedure('99213', '25') };
    expect(findings(restated, swab, swab)).toEqual([['code-restated', ['line-1'], 6000]]);
  });

  test('with another charge than was billed are an exception', () => {
    const first = paid(5900, { ...visit, lineControlNumber: 'CGTEST0000001L01', chargeCents: cents(5900) });
    const second = paid(2100, { originalProcedure: procedure('87880'), procedure: procedure('87880') });
    expect(findings({ ...first, paidCents: cents(5900) }, second, swab)).toEqual([
      ['charge-mismatch', ['line-1', 'line-2'], 200],
    ]);
  });

  test('may be fewer as long as parts of the claim are still to come', () => {
    const part = paid(4000, { procedure: procedure('99213', '25'), lineControlNumber: 'CGTEST0000001L01' });
    expect(findings(part)).toEqual([]);
  });

  test('that do not add up to the claim are an exception (interpretation 452)', () => {
    const whole = claimPayment({ services: [visit, swab, swab] });
    const short = { ...whole, services: [visit, swab] };
    expect(plan([onFile(short)], { lines: LINES })[0]?.exceptions).toEqual([
      { code: 'line-claim-mismatch', details: ['charge', 'paid'], amountCents: 2000 },
    ]);
  });

  test('need not add up to what was paid where the claim has adjustments of its own', () => {
    const reduced = claimPayment({ services: [visit, swab, swab], adjustments: [adjustment('CO-253', 200)] });
    expect(plan([onFile(reduced)], { lines: LINES })[0]?.exceptions).toEqual([]);
  });
});

describe('a refused line whose cost the patient is to share', () => {
  const codesOf = (service: ServicePayment): string[] => {
    const share = service.adjustments.find((one) => one.groupCode === 'PR')?.amountCents ?? cents(0);
    const payment = { ...claimPayment({ services: [service] }), patientResponsibilityCents: share };
    return (plan([onFile(payment)], { chargeCents: payment.chargeCents })[0]?.exceptions ?? []).map(
      (one) => one.code,
    );
  };

  test.each([
    ['nothing of the line is allowed', ['CO-50', 8000, 'PR-3', 2000], undefined, true],
    ['the refusal is as large as the charge', ['CO-50', 8000, 'PR-2', 1600, 'CO-45', -1600], undefined, true],
    ['the share is more than what is allowed', ['CO-151', 5000, 'CO-45', 2000, 'PR-1', 3000], 2500, true],
    ['part of the line is allowed', ['CO-151', 5000, 'CO-45', 2000, 'PR-1', 3000], 3000, false],
    [
      'part of the line is reduced to a contract',
      ['CO-151', 5000, 'CO-45', 2000, 'PR-1', 3000],
      undefined,
      false,
    ],
    ['what it is to pay is not covered (PR 96)', ['CO-50', 8000, 'PR-96', 2000], undefined, false],
    ['nothing is refused', ['CO-45', 8000, 'PR-3', 2000], undefined, false],
  ] as const)('where %s', (_, coded, allowed, isTold) => {
    const adjustments = coded.flatMap((code, index) =>
      typeof code === 'string' ? [adjustment(code, coded[index + 1] as number)] : [],
    );
    const service = servicePayment(0, adjustments);
    const codes = codesOf(allowed === undefined ? service : { ...service, allowedCents: cents(allowed) });
    expect(codes).toEqual(isTold ? ['denial-with-pr'] : []);
  });

  test('is no exception where something was paid', () => {
    expect(codesOf(servicePayment(100, [adjustment('CO-50', 8000), adjustment('PR-3', 2000)]))).toEqual([]);
  });
});
