import { expect, test } from 'vitest';
import { InvariantViolation } from '../../../src/base/invariant.ts';
import {
  claimIdWithin,
  lineControlNumber,
  patientControlNumber,
} from '../../../src/domain/claim/control-numbers.ts';

test('a patient control number holds the claim and the attempt in at most 17 capital letters and digits', () => {
  expect(patientControlNumber('0123456789ABC', 1)).toBe('0123456789ABC01');
  expect(patientControlNumber('0123456789ABC', 99)).toMatch(/^[0-9A-Z]{1,17}$/);
});

test('a line control number fits REF02', () => {
  const number = lineControlNumber(patientControlNumber('0123456789ABC', 7), 50);
  expect(number).toBe('0123456789ABC07L50');
  expect(number.length).toBeLessThanOrEqual(30);
});

test.each([0, 100])('attempt %d is our own mistake', (attempt) => {
  expect(() => patientControlNumber('0123456789ABC', attempt)).toThrow(InvariantViolation);
});

test('so is a claim id of another form', () => {
  expect(() => patientControlNumber('0123456789abc', 1)).toThrow(InvariantViolation);
});

test('a claim id is found in its patient control number whatever became of its case, dashes and end', () => {
  for (const number of ['0123456789ABC07', '0123456789abc-07', '0123 456789 ABC', '0123456789ABC07XYZ']) {
    expect(claimIdWithin(number)).toBe('0123456789ABC');
  }
  expect(claimIdWithin('0123456789AB-')).toBeUndefined();
});
