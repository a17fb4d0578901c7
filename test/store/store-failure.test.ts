import { inspect } from 'node:util';
import { DatabaseError } from 'pg';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { InvariantViolation } from '../../src/base/invariant.ts';
import { commitFailureOf, failureOf } from '../../src/store/store-failure.ts';

function serverError(sqlState: string, constraint?: string): DatabaseError {
  const error = new DatabaseError('PLANTED', 7, 'error');
  Object.assign(error, { code: sqlState, detail: 'PLANTED', hint: 'PLANTED', where: 'PLANTED', constraint });
  return error;
}

describe('what the server answers', () => {
  test.each([
    ['40001', 'store.serialization', true],
    ['40P01', 'store.serialization', true],
    ['55P03', 'store.busy', true],
    ['25P03', 'store.busy', true],
    ['57014', 'store.busy', true],
    ['57P01', 'store.unavailable', true],
    ['57P03', 'store.unavailable', true],
    ['08006', 'store.unavailable', true],
    ['53300', 'store.unavailable', true],
    ['53100', 'store.out-of-resources', true],
    ['58030', 'store.unavailable', true],
    ['25006', 'store.unavailable', true],
    ['23505', 'store.key-exists', false],
    ['23503', 'store.constraint', false],
    ['42501', 'store.permission-denied', false],
    ['28P01', 'store.access-denied', false],
    ['3D000', 'store.no-database', false],
    ['CG001', 'store.append-only', false],
    ['CG002', 'store.entry-not-balanced', false],
    ['22P05', 'store.refused', false],
    ['XX000', 'store.refused', false],
  ])('%s means %s', (sqlState, code, isRetryable) => {
    const failure = failureOf(serverError(sqlState));
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code, isRetryable });
    expect((failure as Failure).message).toContain(sqlState);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('PLANTED');
  });

  test('names a constraint, and knows the one of control numbers', () => {
    expect(failureOf(serverError('23514', 'posting_account_check'))).toMatchObject({
      code: 'store.constraint',
      message: 'a row breaks a rule of the database (posting_account_check)',
    });
    expect(failureOf(serverError('23514', 'control_number_nine_digits'))).toMatchObject({
      code: 'store.control-numbers-used-up',
    });
  });
});

describe('what the driver throws', () => {
  test('of its own is a connection that is gone', () => {
    for (const error of [
      new Error('Connection terminated unexpectedly PLANTED'),
      Object.assign(new Error('PLANTED'), { code: 'ECONNREFUSED' }),
      new AggregateError([new Error('PLANTED')]),
    ]) {
      const failure = failureOf(error);
      expect(failure).toMatchObject({ code: 'store.unavailable', isRetryable: true });
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('PLANTED');
    }
  });

  test.each([new InvariantViolation('ours'), new TypeError('ours'), new RangeError('ours')])(
    'that is a mistake of ours stays one: %s',
    (mistake) => {
      expect(failureOf(mistake)).toBe(mistake);
      expect(commitFailureOf(mistake)).toBe(mistake);
    },
  );
});

describe('what COMMIT ends with', () => {
  test.each(['40001', '40P01', '23503', '23505', 'CG002'])('is rolled back for sure after %s', (sqlState) => {
    expect(commitFailureOf(serverError(sqlState))).toEqual(failureOf(serverError(sqlState)));
  });

  test.each([
    serverError('57P01'),
    serverError('53100'),
    serverError('XX000'),
    new Error('Connection terminated'),
  ])('is not known after %s', (error) => {
    expect(commitFailureOf(error)).toMatchObject({ code: 'store.commit-unknown', isRetryable: true });
  });
});
