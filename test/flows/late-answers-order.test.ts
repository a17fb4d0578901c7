import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredClaim } from '../../src/ports/claim-store.ts';
import type { FlowBench } from './support/flow-bench.ts';
import {
  ANSWERS,
  type Answer,
  batched,
  deliver,
  look,
  openAnsweringBench,
  silences,
  take,
} from './support/sent-interchange.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openAnsweringBench();
});
afterAll(() => bench.stop());

describe('whatever comes first', () => {
  /** What is left when everything has happened: statuses, who is silent, and how each deadline stands. */
  async function outcome(events: readonly (Answer | 'deliver' | 'look')[]): Promise<unknown> {
    const out = await batched(bench);
    for (const event of events) {
      if (event === 'deliver') await deliver(out);
      else if (event === 'look') await look(out, 60);
      else await take(out, event);
    }
    const silent = await silences(out);
    const { tenantId } = out.tenant;
    const numbers = (await out.tenant.claims()).map(({ accountNumber }) => accountNumber);
    return await bench.store.inTransaction(tenantId, async ({ claims, awaitedAnswers }) => {
      const stored: StoredClaim[] = [];
      for (const number of numbers.toSorted()) stored.push(...(await claims.lookUp(number)));
      const deadlines = await awaitedAnswers.byInterchanges([out.interchangeId]);
      return {
        axes: stored.map(({ claim, status: { patientControlNumber: _, ...axes } }) => [
          claim.accountNumber,
          axes,
        ]),
        silences: silent,
        // Whether an answer was early enough does depend on when it came.
        late: deadlines.map(({ answer, state }) => [answer, state === 'late']),
      };
    });
  }

  test('delivery, answers and the ends of deadlines leave the same in any order', {
    timeout: 120_000,
  }, async () => {
    const answers = fc.subarray(Object.keys(ANSWERS) as Answer[]);
    const orders = answers.chain((some) =>
      fc.record({
        some: fc.constant(some),
        events: fc.shuffledSubarray([...some, 'deliver' as const, 'look' as const, 'look' as const], {
          minLength: some.length + 3,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ({ some, events }) => {
        const expected = await outcome(['deliver', ...some, 'look']);
        expect(await outcome([...events, 'look'])).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});
