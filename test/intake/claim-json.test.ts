import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfessionalClaim } from '../../src/domain/claim/claim.ts';
import { canonicalClaimJson } from '../../src/intake/claim-json.ts';
import { readClaim } from '../../src/intake/read-claim.ts';
import { arbitraryClaim } from './support/arbitrary-claim.ts';

function readText(text: string): ProfessionalClaim {
  const claim = readClaim(JSON.parse(text));
  if (!claim.ok) throw new Error(JSON.stringify(claim.refusal));
  return claim.value;
}

/** The same value with the members of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, shuffled(part)] as const)
      .toReversed(),
  );
}

describe('the JSON of a claim', () => {
  test('is read back as the same claim', () => {
    fc.assert(
      fc.property(arbitraryClaim, (claim) => {
        expect(readText(canonicalClaimJson(claim))).toEqual(claim);
      }),
    );
  });

  test('is the same text for the same claim, however its members are ordered', () => {
    fc.assert(
      fc.property(arbitraryClaim, (claim) => {
        const text = canonicalClaimJson(claim);
        expect(canonicalClaimJson(readText(JSON.stringify(shuffled(JSON.parse(text)))))).toBe(text);
      }),
    );
  });

  test('writes every default out, so that saying it changes nothing', () => {
    const text = canonicalClaimJson(
      fc.sample(arbitraryClaim, { seed: 1, numRuns: 1 })[0] as ProfessionalClaim,
    );
    const form = JSON.parse(text) as Record<string, unknown>;
    for (const name of [
      'frequency',
      'payerRank',
      'assignment',
      'otherCoverages',
      'isProviderSignatureOnFile',
    ]) {
      expect(form).toHaveProperty(name);
    }
    expect(form['charge']).toMatch(/^\d+\.\d\d$/);
    expect(text).not.toContain('Cents');
  });
});
