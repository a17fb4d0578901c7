import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldClaim } from '../../../src/domain/claim/fold.ts';
import { arbitraryFacts, fact835 } from '../support/facts.ts';

describe('the status of a claim', () => {
  test('is the same in any order and with any duplicates of its facts', () => {
    const scrambled = arbitraryFacts.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc
          .tuple(fc.subarray(facts), fc.subarray(facts))
          .map(([twice, thrice]) => [...facts, ...twice, ...thrice])
          .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      ),
    );
    fc.assert(
      fc.property(scrambled, ([facts, others]) => {
        // Copies, as a database would give them: equal, not identical.
        expect(foldClaim(structuredClone(others))).toEqual(foldClaim(facts));
      }),
      { numRuns: 1000 },
    );
  });

  test('once an 835 has decided, does not change with what any acknowledgment says', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryFacts, (facts, others) => {
        const acknowledgments = others.filter(({ body }) => !body.kind.startsWith('claim.adjudicat'));
        const decided = [...facts, fact835('paid-full', { date: '2026-07-02' })];
        expect(foldClaim([...decided, ...acknowledgments]).headline).toBe(foldClaim(decided).headline);
      }),
    );
  });
});
