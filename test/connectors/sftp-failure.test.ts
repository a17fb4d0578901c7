import { describe, expect, test } from 'vitest';
import { failureOf, transportFailure } from '../../src/connectors/sftp/sftp-failure.ts';

function answered(status: number): Error {
  return Object.assign(new Error('Failure: /inbound/claims of claims.example'), { code: status });
}

describe('what a status code means', () => {
  test.each([
    [2, 'transport.no-such-file', true],
    [3, 'transport.permission-denied', false],
    [4, 'transport.failure', true],
    [6, 'transport.connection-lost', true],
    [7, 'transport.connection-lost', true],
    [8, 'transport.unsupported', false],
    [10, 'transport.no-such-directory', false],
    [11, 'transport.target-exists', false],
    [12, 'transport.permission-denied', false],
    [14, 'transport.disk-full', true],
    [15, 'transport.disk-full', true],
    [99, 'transport.failure', true],
  ])('status %i is %s', (status, code, isRetryable) => {
    const failure = failureOf(answered(status), 'transport.no-such-file');
    expect([failure.code, failure.isRetryable]).toEqual([code, isRetryable]);
    expect(failure.message).not.toContain('inbound');
    expect(failure.cause).toBeUndefined();
  });

  test('an error that no server answered is a lost connection', () => {
    const error = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    expect(failureOf(error, 'transport.no-such-file').code).toBe('transport.connection-lost');
  });

  test('a failure stays the failure it is', () => {
    const failure = transportFailure('transport.short-read');
    expect(failureOf(failure, 'transport.no-such-file')).toBe(failure);
  });
});
