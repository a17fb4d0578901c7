import { describe, expect, test } from 'vitest';
import {
  DELIVERY_MODES,
  DELIVERY_PROTOCOLS,
  DELIVERY_TRANSITIONS,
  type DeliveryMode,
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
});

describe('the protocol', () => {
  test.each(DELIVERY_MODES)('in the mode %s leads on from every step but the last', (mode) => {
    const { transitions } = DELIVERY_PROTOCOLS[mode];
    for (const step of reachedIn(mode)) {
      expect(Object.keys(transitions[step]).length > 0, step).toBe(step !== 'stop');
      // What becomes of a step that records when the lease is another's.
      if (step in STAGE_CHANGES) expect(transitions[step].lost, step).toBeDefined();
    }
  });

  test('has no step that no way leads to', () => {
    const reached = new Set(DELIVERY_MODES.flatMap((mode) => [...reachedIn(mode)]));
    expect([...reached].toSorted()).toEqual(Object.keys(DELIVERY_TRANSITIONS).toSorted());
  });
});

function reachedIn(mode: DeliveryMode): ReadonlySet<DeliveryStep> {
  const { first, transitions } = DELIVERY_PROTOCOLS[mode];
  const reached = new Set<DeliveryStep>();
  const open: DeliveryStep[] = [first.NEW, first.COMMITTING];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    open.push(...Object.values(transitions[step]));
  }
  return reached;
}

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
