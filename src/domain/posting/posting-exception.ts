import { type Cents, cents, sumCents, ZERO_CENTS } from '../../base/money.ts';
import type { ExceptionCode } from './exception-code.ts';

/** Something that posting found. */
export interface PostingException {
  readonly code: ExceptionCode;
  /** What it is about: adjustments such as `CO-50`, lines such as `line-2`, payers' ranks. Never a value of a person. */
  readonly details: readonly string[];
  /** How much it is about, never negative. */
  readonly amountCents: Cents;
}

export function postingException(
  code: ExceptionCode,
  details: readonly string[] = [],
  amountCents: number = ZERO_CENTS,
): PostingException {
  return { code, details, amountCents: cents(Math.abs(amountCents)) };
}

/** One exception a code: what is said twice of a claim payment is one thing to look at. */
export function mergedByCode(exceptions: readonly PostingException[]): readonly PostingException[] {
  const byCode = new Map<ExceptionCode, PostingException>();
  for (const one of exceptions) {
    const known = byCode.get(one.code);
    byCode.set(
      one.code,
      known === undefined
        ? one
        : {
            code: one.code,
            details: [...new Set([...known.details, ...one.details])],
            amountCents: sumCents([known.amountCents, one.amountCents]),
          },
    );
  }
  return [...byCode.values()];
}
