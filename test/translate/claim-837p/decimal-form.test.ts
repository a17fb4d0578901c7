import { expect, test } from 'vitest';
import { decimalForm } from '../../../src/translate/claim-837p/decimal-form.ts';

test.each([
  ['1', '1'],
  ['01', '1'],
  ['0.5', '.5'],
  ['.50', '.5'],
  ['1.500', '1.5'],
  ['10', '10'],
  ['10.0', '10'],
  ['5.', '5'],
  ['0', '0'],
  ['00.00', '0'],
  ['-0', '0'],
  ['-02.50', '-2.5'],
  ['100.010', '100.01'],
])('%s is written as %s', (text, written) => {
  expect(decimalForm(text)).toBe(written);
});

test.each(['', '.', '-', '-.', '+1', '1e3', '1,5', '1.2.3', ' 1', '１', 'two'])(
  '%j is no decimal',
  (text) => {
    expect(decimalForm(text)).toBeUndefined();
  },
);
