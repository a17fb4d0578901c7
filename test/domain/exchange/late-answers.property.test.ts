import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sumCents } from '../../../src/base/money.ts';
import { ANSWER_KINDS, type AnswerKind, isAwaited } from '../../../src/domain/exchange/answer-kind.ts';
import {
  type LateAnswers,
  lateAnswers,
  type WaitingClaim,
} from '../../../src/domain/exchange/late-answers.ts';

const interchanges = fc.constantFrom('I1', 'I2');
const answers = fc.constantFrom(...ANSWER_KINDS);

interface SentClaim extends Omit<WaitingClaim, 'awaiting'> {
  readonly awaiting: AnswerKind | undefined;
}

const claims: fc.Arbitrary<SentClaim[]> = fc
  .array(fc.tuple(interchanges, fc.option(answers, { nil: undefined }), fc.integer({ min: 0, max: 9999 })), {
    maxLength: 7,
  })
  .map((all) =>
    all.map(([interchangeId, awaiting, charge], index) => ({
      claimId: `C${index}`,
      interchangeId,
      chargeCents: cents(charge),
      awaiting,
    })),
  );

/** Claims, and deadlines that are over; an interchange has one claim at least. */
const exchanges = fc
  .tuple(
    claims,
    fc.uniqueArray(fc.tuple(interchanges, answers), { selector: (pair) => pair.join('|'), maxLength: 8 }),
  )
  .map(([sent, pairs]) => ({
    sent,
    waiting: sent.flatMap(({ awaiting, ...claim }) =>
      awaiting === undefined ? [] : [{ ...claim, awaiting }],
    ),
    passed: pairs
      .map(([interchangeId, answer]) => ({
        interchangeId,
        answer,
        claimCount: sent.filter((claim) => claim.interchangeId === interchangeId).length,
      }))
      .filter(({ claimCount }) => claimCount > 0),
  }));

/** The same set of silences, in one order. */
function sorted({ silences }: LateAnswers): unknown {
  return silences.toSorted((a, b) =>
    `${a.interchangeId}|${a.claimId ?? ''}` < `${b.interchangeId}|${b.claimId ?? ''}` ? -1 : 1,
  );
}

describe('late answers', () => {
  test('are told once for each claim that waits behind a deadline, by itself or with its whole interchange', () => {
    fc.assert(
      fc.property(exchanges, ({ passed, sent, waiting }) => {
        const { silences } = lateAnswers(passed, waiting);
        for (const claim of sent) {
          const told = silences
            .filter((one) => one.interchangeId === claim.interchangeId)
            .filter((one) => one.claimId === undefined || one.claimId === claim.claimId)
            .flatMap((one) => one.answers);
          const missed = passed.filter(
            ({ interchangeId, answer }) =>
              interchangeId === claim.interchangeId && isAwaited(answer, claim.awaiting),
          );
          expect(told.toSorted()).toEqual(missed.map(({ answer }) => answer).toSorted());
        }
      }),
    );
  });

  test('of a whole interchange are one silence, with all its charges', () => {
    fc.assert(
      fc.property(exchanges, ({ passed, sent, waiting }) => {
        for (const { claimId, interchangeId, amountCents } of lateAnswers(passed, waiting).silences) {
          const concerned = sent.filter((claim) =>
            claimId === undefined ? claim.interchangeId === interchangeId : claim.claimId === claimId,
          );
          expect(amountCents).toBe(sumCents(concerned.map((claim) => claim.chargeCents)));
        }
        const { silences } = lateAnswers(passed, waiting);
        const subjects = silences.map((one) => `${one.interchangeId}|${one.claimId ?? ''}`);
        expect(new Set(subjects).size).toBe(subjects.length);
      }),
    );
  });

  test('do not depend on the order of claims or deadlines, and every deadline is judged', () => {
    fc.assert(
      fc.property(exchanges, ({ passed, sent, waiting }) => {
        const first = lateAnswers(passed, waiting);
        expect(sorted(lateAnswers(passed.toReversed(), waiting.toReversed()))).toEqual(sorted(first));
        expect(first.deadlines).toHaveLength(passed.length);
        for (const { interchangeId, answer, isLate } of first.deadlines) {
          const isMissed = sent.some(
            (claim) => claim.interchangeId === interchangeId && isAwaited(answer, claim.awaiting),
          );
          expect(isLate).toBe(isMissed);
        }
      }),
    );
  });
});
