import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import { type Instant, instantOf } from '../../../src/base/time.ts';
import type { ClaimStatus } from '../../../src/domain/claim/status.ts';
import type { AnswerKind } from '../../../src/domain/exchange/answer-kind.ts';
import { findLateAnswers } from '../../../src/flows/find-late-answers.ts';
import type { AwaitedAnswer } from '../../../src/ports/awaited-answers.ts';
import type { ContractCase } from './contract-store.ts';
import { attemptFor, newClaim, newInterchange, statusOf } from './store-rows.ts';

function on(day: number): Instant {
  return instantOf(new Date(Date.UTC(2026, 2, day)));
}

function owed(answer: AnswerKind, day: number, interchangeId = 'I1', partnerId = 'p1'): AwaitedAnswer {
  return { interchangeId, partnerId, answer, dueAt: on(day) };
}

/** A claim as it stands in the interchange that it was last sent in. */
function waiting(claimId: string, awaiting?: AnswerKind): { claimId: string; status: ClaimStatus } {
  const status = { ...statusOf('delivered'), patientControlNumber: `${claimId}01` };
  return { claimId, status: awaiting === undefined ? status : { ...status, awaiting } };
}

export function awaitedAnswerContract({ run, contractStore, tenantId }: ContractCase): void {
  /** Claims A and B in interchange I1 and C in I2 of another partner, each of 125.00. */
  async function sent(...statuses: { claimId: string; status: ClaimStatus }[]): Promise<void> {
    await run(async ({ claims, interchanges }) => {
      await claims.insert([newClaim('A'), newClaim('B'), newClaim('C', { partnerId: 'p2' })]);
      await interchanges.insert(newInterchange(1, { claimCount: 2 }));
      await interchanges.insert(newInterchange(2, { partnerId: 'p2' }));
      const inSecond = attemptFor('C', { interchangeId: 'I2' });
      await claims.insertAttempts([attemptFor('A'), attemptFor('B'), inSecond]);
      await claims.updateStatuses(statuses);
    });
  }
  const outstanding = (options: { partnerId?: string; dueBy?: Instant; limit?: number } = {}) =>
    run(({ awaitedAnswers }) => awaitedAnswers.outstanding({ limit: 9, ...options }));

  describe('awaited answers', () => {
    test('are added once, and come back by interchange in the order of the journey', async () => {
      await sent();
      await run(({ awaitedAnswers }) => awaitedAnswers.insert([owed('835', 9), owed('999', 3)]));
      await run(({ awaitedAnswers }) => awaitedAnswers.insert([owed('999', 8), owed('TA1', 2)]));
      const found = await run(({ awaitedAnswers }) => awaitedAnswers.byInterchanges(['I1', 'I3']));
      expect(found).toEqual(
        [owed('TA1', 2), owed('999', 3), owed('835', 9)].map((one) => ({ ...one, state: 'awaited' })),
      );
      await run(({ awaitedAnswers }) => awaitedAnswers.insert([]));
    });

    test('are outstanding while claims wait for them, with the claims and charges concerned', async () => {
      await sent(waiting('A', '277CA'), waiting('B'), waiting('C', 'TA1'));
      await run(({ awaitedAnswers }) =>
        awaitedAnswers.insert([owed('999', 3), owed('277CA', 5), owed('835', 9), owed('999', 4, 'I2', 'p2')]),
      );
      const half = { silentClaims: 1, claimCount: 2, silentCents: cents(12_500) };
      const second = {
        ...owed('999', 4, 'I2', 'p2'),
        silentClaims: 1,
        claimCount: 1,
        silentCents: cents(12_500),
      };
      expect(await outstanding()).toEqual([
        second,
        { ...owed('277CA', 5), ...half },
        { ...owed('835', 9), ...half },
      ]);
      expect(await outstanding({ partnerId: 'p2' })).toEqual([second]);
      expect(await outstanding({ limit: 1 })).toEqual([second]);
      expect(await outstanding({ dueBy: on(5) })).toHaveLength(2);
    });

    test('are not owed to an attempt that another one followed', async () => {
      await sent(waiting('A', 'TA1'), waiting('C', 'TA1'));
      await run(async ({ claims, awaitedAnswers }) => {
        const again = { number: 2, patientControlNumber: 'A02', interchangeId: 'I2' };
        await claims.insertAttempts([attemptFor('A', again)]);
        const { status } = waiting('A', 'TA1');
        await claims.updateStatuses([{ claimId: 'A', status: { ...status, patientControlNumber: 'A02' } }]);
        await awaitedAnswers.insert([owed('999', 3)]);
      });
      expect(await outstanding()).toEqual([]);
      expect(await run(({ awaitedAnswers }) => awaitedAnswers.waitingClaims(['I1', 'I2']))).toEqual([
        { claimId: 'A', interchangeId: 'I2', chargeCents: 12_500, awaiting: 'TA1' },
        { claimId: 'C', interchangeId: 'I2', chargeCents: 12_500, awaiting: 'TA1' },
      ]);
    });

    test('are due once their deadline is over, until they are judged', async () => {
      await sent(waiting('A', '277CA'), waiting('B', '835'));
      await run(({ awaitedAnswers }) =>
        awaitedAnswers.insert([owed('999', 3), owed('277CA', 5), owed('999', 2, 'I2', 'p2')]),
      );
      await run(async ({ awaitedAnswers }) => {
        expect(await awaitedAnswers.due(on(1), 9)).toEqual([]);
        expect(await awaitedAnswers.due(on(3), 9)).toEqual(['I2', 'I1']);
        expect(await awaitedAnswers.due(on(3), 1)).toEqual(['I2']);
        expect(await awaitedAnswers.takePassed(['I1'])).toEqual([]);
        const first = { interchangeId: 'I1', answer: '999' as const, claimCount: 2 };
        expect(await awaitedAnswers.takePassed(['I1'], on(3))).toEqual([first]);
        await awaitedAnswers.judge([{ ...first, isLate: false }]);
        expect(await awaitedAnswers.due(on(3), 9)).toEqual(['I2']);
        expect(await awaitedAnswers.takePassed(['I1'])).toEqual([first]);
      });
    });

    test('are answered, late, or answered late', async () => {
      await sent();
      await run(({ awaitedAnswers }) => awaitedAnswers.insert([owed('999', 3)]));
      const seen: string[] = [];
      for (const isLate of [false, true, true, false, false, true]) {
        await run(async ({ awaitedAnswers }) => {
          await awaitedAnswers.judge([{ interchangeId: 'I1', answer: '999', isLate }]);
          seen.push((await awaitedAnswers.byInterchanges(['I1']))[0]?.state ?? '');
        });
      }
      expect(seen).toEqual(['answered', 'late', 'late', 'answered-late', 'answered-late', 'late']);
    });

    test('are unsettled where something is late, or is waited for again', async () => {
      await sent();
      await run(async ({ awaitedAnswers }) => {
        await awaitedAnswers.insert([owed('999', 3), owed('835', 9), owed('999', 3, 'I2', 'p2')]);
        const unsettled = (awaiting?: AnswerKind) =>
          awaitedAnswers.takeUnsettled([
            { interchangeId: 'I1', ...(awaiting === undefined ? {} : { awaiting }) },
            { interchangeId: 'I2' },
          ]);
        expect(await unsettled('TA1')).toEqual([]);
        await awaitedAnswers.judge([{ interchangeId: 'I1', answer: '999', isLate: false }]);
        expect(await unsettled('277CA')).toEqual([]);
        expect(await unsettled('999')).toEqual(['I1']);
        await awaitedAnswers.judge([{ interchangeId: 'I2', answer: '999', isLate: true }]);
        expect(await unsettled()).toEqual(['I2']);
      });
    });

    test('that are being applied while the deadline is looked at are not missed', async () => {
      const { store } = contractStore();
      await sent(waiting('A', '999'), waiting('B', '999'));
      await run(({ awaitedAnswers }) => awaitedAnswers.insert([owed('999', 3)]));
      const clock = { now: () => on(4) };
      let look: Promise<number> | undefined;
      await run(async ({ claims, awaitedAnswers }) => {
        await claims.updateStatuses([waiting('A', '277CA')]);
        expect(await awaitedAnswers.takeUnsettled([{ interchangeId: 'I1' }])).toEqual([]);
        look = findLateAnswers({ store, clock }, tenantId());
        // Time enough for the look to come as far as it can.
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      await look;
      const items = await run(({ workItems }) => workItems.list({ limit: 9 }));
      expect(items.map(({ id }) => id)).toEqual(['answer-late:I1:B']);
    });
  });
}
