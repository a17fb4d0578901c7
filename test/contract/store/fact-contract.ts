import { describe, expect, test } from 'vitest';
import { foldClaim } from '../../../src/domain/claim/fold.ts';
import { refreshClaimStatuses } from '../../../src/flows/refresh-claim-statuses.ts';
import { source } from '../../domain/support/facts.ts';
import type { ContractCase } from './contract-store.ts';
import { accepted, attemptFor, factOf, newClaim, newInterchange } from './store-rows.ts';

export function factContract({ run }: ContractCase): void {
  /** Claims A and B went in sets 0001 and 0002 of interchange I1. */
  async function twoSentClaims(): Promise<void> {
    await run(async ({ claims, interchanges }) => {
      await claims.insert([newClaim('A'), newClaim('B')]);
      await interchanges.insert(newInterchange(1));
      await claims.insertAttempts([attemptFor('A'), attemptFor('B', { setControlNumber: '0002' })]);
    });
  }

  describe('facts', () => {
    test('are added once, and the claims that they speak of are named, new or not', async () => {
      await twoSentClaims();
      const first = await run(({ facts }) => facts.append([accepted('A')]));
      expect(first).toEqual(['A']);
      const again = await run(({ facts }) => facts.append([accepted('B'), accepted('A'), accepted('A')]));
      expect(again).toEqual(['A', 'B']);
      expect(await run(({ facts }) => facts.append([]))).toEqual([]);
      await Promise.all([1, 2, 3].map(() => run(({ facts }) => facts.append([accepted('B')]))));
      const found = await run(({ facts }) => facts.forClaims(['A', 'B']));
      expect([...found].map(([claimId, facts]) => [claimId, facts.map(({ id }) => id)])).toEqual([
        ['A', ['claim.accepted:A']],
        ['B', ['claim.accepted:B']],
      ]);
      const ofInterchange = factOf('f3', 'I1', { kind: 'interchange.delivered', basis: 'witness' });
      expect(await run(({ facts }) => facts.append([ofInterchange]))).toEqual(['A', 'B']);
    });

    test('come back whole for each claim, oldest recorded first, with those of its interchanges', async () => {
      await twoSentClaims();
      const batched = factOf('f2', 'A', {
        kind: 'claim.batched',
        attempt: 1,
        patientControlNumber: 'A01',
        interchangeId: 'I1',
        setControlNumber: '0001',
      });
      const delivered = factOf('f3', 'I1', { kind: 'interchange.delivered', basis: 'witness' });
      const group = {
        ...factOf('f4', 'I1', { kind: 'set.acknowledged', outcome: 'accepted', errors: [] }),
        source: source('a'),
      };
      for (const fact of [accepted('A'), batched, accepted('B'), delivered, group]) {
        await run(({ facts }) => facts.append([fact]));
      }
      const found = await run(({ facts }) => facts.forClaims(['A', 'B', 'NONE']));
      const withoutTime = [...found].map(([claimId, facts]) => [
        claimId,
        facts.map(({ recordedAt: _, ...fact }) => fact),
      ]);
      expect(withoutTime).toEqual([
        ['A', [accepted('A'), batched, delivered, group]],
        ['B', [accepted('B'), delivered, group]],
      ]);
      const folded = await run(({ facts }) => facts.toFold(['A', 'B', 'NONE']));
      const byKind = [...folded].map(([claimId, facts]) => [
        claimId,
        facts.toSorted((one, other) => (one.body.kind < other.body.kind ? -1 : 1)),
      ]);
      expect(byKind).toEqual([
        [
          'A',
          [
            { body: batched.body },
            { body: delivered.body, interchangeId: 'I1' },
            { body: group.body, interchangeId: 'I1', source: source('a') },
          ],
        ],
        [
          'B',
          [
            { body: delivered.body, interchangeId: 'I1' },
            { body: group.body, interchangeId: 'I1', source: source('a') },
          ],
        ],
      ]);
      expect(found.get('A')?.[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    test('of another transaction set than its own do not reach a claim', async () => {
      await twoSentClaims();
      const rejected = factOf('f1', 'I1', {
        kind: 'set.acknowledged',
        setControlNumber: '0002',
        outcome: 'rejected',
        errors: [],
      });
      await run(({ facts }) => facts.append([rejected]));
      const found = await run(({ facts }) => facts.forClaims(['A', 'B']));
      expect([...found.keys()]).toEqual(['B']);
    });

    test('that two transactions record at once are both in the status that is left', async () => {
      await twoSentClaims();
      const frontEnd = factOf('f1', 'A', {
        kind: 'claim.front-end-status',
        from: 'payer',
        outcome: 'accepted',
        statuses: [{ category: 'A2', status: '20' }],
        payerClaimControlNumber: 'PCN1',
      });
      const batched = factOf('f0', 'A', {
        kind: 'claim.batched',
        attempt: 1,
        patientControlNumber: 'A01',
        interchangeId: 'I1',
        setControlNumber: '0001',
      });
      const acknowledged = factOf('f2', 'I1', {
        kind: 'set.acknowledged',
        outcome: 'accepted-with-errors',
        errors: [],
      });
      const record = (fact: typeof frontEnd) =>
        run(async (transaction) => {
          await transaction.facts.append([fact]);
          // Where the other can run now, it must not be able to miss this fact.
          await new Promise((resolve) => setTimeout(resolve, 20));
          await refreshClaimStatuses(transaction, ['A']);
        });
      await Promise.all([record(batched), record(frontEnd), record(acknowledged)]);
      const [claim] = await run(({ claims }) => claims.findByKeys(['A']));
      const found = await run(async (transaction) => await transaction.facts.toFold(['A']));
      const facts = found.get('A') ?? [];
      expect(facts).toHaveLength(3);
      expect(claim?.status).toEqual(foldClaim(facts));
      expect(claim?.status).toMatchObject({
        frontEnd: 'accepted-by-payer',
        acknowledgment: 'accepted-with-errors',
      });
    });
  });
}
