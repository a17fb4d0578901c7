import { expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { InvariantViolation } from '../../src/base/invariant.ts';
import { verdictOn } from '../../src/queues/retry-schedule.ts';

function failure(isRetryable: boolean): Failure {
  return new Failure({ code: 'transport.unreachable', message: 'no answer', isRetryable });
}

test('waits longer after each failed attempt, and never longer than ten minutes', () => {
  const delays = [0, 1, 2, 3, 4, 5, 100].map((attempts) =>
    verdictOn(failure(true), { attempts, isPeriodic: false }),
  );
  expect(delays.map((verdict) => (verdict.kind === 'retry' ? verdict.delaySeconds : verdict.kind))).toEqual([
    1, 5, 30, 120, 600, 600, 600,
  ]);
});

const JUDGED = [
  {
    name: 'a failure that no retry mends',
    error: failure(false),
    attempts: 0,
    expected: { kind: 'bury', failureCode: 'transport.unreachable' },
  },
  {
    name: 'the last attempt',
    error: failure(true),
    attempts: 449,
    expected: { kind: 'bury', failureCode: 'transport.unreachable' },
  },
  {
    name: 'a broken promise of our own',
    error: new InvariantViolation('an entry sums to zero'),
    attempts: 0,
    expected: { kind: 'bury', failureCode: 'job.invariant-violated' },
  },
  {
    name: 'an error that nobody foresaw',
    error: new TypeError('x is not a function'),
    attempts: 0,
    expected: { kind: 'bury', failureCode: 'job.unexpected-error' },
  },
] as const;

test.each(JUDGED)('buries a job after $name', ({ error, attempts, expected }) => {
  expect(verdictOn(error, { attempts, isPeriodic: false })).toEqual(expected);
});

test('never gives up on what comes around by itself while the world may answer again', () => {
  expect(verdictOn(failure(true), { attempts: 10_000, isPeriodic: true })).toEqual({
    kind: 'retry',
    delaySeconds: 600,
    failureCode: 'transport.unreachable',
  });
});
