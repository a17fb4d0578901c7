import { expect, test } from 'vitest';
import type { Instant } from '../../src/base/time.ts';
import { withSharedParties } from '../../src/flows/shared-parties.ts';
import type { StoredClaim } from '../../src/ports/claim-store.ts';
import { newClaim } from '../contract/store/store-rows.ts';
import { soundClaim } from '../domain/support/claims.ts';

/** As it comes from the database: nothing is shared with another. */
function stored(id: string, changes: Parameters<typeof soundClaim>[0] = {}): StoredClaim {
  const claim = structuredClone(soundClaim({ accountNumber: id, ...changes }));
  return { ...newClaim(id), claim, createdAt: '2026-06-03T00:00:00.000Z' as Instant };
}

test('claims that name parties alike hold the same ones, and say what they said', () => {
  const { billingProvider } = soundClaim();
  const other = { ...billingProvider, npi: '1999999992' };
  const claims = [stored('A'), stored('B'), stored('C', { billingProvider: other }), stored('D')];
  const shared = withSharedParties(claims);
  expect(shared).toEqual(claims);
  const [a, b, c, d] = shared.map(({ claim }) => claim.billingProvider);
  expect(b).toBe(a);
  expect(c).not.toBe(a);
  expect(d).not.toBe(a);
});

test.each(['submitter', 'payToAddress'] as const)(
  'a claim with no %s takes none from the claim before it',
  (member) => {
    const { billingProvider } = soundClaim();
    const parties = {
      submitter: {
        name: 'SAMPLE',
        identifier: 'SAMPLE1',
        contact: { name: 'SAMPLE', telephone: '5550100100' },
      },
      payToAddress: billingProvider.address,
    };
    const claims = [stored('A', { [member]: parties[member] }), stored('B')];
    const shared = withSharedParties(claims);
    expect(shared).toEqual(claims);
    expect(shared[1]?.claim).not.toHaveProperty(member);
  },
);
