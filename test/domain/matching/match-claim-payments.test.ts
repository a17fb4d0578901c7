import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { MatchCandidate } from '../../../src/domain/matching/match-candidate.ts';
import type { MatchDecision } from '../../../src/domain/matching/match-decision.ts';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import { day, serviceLine, soundClaim } from '../support/claims.ts';
import { candidate, decisions, payment } from '../support/matching.ts';

const A = 'CGA0000000000';
const B = 'CGB0000000000';
const { payer, subscriber, billingProvider } = soundClaim();
const OTHER_PAYER = { payer: { name: 'ANOTHER SAMPLE PLAN' } };
const OTHER_PERSON = {
  name: { kind: 'person', last: 'SAMPLETON', first: 'ADA' },
  memberId: 'CGM100901',
} as const;

/** What is decided of one payment, in a word. */
function told(decision: MatchDecision | undefined): string {
  if (decision === undefined) return 'undecided';
  if (decision.isSafe) return `tier ${decision.tier}: ${decision.claimId}`;
  const proposals = decision.proposals.map(({ tier, claimId }) => ` ${tier}: ${claimId}`);
  return `${decision.code}${proposals.join(',')}`;
}

function decided(
  changes: Partial<ClaimPayment>,
  candidates: readonly MatchCandidate[],
  parties?: Parameters<typeof decisions>[2],
): string {
  return told(decisions([payment(changes)], candidates, parties)[0]);
}

const OURS = { patientControlNumber: `${A}01` };

