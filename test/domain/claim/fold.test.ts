import { describe, expect, test } from 'vitest';
import { type FoldedFact, foldClaim } from '../../../src/domain/claim/fold.ts';
import {
  acceptedFact,
  batched,
  delivered,
  fact277ca,
  fact835,
  fact999,
  ta1,
  withdrawnFact,
} from '../support/facts.ts';

const SENT = [acceptedFact, batched(), delivered()];

function headline(...facts: readonly FoldedFact[]): string {
  return foldClaim(facts).headline;
}

describe('a claim on its way', () => {
  test.each<[string, readonly FoldedFact[]]>([
    ['ready', []],
    ['ready', [acceptedFact]],
    ['batched', [acceptedFact, batched()]],
    ['delivered', SENT],
    ['acknowledged', [...SENT, ta1('accepted')]],
    ['acknowledged', [...SENT, fact999('accepted-with-errors', { set: '0001' })]],
    ['rejected', [...SENT, ta1('rejected')]],
    ['rejected', [...SENT, fact999('rejected', { set: '0001' })]],
    ['accepted-by-clearinghouse', [...SENT, fact277ca('clearinghouse', 'accepted')]],
    ['accepted-by-payer', [...SENT, fact277ca('clearinghouse', 'accepted'), fact277ca('payer', 'accepted')]],
    ['rejected', [...SENT, fact277ca('clearinghouse', 'rejected')]],
  ])('is %s', (expected, facts) => {
    expect(foldClaim(facts).headline).toBe(expected);
  });

  test('has every axis', () => {
    const facts = [
      ...SENT,
      fact999('accepted-with-errors', { set: '0001' }),
      fact277ca('payer', 'accepted', { number: 'N1' }),
    ];
    expect(foldClaim(facts)).toEqual({
      headline: 'accepted-by-payer',
      transport: 'delivered',
      acknowledgment: 'accepted-with-errors',
      frontEnd: 'accepted-by-payer',
      adjudication: 'none',
      awaiting: '835',
      payerClaimControlNumber: 'N1',
      patientControlNumber: 'CGTESTCLAIM01',
    });
  });

  test('has been delivered when the partner answers the file, though nobody saw it there', () => {
    expect(foldClaim([batched(), ta1('accepted')]).transport).toBe('delivered');
  });
});

describe('a 999', () => {
  test('rejects the sets that it does not name together with their group', () => {
    expect(headline(...SENT, fact999('rejected'))).toBe('rejected');
  });

  test('accepts the sets that it does not name in a group accepted in part', () => {
    const facts = [...SENT, fact999('partially-accepted'), fact999('rejected', { set: '0002' })];
    expect(foldClaim(facts).acknowledgment).toBe('accepted');
  });

  test('says of a set that it names only what stands there', () => {
    const facts = [...SENT, fact999('partially-accepted'), fact999('rejected', { set: '0001' })];
    expect(foldClaim(facts).acknowledgment).toBe('rejected');
  });

  test('accepts a set by name in a group whose other sets it rejects', () => {
    const facts = [...SENT, fact999('rejected'), fact999('accepted', { set: '0001' })];
    expect(foldClaim(facts).acknowledgment).toBe('accepted');
  });

  test('of another interchange says nothing of a set of the same number', () => {
    const other = { set: '0001', interchangeId: 'I9' };
    expect(foldClaim([...SENT, fact999('rejected', other)]).acknowledgment).toBe('none');
    expect(foldClaim([...SENT, fact999('rejected'), fact999('accepted', other)]).acknowledgment).toBe(
      'rejected',
    );
  });

  test('names sets for itself, not for another 999', () => {
    const facts = [
      ...SENT,
      fact999('accepted', { set: '0001', file: 'b' }),
      fact999('rejected', { file: 'c' }),
    ];
    expect(foldClaim(facts).acknowledgment).toBe('rejected');
  });
});

describe('a resubmission', () => {
  const rejected = [
    ...SENT,
    ta1('rejected'),
    fact277ca('payer', 'rejected', { attempt: 1, date: '2026-06-09' }),
  ];

  test('leaves the answers to the attempt before behind', () => {
    expect(foldClaim([...rejected, batched(2)])).toMatchObject({
      headline: 'batched',
      transport: 'batched',
      acknowledgment: 'none',
      frontEnd: 'none',
      patientControlNumber: 'CGTESTCLAIM02',
    });
  });

  test('is accepted by an answer of an earlier day than the rejection', () => {
    const accepted = fact277ca('payer', 'accepted', { attempt: 2, date: '2026-06-08' });
    expect(headline(...rejected, batched(2), delivered('I2'), accepted)).toBe('accepted-by-payer');
  });
});

