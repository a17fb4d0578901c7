import { type Cents, cents, parseCents, ZERO_CENTS } from '../../base/money.ts';
import type { NachaProblemCode } from './nacha-problem.ts';

/** What entries come to, counted or as a control record (8 or 9) says. */
export interface NachaTotals {
  /** An entry and each of its addenda count one. */
  readonly entryAndAddendaCount: number;
  /** The sum of the first eight digits of the receiving banks' routing numbers; its last ten digits. */
  readonly entryHash: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
}

/** The entry hash is ten digits: what carries over is dropped. */
const HASH_LIMIT = 10_000_000_000;
/** One more than a total of twelve digits can say: a sum past it differs from every control record. */
const TOTAL_LIMIT = 1_000_000_000_000;

export const NO_TOTALS: NachaTotals = {
  entryAndAddendaCount: 0,
  entryHash: 0,
  debitCents: ZERO_CENTS,
  creditCents: ZERO_CENTS,
};

export function addTotals(one: NachaTotals, other: NachaTotals): NachaTotals {
  return {
    entryAndAddendaCount: one.entryAndAddendaCount + other.entryAndAddendaCount,
    entryHash: (one.entryHash + other.entryHash) % HASH_LIMIT,
    debitCents: cents(Math.min(one.debitCents + other.debitCents, TOTAL_LIMIT)),
    creditCents: cents(Math.min(one.creditCents + other.creditCents, TOTAL_LIMIT)),
  };
}

/** Reads the totals of a control record, from their first column on: `4` of a batch's, `13` of the file's. */
export function readTotals(record: string, column: number, countWidth: number): NachaTotals | undefined {
  const start = column + countWidth;
  const entryAndAddendaCount = readNumber(record.slice(column, start));
  const entryHash = readNumber(record.slice(start, start + 10));
  const debitCents = readAmount(record.slice(start + 10, start + 22));
  const creditCents = readAmount(record.slice(start + 22, start + 34));
  if (entryAndAddendaCount === undefined || entryHash === undefined) return undefined;
  if (debitCents === undefined || creditCents === undefined) return undefined;
  return { entryAndAddendaCount, entryHash, debitCents, creditCents };
}

/** What of a control record is not what was counted. */
export function differingTotals(counted: NachaTotals, said: NachaTotals): NachaProblemCode[] {
  const codes: NachaProblemCode[] = [];
  if (counted.entryAndAddendaCount !== said.entryAndAddendaCount) codes.push('nacha.count-differs');
  if (counted.entryHash !== said.entryHash) codes.push('nacha.hash-differs');
  if (counted.debitCents !== said.debitCents || counted.creditCents !== said.creditCents)
    codes.push('nacha.total-differs');
  return codes;
}

/** A numeric field is filled with zeros from the left; undefined where it is anything else. */
export function readNumber(field: string): number | undefined {
  return /^\d+$/.test(field) ? Number(field) : undefined;
}

/** An amount has its point two digits before the end, and does not write it. */
export function readAmount(field: string): Cents | undefined {
  return /^\d+$/.test(field) ? parseCents(`${field.slice(0, -2)}.${field.slice(-2)}`) : undefined;
}
