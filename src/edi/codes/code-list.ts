import { invariant } from '../../base/invariant.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { CodeSetId } from './code-set-ids.ts';

/** The codes of one set, as they were known on one day: shipped with claimgate, or imported. */
export interface CodeList {
  readonly id: CodeSetId;
  /** The day that the list is from; what changed later is not in it. */
  readonly asOf: BusinessDate;
  /** The first day that the list can speak for: of a list without dates, the first that was read. Absent: every day. */
  readonly coversFrom?: BusinessDate;
  readonly periods: readonly CodePeriod[];
}

/** Codes that are valid in the same time. */
export interface CodePeriod extends CodeTime {
  /** Separated by spaces; `A2001-A2010` stands for ten codes that count up in their last digits. */
  readonly codes: string;
}

/** One code with its time. */
export interface CodeEntry extends CodeTime {
  readonly code: string;
}

export interface CodeTime {
  /** The first day on which a code is valid; absent when it always was. */
  readonly start?: BusinessDate;
  /** The first day on which it is no longer; absent when it still is. */
  readonly stop?: BusinessDate;
}

/** Every code of a list, one by one. */
export function entriesOf({ periods }: Pick<CodeList, 'periods'>): CodeEntry[] {
  return periods.flatMap(({ codes, ...time }) => expandCodes(codes).map((code) => ({ code, ...time })));
}

/** The periods of entries: the earliest first, the codes of each in the order in which they came. */
export function periodsOf(entries: readonly CodeEntry[]): CodePeriod[] {
  const periods = new Map<string, { time: CodeTime; codes: string[] }>();
  for (const { code, ...time } of entries) {
    const key = `${time.start ?? ''} ${time.stop ?? ''}`;
    const period = periods.get(key);
    if (period === undefined) periods.set(key, { time, codes: [code] });
    else period.codes.push(code);
  }
  return [...periods]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { time, codes }]) => ({ ...time, codes: codes.join(' ') }));
}

const RANGE = /^([0-9A-Z]*?)(\d+)-\1(\d+)$/;

function expandCodes(codes: string): string[] {
  return codes.split(' ').flatMap((code) => (code.includes('-') ? expandRange(code) : [code]));
}

function expandRange(range: string): string[] {
  const [, prefix = '', first = '', last = ''] = RANGE.exec(range) ?? [];
  invariant(
    first.length === last.length && first < last,
    'a range of codes counts up in digits of one width',
  );
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => {
    return prefix + String(Number(first) + index).padStart(first.length, '0');
  });
}
