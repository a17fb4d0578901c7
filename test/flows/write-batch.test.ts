import { describe, expect, test } from 'vitest';
import { InvariantViolation } from '../../src/base/invariant.ts';
import type { Instant } from '../../src/base/time.ts';
import { localMoment } from '../../src/flows/local-moment.ts';
import { type WrittenBatch, writeBatch } from '../../src/flows/write-batch.ts';
import { readClaim } from '../../src/intake/read-claim.ts';
import { decodeLatin1 } from '../../src/main/latin-1.ts';
import type { StoredClaim } from '../../src/ports/claim-store.ts';
import { claimInput, testProfile } from './support/claims.ts';

const MOMENT = localMoment('2026-03-02T17:05:00.000Z' as Instant, 'UTC');
const COUNT = 1000;

function storedClaim(index: number): StoredClaim {
  const id = `CLAIM${String(index).padStart(8, '0')}`;
  const read = readClaim(claimInput(`A-${index}`));
  if (!read.ok) throw new Error('the sample claim is read');
  return {
    id,
    key: id,
    contentSha256: '',
    archiveSha256: '',
    partnerId: 'p',
    claim: read.value,
    createdAt: '2026-03-02T00:00:00.000Z' as Instant,
  } as unknown as StoredClaim;
}

const claims = Array.from({ length: COUNT }, (_, index) => storedClaim(index));

/** Writes all of them with a reader that breaks down over some, as a mistake of ours would, and counts its readings. */
function write(poison: readonly number[]): { readonly batch: WrittenBatch; readonly readings: number } {
  let readings = 0;
  const poisoned = poison.map((index) => claims[index]?.id ?? '');
  const batch = writeBatch(claims, {
    profile: testProfile(),
    numbers: { interchangeControlNumber: '000000001', groupControlNumber: '1' },
    moment: MOMENT,
    attemptsMade: new Map(),
    decode(bytes, start, end) {
      if (start === 0) readings++;
      const text = decodeLatin1(bytes, start, end);
      if (poisoned.some((id) => text.includes(id))) throw new TypeError('broken');
      return text;
    },
  });
  return { batch, readings };
}

describe('a batch of a thousand claims', () => {
  test.each([[[0]], [[617]], [[999]], [[3, 4, 500, 998]]])(
    'of which %j break the writing goes without them',
    (poison) => {
      const { batch, readings } = write(poison);
      expect(batch.plan?.claims).toHaveLength(COUNT - poison.length);
      expect(batch.heldBack.map(({ claimId, code }) => [claimId, code])).toEqual(
        poison.map((index) => [claims[index]?.id, 'writing.failed']),
      );
      // Halves of halves: about twenty writings for each, each read twice, where one by one would be a thousand.
      expect(readings).toBeLessThanOrEqual(2 * (2 + 20 * poison.length));
    },
  );

  test('holds back none of them where the writing breaks down for all', () => {
    expect(() => write(claims.map((_, index) => index))).toThrow(InvariantViolation);
  });
});
