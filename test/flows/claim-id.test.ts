import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patientControlNumber } from '../../src/domain/claim/control-numbers.ts';
import { claimId } from '../../src/flows/claim-id.ts';

test('is the first 65 bits of SHA-256 over tenant and key in Crockford base 32', () => {
  // printf 'default\nA-1' | sha256sum → 8d55c9adf19e05124…, cut and written in base 32 by hand.
  expect(claimId('default', 'A-1')).toBe('HNAWKBFHKR2H4');
});

test('gives thirteen characters without I, L, O and U, which a patient control number takes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (tenantId, key) => {
      const id = claimId(tenantId, key);
      expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
      expect(patientControlNumber(id, 1)).toHaveLength(15);
    }),
  );
});

test('tells tenants and keys apart', () => {
  const ids = [claimId('a', 'x'), claimId('a', 'y'), claimId('b', 'x'), claimId('b', 'y')];
  expect(new Set(ids).size).toBe(4);
});
