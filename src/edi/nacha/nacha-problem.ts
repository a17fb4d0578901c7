import type { NachaPlace } from './nacha-records.ts';

/** What can be wrong with a NACHA file as a whole; `docs/reference/work-items.md` has a row for each. */
export const NACHA_PROBLEM_CODES = [
  /** The file header does not say records of 94 characters in blocks of ten, format 1. */
  'nacha.header-invalid',
  /** The file ends before its control record. */
  'nacha.cut',
  /** A record stands where it may not, or is of no type that there is. */
  'nacha.record-unexpected',
  /** An amount, a count, a routing number or a transaction code is none. */
  'nacha.field-invalid',
  /** Batches, or entries and addenda, are not as many as a control record says. */
  'nacha.count-differs',
  /** The sum of the routing numbers is not that of a control record. */
  'nacha.hash-differs',
  /** Debits or credits do not add up to what a control record says. */
  'nacha.total-differs',
  /** A batch's control record has another batch number than its header. */
  'nacha.batch-number-differs',
] as const;

export type NachaProblemCode = (typeof NACHA_PROBLEM_CODES)[number];

export interface NachaProblem {
  readonly code: NachaProblemCode;
  readonly place: NachaPlace;
}
