import type { ProfessionalClaim } from './claim.ts';

/**
 * The idempotency key of a claim: the biller's account number; for a replacement or void also the frequency and the
 * payer's number of the claim it changes, so that each correction of an account is a claim of its own.
 */
export function claimKey(claim: ProfessionalClaim): string {
  if (claim.frequency === '1') return claim.accountNumber;
  return [claim.accountNumber, claim.frequency, claim.payerClaimControlNumber ?? ''].join('\n');
}

/**
 * JSON pointers (RFC 6901) of the places where two claims differ; the highest that says it all, never a value. Members
 * are named as in the claim's JSON form, where an amount has no unit: `/lines/0/charge`.
 */
export function differingPointers(one: unknown, other: unknown, pointer = ''): string[] {
  // Nearly all that is compared is alike, and to see that takes no pointers.
  if (areAlike(one, other)) return [];
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other))
    return [pointer];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].toSorted().flatMap((key) => {
    const step = key
      .replace(/Cents$/, '')
      .replaceAll('~', '~0')
      .replaceAll('/', '~1');
    return differingPointers(one[key], other[key], `${pointer}/${step}`);
  });
}

/** Whether two parts of claims say the same. A member that is undefined is as good as none. */
export function areAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  for (const key of Object.keys(one)) if (!areAlike(one[key], other[key])) return false;
  for (const key of Object.keys(other)) if (one[key] === undefined && other[key] !== undefined) return false;
  return true;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
