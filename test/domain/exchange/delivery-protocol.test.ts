import { describe, expect, test } from 'vitest';
import {
  DELIVERY_TRANSITIONS,
  type DeliveryStep,
  STAGE_CHANGES,
} from '../../../src/domain/exchange/delivery-protocol.ts';
import { type Design, deliveryModel, SMALL_SCOPE } from '../../support/delivery-model.ts';

const { explore, protocol, unsafeDesigns, withoutFencing } = await deliveryModel();

describe('the witness protocol', () => {
  test('delivers once over every interleaving of two workers, two crashes and two expired leases', () => {
    const { worlds, violations } = explore(protocol, { workers: 2, crashes: 2, expiries: 2 });
    expect([...violations]).toEqual([]);
    // A search that went nowhere would find nothing either.
    expect(worlds).toBeGreaterThan(90_000);
  });

  test('needs no lease to be right: leases save work', () => {
    expect([...explore(withoutFencing(protocol), SMALL_SCOPE).violations]).toEqual([]);
  });

  test('leads from every step to an end, and has no step that no way leads to', () => {
    const reached = new Set<DeliveryStep>();
    const open: DeliveryStep[] = ['upload', 'look'];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      if (reached.has(step)) continue;
      reached.add(step);
      open.push(...Object.values(DELIVERY_TRANSITIONS[step]));
    }
    expect([...reached].toSorted()).toEqual(Object.keys(DELIVERY_TRANSITIONS).toSorted());
    const ends = Object.entries(DELIVERY_TRANSITIONS).filter(([, ways]) => Object.keys(ways).length === 0);
    expect(ends.map(([step]) => step)).toEqual(['stop']);
  });

  test('says for each step that records what becomes of it when the lease is another’s', () => {
    for (const step of Object.keys(STAGE_CHANGES) as (keyof typeof STAGE_CHANGES)[]) {
      expect(DELIVERY_TRANSITIONS[step].lost).toBeDefined();
    }
  });
});

describe('the search', () => {
  test.each(unsafeDesigns(protocol).map((design): [string, Design] => [design.name, design]))(
    'finds what is wrong with: %s',
    (_, design) => {
      const { violations } = explore(design, SMALL_SCOPE);
      expect([...violations.keys()]).toEqual(expect.arrayContaining([...design.expected]));
    },
  );

  test('finds the repeat of "temp, rename, look": the partner takes the file before it is on record', () => {
    const design = unsafeDesigns(protocol).find(({ name }) => name.includes('look, temp per attempt'));
    const way = design && explore(design, SMALL_SCOPE).violations.get('repeated');
    expect(way).toEqual(
      expect.arrayContaining(['the partner takes the file', 'worker 2: look-for-file, absent']),
    );
  });
});
