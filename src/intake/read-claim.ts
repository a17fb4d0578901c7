import type { z } from 'zod';
import { accepted, type Result, refused } from '../base/result.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import { type ClaimInputError, INPUT_CODES, type InputCode, inputError } from './claim-input-error.ts';
import { claimSchema } from './claim-schema.ts';

/**
 * Reads the JSON form of a claim. Refuses with every error at once, each with a JSON pointer and none with a value.
 * It sees shape only: a claim that it accepts still has to pass the edits.
 */
export function readClaim(value: unknown): Result<ProfessionalClaim, readonly ClaimInputError[]> {
  const read = claimSchema.safeParse(value);
  return read.success
    ? accepted(read.data)
    : refused(read.error.issues.flatMap((issue) => errorsOf(issue, value)));
}

type Issue = z.core.$ZodIssue;

function errorsOf(issue: Issue, value: unknown): ClaimInputError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => inputError('input.unknown-field', unknownPointer(issue.path, key)));
  }
  return [inputError(codeOf(issue, value), pointerOf(issue.path))];
}

function codeOf(issue: Issue, value: unknown): InputCode {
  const named = INPUT_CODES.find((code) => code === issue.message);
  if (named !== undefined) return named;
  if (valueAt(value, issue.path) === undefined) return 'input.required';
  if (issue.code === 'invalid_type') return 'input.type';
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'input.choice';
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return 'input.format';
  return issue.origin === 'string' || issue.origin === 'array' ? 'input.length' : 'input.range';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return found;
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Names of members are ours where they are known; an unknown one is repeated only when it looks like a name. */
function unknownPointer(path: readonly PropertyKey[], key: string): string {
  return pointerOf(/^[A-Za-z$_][A-Za-z0-9$_-]{0,39}$/.test(key) ? [...path, key] : path);
}