describe('a claim payment under our number', () => {
  test.each<[string, Partial<ClaimPayment>, Parameters<typeof decisions>[2], string]>([
    ['of the payer, for the charge', { ...OURS }, {}, `tier 1: ${A}`],
    [
      'for the charge on another day',
      { ...OURS, claimDates: { start: day('2026-01-01') } },
      {},
      `tier 1: ${A}`,
    ],
    ['of an unknown payer, for the charge and day', OURS, OTHER_PAYER, `tier 1: ${A}`],
    [
      'of an unknown payer and another day',
      { ...OURS, claimDates: { start: day('2026-01-01') } },
      OTHER_PAYER,
      `payer-id-conflict 1: ${A}`,
    ],
    ['for one cent less', { ...OURS, chargeCents: cents(12_499) }, {}, `charge-mismatch 1: ${A}`],
    [
      'for less, marked as a part',
      { ...OURS, chargeCents: cents(2500), remarkCodes: ['MA15'] },
      {},
      `tier 1: ${A}`,
    ],
    [
      'for less on another day, marked as a part',
      { ...OURS, chargeCents: cents(2500), remarkCodes: ['MA15'], claimDates: { end: day('2026-01-01') } },
      {},
      `charge-mismatch 1: ${A}`,
    ],
    [
      'for more, marked as a part',
      { ...OURS, chargeCents: cents(12_501), remarkCodes: ['MA15'] },
      {},
      `charge-mismatch 1: ${A}`,
    ],
    ['that takes it back', { ...OURS, statusCode: '22', chargeCents: cents(-12_500) }, {}, `tier 1: ${A}`],
    ['that takes back a part', { ...OURS, statusCode: '22', chargeCents: cents(-2500) }, {}, `tier 1: ${A}`],
    [
      'of another payee',
      OURS,
      { payee: { name: 'X', npi: '1999990018', taxId: '900000012' } },
      `wrong-payee 1: ${A}`,
    ],
    [
      'of a payee with our tax id',
      OURS,
      { payee: { name: 'X', npi: '1999990018', taxId: '90-0000011' } },
      `tier 1: ${A}`,
    ],
    ['of a payee without numbers', OURS, { payee: { name: 'X' } }, `tier 1: ${A}`],
  ])('%s', (_, changes, parties, expected) => {
    expect(decided(changes, [candidate(A), candidate(B)], parties)).toBe(expected);
  });

  test('of any payer of its claim, by identifier or the longer name of a family', () => {
    const otherCoverages = [
      {
        rank: 'S',
        payer: { ...payer, name: 'SECOND SAMPLE', identifier: 'CGPAY2' },
        subscriber,
        relationship: '18',
        adjustments: [],
      },
    ] as const;
    const late = { ...OURS, claimDates: { start: day('2026-01-01') } };
    const by = (name: string, identifier?: string): string =>
      decided(late, [candidate(A, { otherCoverages })], {
        payer: { name, ...(identifier === undefined ? {} : { identifier }) },
      });
    expect(by('RENAMED', 'CGPAY1')).toBe(`tier 1: ${A}`);
    expect(by('RENAMED', 'CGPAY2')).toBe(`tier 1: ${A}`);
    expect(by('Claimgate Sample Health, of Ohio')).toBe(`tier 1: ${A}`);
    expect(by('CLAIMGATE SAMPLE')).toBe(`tier 1: ${A}`);
    expect(by('CLAIMGATE SAMPLE HEALTHY')).toBe(`payer-id-conflict 1: ${A}`);
  });

  test('that the payer splits belongs to it where the parts sum to the charge', () => {
    const parts = [
      payment({ ...OURS, chargeCents: cents(10_000) }),
      payment({ ...OURS, chargeCents: cents(2500) }),
    ];
    const reversal = payment({ ...OURS, statusCode: '22', chargeCents: cents(-12_500) });
    const all = decisions([reversal, ...parts], [candidate(A)]);
    expect(all.map(told)).toEqual([`tier 1: ${A}`, `tier 1: ${A}`, `tier 1: ${A}`]);
    expect(all[1]).toMatchObject({ evidence: { charge: 'sum-of-parts' } });
    const more = decisions([...parts, payment({ ...OURS, chargeCents: cents(1) })], [candidate(A)]);
    expect(more.map(told)).toEqual(Array.from({ length: 3 }, () => `charge-mismatch 1: ${A}`));
  });

  test('and the payer’s number of another claim is in doubt unless charge and day agree', () => {
    const candidates = [candidate(A), candidate(B, {}, ['P1'])];
    const both = { ...OURS, payerClaimControlNumber: 'P1' };
    expect(decided(both, candidates)).toBe(`tier 1: ${A}`);
    expect(decided({ ...both, claimDates: { start: day('2026-01-01') } }, candidates)).toBe(
      `payer-id-conflict 1: ${A}, 2: ${B}`,
    );
    // The claim that it replaces.
    expect(
      decided({ ...both, claimDates: { start: day('2026-01-01') } }, [
        candidate(A),
        candidate(B, { accountNumber: A }, ['P1']),
      ]),
    ).toBe(`tier 1: ${A}`);
  });

  test('that two claims have is ambiguous', () => {
    const twin = { ...candidate(B), patientControlNumbers: [`${A}01`] };
    expect(decided(OURS, [twin, candidate(A)])).toBe(`ambiguous-claim 1: ${A}, 1: ${B}`);
  });
});

describe('a claim payment under the payer’s number', () => {
  const theirs = { patientControlNumber: '0', payerClaimControlNumber: 'P1' };

  test.each<[string, Partial<ClaimPayment>, Parameters<typeof decisions>[2], string]>([
    ['that is on file', theirs, {}, `tier 2: ${A}`],
    [
      'of an earlier decision',
      { ...theirs, payerClaimControlNumber: 'P7', originalPayerClaimControlNumber: 'P1' },
      {},
      `tier 2: ${A}`,
    ],
    ['of another payer', theirs, OTHER_PAYER, `no-claim 4: ${A}`],
    ['of another charge', { ...theirs, chargeCents: cents(1) }, {}, `charge-mismatch 2: ${A}`],
    [
      'of another day',
      { ...theirs, claimDates: { start: day('2026-01-01') } },
      {},
      `payer-id-conflict 2: ${A}`,
    ],
    ['of another person', { ...theirs, patient: OTHER_PERSON }, {}, `payer-id-conflict 2: ${A}`],
    ['that takes it back', { ...theirs, statusCode: '22', chargeCents: cents(-12_500) }, {}, `tier 2: ${A}`],
    ['of another payee', theirs, { payee: { name: 'X', npi: '1999990018' } }, `wrong-payee 2: ${A}`],
  ])('%s', (_, changes, parties, expected) => {
    expect(decided(changes, [candidate(A, {}, ['P1'])], parties)).toBe(expected);
  });

  test('that a claim replaces belongs to it where no claim has the number itself', () => {
    const replacing = candidate(B, { accountNumber: A, frequency: '7', payerClaimControlNumber: 'P1' });
    expect(decided(theirs, [replacing])).toBe(`tier 2: ${B}`);
    expect(decided(theirs, [replacing, candidate(A, {}, ['P1'])])).toBe(`tier 2: ${A}`);
  });

  test('that two claims have is ambiguous', () => {
    expect(decided(theirs, [candidate(B, {}, ['P1']), candidate(A, {}, ['P1'])])).toBe(
      `ambiguous-claim 2: ${A}, 2: ${B}`,
    );
  });
});

