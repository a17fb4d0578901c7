import { parseCents, printCents } from '../../base/money.ts';
import { parseCompactDate } from '../../base/time.ts';
import type { ElementRule } from '../guide/guide.ts';

/** The text of an element as people write it. */
export interface PlainValue {
  readonly text: string;
  readonly isAmount: boolean;
}

/** Monetary amount, unit price. */
const AMOUNTS: ReadonlySet<string> = new Set(['782', '212']);
/** A date, time or period, in the form that the element before it (1250) names. */
const DATE_TIME_PERIOD = '1251';

/** Dates, times and amounts in plain form; everything else, and what is none of these after all, as it stands. */
export function plainValue(rule: ElementRule, text: string, format: string | undefined): PlainValue {
  if (AMOUNTS.has(rule.dataElement)) {
    const cents = parseCents(text);
    if (cents !== undefined) return { text: printCents(cents), isAmount: true };
  }
  return { text: plainDate(rule, text, format) ?? text, isAmount: false };
}

function plainDate(rule: ElementRule, text: string, format: string | undefined): string | undefined {
  if (rule.dataElement === DATE_TIME_PERIOD) return plainPeriod(text, format);
  if (rule.type === 'DT') return parseCompactDate(text);
  return rule.type === 'TM' ? plainTime(text) : undefined;
}

function plainPeriod(text: string, format: string | undefined): string | undefined {
  switch (format) {
    case 'D8':
      return parseCompactDate(text);
    case 'RD8': {
      const [from, to] = text.split('-').map(parseCompactDate);
      return from === undefined || to === undefined ? undefined : `${from} to ${to}`;
    }
    case 'DT': {
      const [day, time] = [parseCompactDate(text.slice(0, 8)), plainTime(text.slice(8))];
      return day === undefined || time === undefined ? undefined : `${day} ${time}`;
    }
    case 'TM':
      return plainTime(text);
    case undefined:
    default:
      return undefined;
  }
}

/** HHMM, HHMMSS, or with hundredths. */
export function plainTime(text: string): string | undefined {
  const [, hour, minute, second, fraction] = /^(\d\d)(\d\d)(\d\d)?(\d{1,2})?$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const seconds = second === undefined ? '' : `:${second}`;
  return `${hour}:${minute}${seconds}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** YYMMDD of an ISA; this format is of this century. */
export function plainShortDate(text: string): string {
  return parseCompactDate(`20${text}`) ?? text;
}
