import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainClaim } from '../../src/flows/explain-claim.ts';
import type { FlowBench } from './support/flow-bench.ts';
import { delivered, inDays, look, openAnsweringBench, silences, take } from './support/sent-interchange.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openAnsweringBench();
});
afterAll(() => bench.stop());

describe('an interchange that nobody answers', () => {
  test('is one work item, which says more with each deadline that passes', async () => {
    const out = await delivered(bench);
    await look(out, 0);
    expect(await silences(out)).toEqual([]);
    await look(out, 0.5);
    expect(await silences(out)).toEqual(['all: TA1']);
    await look(out, 2);
    expect(await silences(out)).toEqual(['all: TA1 999']);
    await look(out, 60);
    expect(await silences(out)).toEqual(['all: TA1 999 277CA 835']);
    const items = await bench.store.inTransaction(out.tenant.tenantId, ({ workItems }) =>
      workItems.list({ limit: 9 }),
    );
    expect(items).toMatchObject([{ interchangeId: out.interchangeId, amountCents: 36_000 }]);
  });

  test('is looked at once for each deadline, however often and by however many', async () => {
    const out = await delivered(bench);
    const looks = await Promise.all([1, 2, 3].map(() => look(out, 2)));
    expect(looks.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(await look(out, 2)).toBe(0);
    expect(await silences(out)).toEqual(['all: TA1 999']);
  });
});

describe('an answer in time', () => {
  test('leaves no work item, and stands for those before it in the journey', async () => {
    const out = await delivered(bench, '277CA of one and two from the payer', '835 of all');
    await look(out, 60);
    expect(await silences(out)).toEqual([]);
    const states = await bench.store.inTransaction(out.tenant.tenantId, ({ awaitedAnswers }) =>
      awaitedAnswers.byInterchanges([out.interchangeId]),
    );
    expect(states.map(({ answer, state }) => `${answer} ${state}`)).toEqual([
      'TA1 answered',
      '999 answered',
      '277CA answered',
      '835 answered',
    ]);
  });

  test('that speaks of some claims leaves one work item for each of the others', async () => {
    const out = await delivered(bench, '999', '277CA of one');
    await look(out, 10);
    expect(await silences(out)).toEqual(['2: 277CA', '3: 277CA']);
    await look(out, 60);
    expect(await silences(out)).toEqual(['2: 277CA', '3: 277CA', 'all: 835']);
  });

  test('that rejects ends the waiting of the claims that it rejects', async () => {
    const out = await delivered(bench, '999 rejects two', '277CA rejects one');
    await look(out, 60);
    expect(await silences(out)).toEqual(['3: 277CA 835']);
  });
});

describe('an answer that comes late', () => {
  test('closes what was missed, and says that it came late', async () => {
    const out = await delivered(bench);
    await look(out, 2);
    await take(out, '999');
    expect(await silences(out)).toEqual([]);
    const closed = await bench.store.inTransaction(out.tenant.tenantId, ({ workItems }) =>
      workItems.list({ isClosed: true, limit: 9 }),
    );
    expect(closed).toMatchObject([{ kind: 'answer-late', closedAs: 'answered-late', codes: ['TA1', '999'] }]);
    const states = await bench.store.inTransaction(out.tenant.tenantId, ({ awaitedAnswers }) =>
      awaitedAnswers.byInterchanges([out.interchangeId]),
    );
    expect(states.map(({ state }) => state)).toEqual([
      'answered-late',
      'answered-late',
      'awaited',
      'awaited',
    ]);
  });

  test('for some claims leaves a work item for each of the others', async () => {
    const out = await delivered(bench, '999');
    await look(out, 10);
    expect(await silences(out)).toEqual(['all: 277CA']);
    await take(out, '277CA of one');
    expect(await silences(out)).toEqual(['2: 277CA', '3: 277CA']);
    await take(out, '835 of all');
    expect(await silences(out)).toEqual([]);
    expect(await silences(out, true)).toEqual(['2: 277CA', '3: 277CA', 'all: 277CA']);
  });
});

test('a claim that the payer takes after the clearinghouse would not, waits for its decision again', async () => {
  const out = await delivered(bench, '277CA rejects one', '835 of two and three');
  await look(out, 60);
  expect(await silences(out)).toEqual([]);
  await take(out, '277CA of one and two from the payer');
  expect(await silences(out)).toEqual(['1: 835']);
  await take(out, '835 of one');
  expect(await silences(out)).toEqual([]);
});

test('the story of a claim tells what is owed to it, and what came late', async () => {
  const out = await delivered(bench, '999');
  const story = async (days: number) => {
    const parts = { store: bench.store, archive: bench.archive, clock: inDays(days) };
    const [told] = await explainClaim(parts, out.tenant.tenantId, out.claimIds[1] ?? '');
    return told;
  };
  const owed = (await story(10))?.awaited.map(({ answer, isOverdue }) => ({ answer, isOverdue }));
  expect(owed).toEqual([
    { answer: '277CA', isOverdue: true },
    { answer: '835', isOverdue: false },
  ]);
  await take(out, '277CA of one');
  await look(out, 10);
  await take(out, '835 of all');
  const after = await story(10);
  expect(after?.awaited).toEqual([]);
  expect(after?.workItems).toMatchObject([{ kind: 'answer-late', closedAt: expect.stringMatching(/Z$/) }]);
});
