import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { type RemittanceHold, remittanceHold } from '../../../src/domain/posting/remittance-hold.ts';
import { proveBalance } from '../../../src/domain/remittance/balance.ts';
import type { Remittance } from '../../../src/domain/remittance/remittance.ts';
import { adjustment, claimPayment, remittance, servicePayment } from '../support/remittances.ts';

const SERVICE = servicePayment(8000, [adjustment('CO-45', 2000)]);
const CLAIM = claimPayment({ services: [SERVICE] });
const BALANCED = remittance([CLAIM]);

function hold(
  changes: Partial<Remittance> = {},
  posted: readonly ('identity' | 'content')[] = [],
): RemittanceHold | undefined {
  const held = { ...BALANCED, ...changes };
  return remittanceHold(held, proveBalance(held), {
    isIdentityPosted: posted.includes('identity'),
    isContentPosted: posted.includes('content'),
  });
}

function paying(amountCents: number): Partial<Remittance> {
  return { payment: { ...BALANCED.payment, amountCents: cents(amountCents) } };
}

describe('a remittance is held', () => {
  test('not at all when it balances and is new', () => {
    expect(hold()).toBeUndefined();
  });

  test.each<[string, Partial<Remittance>, readonly string[], number]>([
    ['the payment', paying(8001), ['out-of-balance-transaction'], 1],
    ['a claim', { claims: [{ ...CLAIM, chargeCents: cents(10_005) }] }, ['out-of-balance-claim'], 5],
    [
      'a line',
      {
        claims: [
          {
            ...CLAIM,
            services: [
              { ...SERVICE, paidCents: cents(7000) },
              { ...servicePayment(0, []), paidCents: cents(1000) },
            ],
          },
        ],
      },
      ['out-of-balance-line'],
      2000,
    ],
    [
      'every level',
      {
        ...paying(9000),
        claims: [{ ...CLAIM, paidCents: cents(8500), services: [{ ...SERVICE, paidCents: cents(1) }] }],
      },
      ['out-of-balance-transaction', 'out-of-balance-claim', 'out-of-balance-line'],
      500,
    ],
  ])(
    'for %s that does not balance, with the difference at the outermost level',
    (_, changes, codes, amountCents) => {
      expect(hold(changes)).toEqual({ codes, amountCents });
    },
  );

  test('for what cannot be read before anything else', () => {
    expect(hold({ ...paying(1), unreadable: [BALANCED.place] })).toEqual({
      codes: ['unreadable'],
      amountCents: 1,
    });
  });

  test('for the identity, or else the content, of a posted one, but not before it balances', () => {
    expect(hold({}, ['identity', 'content'])).toEqual({ codes: ['trn-duplicate'], amountCents: 8000 });
    expect(hold({}, ['content'])).toEqual({ codes: ['same-transaction-other-file'], amountCents: 8000 });
    expect(hold(paying(1), ['identity'])?.codes).toEqual(['out-of-balance-transaction']);
  });
});
