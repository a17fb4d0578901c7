import { rmSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/base/time.ts';
import { explainClaim } from '../../src/flows/explain-claim.ts';
import { findLateAnswers } from '../../src/flows/find-late-answers.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { StoredWorkItem } from '../../src/ports/money-store.ts';
import {
  claimAcknowledgment,
  implementationAcknowledgment,
  remittanceAdvice,
  ta1,
} from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, filesOf, openFlowBench, type TenantBench } from './support/flow-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench({
    profile: { limits: { claimsPerSet: 1 }, answersDue: { TA1: { hours: 1 }, '277CA': { days: 3 } } },
  });
});
afterAll(() => bench.stop());

const CLAIMS = 3;
const ANSWERS = {
  ta1: (out) => ta1({ control: 1 }, out.isa13),
  '999': (out) => sets(out, { control: 2 }, 'AAA'),
  '999 rejects two': (out) => sets(out, { control: 3 }, 'ARA'),
  '277CA of one': (out) => claimAcknowledgment({ control: 4 }, 'AY', [status(out, 0, 'A1:19', 'WQ')]),
  '277CA rejects one': (out) => claimAcknowledgment({ control: 5 }, 'AY', [status(out, 0, 'A3:33:IL', 'U')]),
  '277CA of one and two from the payer': (out) =>
    claimAcknowledgment(
      { control: 6 },
      'PR',
      [0, 1].map((index) => status(out, index, 'A2:20', 'WQ')),
    ),
  '835 of one': (out) => remittance(out, { control: 7, trace: 'T1' }, [0]),
  '835 of all': (out) => remittance(out, { control: 8, trace: 'T2' }, [0, 1, 2]),
} as const satisfies Readonly<Record<string, (out: Sent) => Uint8Array>>;

type Answer = keyof typeof ANSWERS;

interface Sent {
  readonly tenant: TenantBench;
  readonly interchangeId: string;
  readonly isa13: string;
  readonly group: string;
  /** Ids and patient control numbers of the claims, in the order of their account numbers. */
  readonly claimIds: readonly string[];
  readonly numbers: readonly string[];
}

/** A 999 with one verdict for each set. */
function sets(out: Sent, file: { control: number }, verdicts: string): Uint8Array {
  const answers = [...verdicts].map((verdict, index) => ({
    control: `000${index + 1}`,
    verdict: verdict as 'A' | 'R',
  }));
  return implementationAcknowledgment(file, out.group, answers);
}

function status(out: Sent, index: number, code: string, action: 'WQ' | 'U') {
  return { patientControlNumber: out.numbers[index] ?? '', status: code, action };
}

function remittance(
  out: Sent,
  file: { control: number; trace: string },
  indexes: readonly number[],
): Uint8Array {
  const payment = { amount: String(80 * indexes.length), trace: file.trace };
  const claims = indexes.map((index) => ({
    patientControlNumber: out.numbers[index] ?? '',
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*40'],
  }));
  return remittanceAdvice(file, payment, claims);
}

/** Three claims in three transaction sets of one interchange, on their way. */
async function batched(): Promise<Sent> {
  const tenant = bench.tenant();
  await tenant.submit(Array.from({ length: CLAIMS }, (_, index) => claimInput(`A-${index + 1}`)));
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  const attempts = await tenant.attempts(interchange.id);
  const claims = (await tenant.claims()).toSorted((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1));
  return {
    tenant,
    interchangeId: interchange.id,
    isa13: interchange.interchangeControlNumber,
    group: interchange.groupControlNumber,
    claimIds: claims.map(({ id }) => id),
    numbers: claims.map(
      ({ id }) => attempts.find(({ claimId }) => claimId === id)?.patientControlNumber ?? '',
    ),
  };
}

/** Every tenant's first file has the same name, which must be free at the partner. */
async function deliver({ tenant, interchangeId }: Sent): Promise<void> {
  for (const name of Object.keys(filesOf(bench.mailbox, 'in')))
    rmSync(path.join(bench.mailbox.root, 'in', name));
  expect(await tenant.deliver(interchangeId)).toBe('delivered');
}

