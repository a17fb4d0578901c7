import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RepeatedNumbers } from '../../../src/flows/posting/repeated-numbers.ts';

test('the last place of each number that stands there twice is told, however many there are', () => {
  const numbers = fc.array(fc.stringMatching(/^[A-C0-9]{1,3}$/), { maxLength: 600 });
  fc.assert(
    fc.property(numbers, (all) => {
      const repeated = new RepeatedNumbers();
      for (const [index, number] of all.entries()) repeated.note(number, index + 1);
      for (const table of [repeated, repeated.compact()]) {
        for (const number of all) {
          const last = all.lastIndexOf(number);
          expect(table.lastOf(number)).toBe(all.indexOf(number) === last ? 0 : last + 1);
        }
      }
    }),
  );
});

test('of 200,000 numbers hardly any is forgotten or taken for another', () => {
  const repeated = new RepeatedNumbers();
  const number = (index: number): string => `CGA${String(index).padStart(10, '0')}01`;
  for (let index = 1; index <= 200_000; index++) repeated.note(number(index), index);
  for (let index = 1; index <= 200_000; index += 100) repeated.note(number(index), 200_000 + index);
  const compacted = repeated.compact();
  let wrong = 0;
  for (let index = 1; index <= 200_000; index++) {
    const last = index % 100 === 1 ? 200_000 + index : 0;
    if (compacted.lastOf(number(index)) !== last) wrong++;
  }
  expect(wrong).toBeLessThan(40);
});
