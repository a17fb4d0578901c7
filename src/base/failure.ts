/**
 * The world did not answer: a host is unreachable, a disk is full, a database went away.
 * Only `connectors/` and `store/` make these and decide `isRetryable`.
 * The message holds no value from a file, no path and no host; `code` is what programs and people look up.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly isRetryable: boolean;

  constructor(options: { code: string; message: string; isRetryable: boolean; cause?: unknown }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.isRetryable = options.isRetryable;
  }
}
