import { describe, expect, test } from 'vitest';
import type { CodeSetId } from '../../../src/edi/codes/code-set-ids.ts';
import { codeSetById } from '../../../src/edi/codes/code-sets.ts';

const SHAPES: readonly (readonly [CodeSetId, readonly string[], readonly string[]])[] = [
  [
    'icd-10-cm',
    ['A00', 'U071', 'S72001A', 'C7A00', 'Z3A40'],
    ['', 'A0', 'A000000B', '250', 'a00', 'A0.0', 'AB0', 'A00 '],
  ],
  ['icd-10-pcs', ['0DB68ZX', 'F07Z5FZ'], ['0DB68Z', '0DB68ZXX', '0DI68ZX', '0DO68ZX', '0db68zx']],
  ['hcpcs', ['J1885', 'G0008'], ['99213', 'J188', 'J18855', 'JJ885']],
  ['cpt', ['99213', '0001U', '1234F', '0123T'], ['J1885', '9921', 'A9213']],
  ['cdt', ['D0120'], ['J0120', 'D120', '00120']],
  ['place-of-service', ['11', '02'], ['1', '011', 'A1', '']],
  ['revenue', ['0450'], ['450', '00450', 'A450']],
  ['condition', ['01', 'A9', 'ZZ'], ['1', '011', 'a9']],
  ['provider-taxonomy', ['207Q00000X', '193200000X'], ['207Q00000', '207Q00000Y', 'AAAQ00000X']],
  ['diagnosis-related-group', ['470', '0470'], ['47', '47A']],
  ['national-drug-code', ['12345678901'], ['1234567890', '1234-5678-90', '123456789012']],
  ['admission-source', ['1', 'E'], ['', '11', '*']],
];

describe.each(SHAPES)('the shape of %s', (id, good, bad) => {
  const set = codeSetById(id);

  test.each(good)('fits %s', (code) => {
    expect(set.isWellFormed(code)).toBe(true);
  });

  test.each(bad)('does not fit %j', (code) => {
    expect(set.isWellFormed(code)).toBe(false);
  });
});

test('a set without a shape takes any text, as its list decides', () => {
  expect(codeSetById('claim-adjustment-reason').isWellFormed('!')).toBe(true);
});
