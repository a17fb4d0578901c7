import { describe, expect, test } from 'vitest';
import { ROUTING_WORDS, routeClaim } from '../../src/partners/route-claim.ts';
import { soundClaim } from '../domain/support/claims.ts';
import { partner } from '../translate/support/partner.ts';

/** The id of the partner that takes a claim to `payer`, or the refusal's code; partners are given by their payers. */
function route(payer: string, partners: Readonly<Record<string, readonly string[]>>): string {
  const claim = soundClaim({ payer: { name: 'PAYER', identifier: payer, filingIndicator: 'CI' } });
  const profiles = Object.entries(partners).map(([id, payers]) => partner({}, { id, payers }));
  const routed = routeClaim(claim, profiles);
  return routed.ok ? routed.value.id : routed.refusal.code;
}

describe('a claim', () => {
  test.each<[string, string, Record<string, string[]>, string]>([
    [
      'goes to the partner that names its payer',
      'CGPAY1',
      { one: ['CGPAY1', 'CGPAY2'], two: ['CGPAY3'] },
      'one',
    ],
    ['goes there though another takes every payer', 'CGPAY1', { all: ['*'], one: ['CGPAY1'] }, 'one'],
    ['goes to the partner that takes every payer', 'CGPAY9', { one: ['CGPAY1'], all: ['*'] }, 'all'],
    [
      'goes to one that names its payer and takes all others',
      'CGPAY1',
      { one: ['CGPAY1', '*'], all: ['*'] },
      'one',
    ],
    ['goes to one that names its payer twice', 'CGPAY1', { one: ['CGPAY1', 'cgpay1'] }, 'one'],
    ['may write its payer in small letters', 'cgpay1', { one: ['CGPAY1'], all: ['*'] }, 'one'],
    ['goes nowhere when nobody takes its payer', 'CGPAY9', { one: ['CGPAY1'] }, 'routing.no-partner'],
    ['goes nowhere when there is no partner', 'CGPAY1', {}, 'routing.no-partner'],
    [
      'goes nowhere when two name its payer',
      'CGPAY1',
      { one: ['CGPAY1'], two: ['CGPAY1'], all: ['*'] },
      'routing.ambiguous',
    ],
    ['goes nowhere when two take every payer', 'CGPAY9', { one: ['*'], two: ['*'] }, 'routing.ambiguous'],
  ])('%s', (_, payer, partners, expected) => {
    expect(route(payer, partners)).toBe(expected);
  });
});

test('a refusal says where and holds no value', () => {
  const routed = routeClaim(soundClaim(), []);
  expect(routed).toEqual({
    ok: false,
    refusal: {
      code: 'routing.no-partner',
      pointer: '/payer/identifier',
      ...ROUTING_WORDS['routing.no-partner'],
    },
  });
  expect(JSON.stringify(routed)).not.toContain('CGPAY1');
});
