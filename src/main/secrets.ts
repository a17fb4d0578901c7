import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { Failure } from '../base/failure.ts';

/** A secret that cannot be printed by mistake; only `reveal()` gives it. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

/**
 * Reads what a reference points to: `file:PATH` (relative to the working directory of the gateway) or `env:NAME`.
 * A Failure `secret.unavailable` when there is nothing; it names the reference, never the value. It can be tried
 * again: somebody may be just exchanging the secret.
 */
export function readSecret(
  reference: string,
  from: { directory: string; variables: NodeJS.ProcessEnv },
): Secret {
  const [kind, name] = [
    reference.slice(0, reference.indexOf(':')),
    reference.slice(reference.indexOf(':') + 1),
  ];
  if (kind === 'env') {
    const value = from.variables[name];
    if (!value) throw unavailable(reference);
    return new Secret(value);
  }
  if (kind !== 'file') throw unavailable(reference);
  try {
    return new Secret(readFileSync(path.resolve(from.directory, name), 'utf8').trimEnd());
  } catch (error) {
    throw unavailable(reference, error);
  }
}

function unavailable(reference: string, cause?: unknown): Failure {
  return new Failure({
    code: 'secret.unavailable',
    message: `the secret ${reference} is not there or cannot be read`,
    isRetryable: true,
    cause,
  });
}