describe('277CAs', () => {
  test('of the payer outrank those of the clearinghouse, whichever came last', () => {
    const passed = fact277ca('clearinghouse', 'accepted', { date: '2026-06-09' });
    expect(headline(...SENT, passed, fact277ca('payer', 'rejected', { date: '2026-06-06' }))).toBe(
      'rejected',
    );
  });

  test('of one side count by their day', () => {
    const early = { date: '2026-06-05' };
    const late = { date: '2026-06-06' };
    expect(headline(fact277ca('payer', 'accepted', early), fact277ca('payer', 'rejected', late))).toBe(
      'rejected',
    );
    expect(headline(fact277ca('payer', 'rejected', early), fact277ca('payer', 'accepted', late))).toBe(
      'accepted-by-payer',
    );
  });

  test('of one day reject when one of them does', () => {
    const files = [
      fact277ca('payer', 'rejected', { file: 'a' }),
      fact277ca('payer', 'accepted', { file: 'b' }),
    ];
    expect(headline(...files)).toBe('rejected');
  });
});

describe('835s', () => {
  test.each([
    ['paid-full', 'paid'],
    ['paid-partial', 'partly-paid'],
    ['patient-responsibility', 'patient-responsibility'],
    ['contractual-zero', 'contractual-zero'],
    ['denied', 'denied'],
    ['forwarded-not-ours', 'forwarded'],
  ] as const)('that say %s make the claim %s, though it was rejected before', (result, expected) => {
    expect(headline(...SENT, ta1('rejected'), fact277ca('payer', 'rejected'), fact835(result))).toBe(
      expected,
    );
  });

  test('that only estimate decide nothing', () => {
    expect(headline(...SENT, fact835('predetermination'))).toBe('delivered');
  });

  test('reverse a decision, and a later correction decides anew', () => {
    const original = fact835('paid-full');
    const reversal = fact835('reversed', { remittanceId: 'R2', date: '2026-07-09' });
    const correction = fact835('denied', { remittanceId: 'R3', date: '2026-07-20', paid: 0 });
    expect(headline(...SENT, original, reversal)).toBe('reversed');
    expect(headline(...SENT, original, reversal, correction)).toBe('denied');
  });

  test('decide only while their payment stands in the claim’s books, whatever order that is heard in', () => {
    const first = fact835('paid-full');
    const again = fact835('paid-full', { said: 3 });
    expect(headline(...SENT, withdrawnFact(2), first)).toBe(headline(...SENT));
    expect(headline(...SENT, again, withdrawnFact(2), first)).toBe('paid');
    expect(headline(...SENT, first, withdrawnFact(4), again, withdrawnFact(2))).toBe(headline(...SENT));
    expect(headline(...SENT, first, withdrawnFact(2, 'R2'))).toBe('paid');
  });

  test('reverse and correct in one remittance', () => {
    const day = { remittanceId: 'R2', date: '2026-07-09' };
    const facts = [
      fact835('paid-full'),
      fact835('reversed', day),
      fact835('paid-partial', { ...day, ordinal: 2, paid: 5000 }),
    ];
    expect(headline(...facts)).toBe('partly-paid');
  });

  test.each(['R0', 'R2'])(
    'reverse on the day of the payment, whichever file %s sorts first',
    (remittanceId) => {
      expect(headline(fact835('paid-full'), fact835('reversed', { remittanceId }))).toBe('reversed');
    },
  );

  test('reverse one of two payments of a claim that was split', () => {
    const parts = [fact835('paid-full'), fact835('paid-partial', { ordinal: 2, paid: 3000 })];
    const reversal = fact835('reversed', { remittanceId: 'R2', date: '2026-07-09', paid: 3000 });
    expect(headline(...parts, reversal)).toBe('paid');
  });

  test('reverse two payments of one amount by two reversals, and one by one', () => {
    const payments = [fact835('paid-full'), fact835('paid-full', { ordinal: 2 })];
    const day = { remittanceId: 'R2', date: '2026-07-09' };
    const reversals = [fact835('reversed', day), fact835('reversed', { ...day, ordinal: 2 })];
    expect(headline(...payments, ...reversals)).toBe('reversed');
    expect(headline(...payments, ...reversals.slice(1))).toBe('paid');
  });

  test('that are read twice reverse once', () => {
    const reversal = fact835('reversed', { remittanceId: 'R2', date: '2026-07-09' });
    const again = fact835('paid-full', { remittanceId: 'R3', date: '2026-07-05' });
    expect(headline(fact835('paid-full'), again, reversal, structuredClone(reversal))).toBe('paid');
  });

  test('have the last word about the payer claim control number', () => {
    const facts = [
      fact835('paid-full', { number: 'P1' }),
      fact277ca('payer', 'accepted', { number: 'N1', date: '2026-09-01' }),
    ];
    expect(foldClaim(facts).payerClaimControlNumber).toBe('P1');
  });
});