async function delivered(...answers: readonly Answer[]): Promise<Sent> {
  const out = await batched();
  await deliver(out);
  for (const answer of answers) await take(out, answer);
  return out;
}

async function take(out: Sent, answer: Answer): Promise<void> {
  expect(await out.tenant.take(ANSWERS[answer](out))).toMatchObject({ outcome: 'applied' });
}

/** The clock so many days from now: deliveries are on the database's own. */
function inDays(days: number): Clock {
  return { now: () => instantOf(new Date(Date.now() + days * 86_400_000)) };
}

/** Looks for late answers on a clock that is so many days ahead. */
async function look({ tenant }: Sent, days: number): Promise<number> {
  return await findLateAnswers({ store: bench.store, clock: inDays(days) }, tenant.tenantId);
}

/** Who is silent about what: `all` or the ordinal of the claim, with the answers that are missed. */
async function silences(out: Sent, isClosed = false): Promise<string[]> {
  const items = await bench.store.inTransaction(out.tenant.tenantId, ({ workItems }) =>
    workItems.list({ isClosed, limit: 100 }),
  );
  return items
    .filter(({ kind }) => kind === 'answer-late')
    .map((item) => `${subjectOf(out, item)}: ${item.codes.join(' ')}`)
    .toSorted();
}

function subjectOf(out: Sent, { claimId }: StoredWorkItem): string {
  return claimId === undefined ? 'all' : String(out.claimIds.indexOf(claimId) + 1);
}

describe('an interchange that nobody answers', () => {
  test('is one work item, which says more with each deadline that passes', async () => {
    const out = await delivered();
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
    const out = await delivered();
    const looks = await Promise.all([1, 2, 3].map(() => look(out, 2)));
    expect(looks.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(await look(out, 2)).toBe(0);
    expect(await silences(out)).toEqual(['all: TA1 999']);
  });
});

describe('an answer in time', () => {
  test('leaves no work item, and stands for those before it in the journey', async () => {
    const out = await delivered('277CA of one and two from the payer', '835 of all');
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
    const out = await delivered('999', '277CA of one');
    await look(out, 10);
    expect(await silences(out)).toEqual(['2: 277CA', '3: 277CA']);
    await look(out, 60);
    expect(await silences(out)).toEqual(['2: 277CA', '3: 277CA', 'all: 835']);
  });

  test('that rejects ends the waiting of the claims that it rejects', async () => {
    const out = await delivered('999 rejects two', '277CA rejects one');
    await look(out, 60);
    expect(await silences(out)).toEqual(['3: 277CA 835']);
  });
});

describe('an answer that comes late', () => {
  test('closes what was missed, and says that it came late', async () => {
    const out = await delivered();
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
    const out = await delivered('999');
    await look(out, 10);
    expect(await silences(out)).toEqual(['all: 277CA']);
    await take(out, '277CA of one');
    expect(await silences(out)).toEqual(['2: 277CA', '3: 277CA']);
    await take(out, '835 of all');
    expect(await silences(out)).toEqual([]);
    expect(await silences(out, true)).toEqual(['2: 277CA', '3: 277CA', 'all: 277CA']);
  });
});

test('the story of a claim tells what is owed to it, and what came late', async () => {
  const out = await delivered('999');
  const story = async (days: number) => {
    const parts = { store: bench.store, clock: inDays(days) };
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

describe('whatever comes first', () => {
  /** What is left when everything has happened: statuses, who is silent, and how each deadline stands. */
  async function outcome(events: readonly (Answer | 'deliver' | 'look')[]): Promise<unknown> {
    const out = await batched();
    for (const event of events) {
      if (event === 'deliver') await deliver(out);
      else if (event === 'look') await look(out, 60);
      else await take(out, event);
    }
    const silent = await silences(out);
    const { tenantId } = out.tenant;
    return await bench.store.inTransaction(tenantId, async ({ claims, awaitedAnswers }) => {
      const stored = await claims.findByIds(out.claimIds);
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