describe('a claim payment without a number that is known', () => {
  test.each(['cga-0000000000-01', `${A}01X`, `${A}0`, A])('is proposed by what %s begins with', (number) => {
    const changed = { patientControlNumber: number, patient: { ...OTHER_PERSON, memberId: 'cgm-100900' } };
    expect(decided(changed, [candidate(A), candidate(B)])).toBe(`no-claim 3: ${A}`);
  });

  test('is not proposed by a shorter beginning, another person or another day', () => {
    const other = { claimDates: { start: day('2026-01-01') } };
    expect(decided({ patientControlNumber: A.slice(0, 12), ...other }, [candidate(A)])).toBe('no-claim');
    expect(decided({ patientControlNumber: A, patient: OTHER_PERSON }, [candidate(A)])).toBe('no-claim');
    expect(decided({ patientControlNumber: A, ...other }, [candidate(A)])).toBe('no-claim');
  });

  test('is proposed by member, day, charge and procedures together', () => {
    expect(decided({}, [candidate(A)])).toBe(`no-claim 4: ${A}`);
    const byInsured = { patient: OTHER_PERSON, insured: { memberId: 'CGM100900' } };
    expect(decided(byInsured, [candidate(A)])).toBe(`no-claim 4: ${A}`);
    expect(decided({}, [candidate(A), candidate(B)])).toBe(`ambiguous-claim 4: ${A}, 4: ${B}`);
    const lines = [
      serviceLine(1, 10_000),
      serviceLine(2, 2500, { procedure: { qualifier: 'HC', code: '87880', modifiers: [] } }),
    ];
    const different = [
      candidate(A, { lines }),
      candidate(A, { chargeCents: cents(12_400) }),
      candidate(A, { subscriber: { ...subscriber, memberId: 'CGM100902' } }),
      candidate(A, { lines: [serviceLine(1, 12_500, { serviceDate: day('2026-06-04') })] }),
    ];
    for (const one of different) expect(decided({}, [one])).toBe('no-claim');
  });

  test('tells when the money went to somebody else', () => {
    const theirs = candidate(A, {
      billingProvider: { ...billingProvider, npi: '1999990018', taxId: { kind: 'ein', value: '900000012' } },
    });
    expect(decided({}, [theirs])).toBe(`wrong-payee 4: ${A}`);
    expect(decided({}, [theirs, candidate(B)])).toBe(`ambiguous-claim 4: ${A}, 4: ${B}`);
  });

  test('is of no claim where nothing is like it', () => {
    expect(decided({}, [])).toBe('no-claim');
    const { patient: _, ...unknown } = payment();
    expect(told(decisions([unknown], [candidate(A)])[0])).toBe('no-claim');
  });
});

test('the evidence says what was compared, and no value', () => {
  const [decision] = decisions(
    [payment({ ...OURS, payerClaimControlNumber: 'P1' })],
    [candidate(A, {}, ['P1'])],
  );
  expect(decision).toEqual({
    isSafe: true,
    tier: 1,
    claimId: A,
    evidence: {
      patientControlNumber: 'exact',
      payerClaimControlNumber: 'on-file',
      payer: 'agrees',
      payee: 'agrees',
      charge: 'whole',
      serviceDates: 'agrees',
      member: 'agrees',
      name: 'agrees',
      procedures: 'same',
    },
  });
});
