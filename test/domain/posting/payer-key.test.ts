import { describe, expect, test } from 'vitest';
import { isPayer, payerKeyOf, payerOriginOf } from '../../../src/domain/posting/payer-key.ts';
import { remittance } from '../support/remittances.ts';

const KEY = payerKeyOf({
  ...remittance([]),
  payer: { name: 'Claimgate  Sample Health, Inc.', identifier: 'cgpay1' },
});

describe('the key of a payer', () => {
  test('says originator, identifier and name, whatever their case and punctuation', () => {
    expect(KEY).toBe('1900000099|CGPAY1|CLAIMGATE SAMPLE HEALTH INC');
    expect(payerKeyOf(remittance([]))).toBe('1900000099||CLAIMGATE SAMPLE HEALTH');
  });

  test.each([
    ['its identifier', { identifier: 'CGPAY1', name: 'ANOTHER NAME' }, true],
    ['its name', { identifier: 'CGPAY2', name: 'CLAIMGATE SAMPLE HEALTH INC' }, true],
    ['neither', { identifier: 'CGPAY2', name: 'CLAIMGATE SAMPLE HEALTH' }, false],
    ['nothing', { name: '' }, false],
  ])('is known by %s', (_, hints, isKnown) => {
    expect(isPayer(KEY, hints)).toBe(isKnown);
  });

  test('without an identifier is not every payer without one', () => {
    expect(isPayer('1900000099||A', { name: 'B' })).toBe(false);
    expect(isPayer('1900000099||', { identifier: '', name: '' })).toBe(false);
  });

  test('has as origin what stays when a payer writes its name another way', () => {
    expect(payerOriginOf(KEY)).toBe(payerOriginOf(payerKeyOf(remittance([]))));
    expect(payerOriginOf('||CLAIMGATE SAMPLE HEALTH')).toBe('CLAIMGATE SAMPLE HEALTH');
  });
});
