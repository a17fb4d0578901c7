import { type BusinessDate, type Instant, instantOf } from '../base/time.ts';

/** An instant as the clocks of one place show it. */
export interface LocalMoment {
  readonly day: BusinessDate;
  /** CCYYMMDD. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
}

/** Making a formatter costs a hundred times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day and time of an instant in an IANA time zone, such as `America/New_York`. */
export function localMoment(instant: Instant, timeZone: string): LocalMoment {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const date = `${part('year')}${part('month')}${part('day')}`;
  return {
    day: `${part('year')}-${part('month')}-${part('day')}` as BusinessDate,
    date,
    time: `${part('hour')}${part('minute')}`,
  };
}

const MINUTE_MS = 60_000;
/** Local days begin between 14 hours before the day of UTC and 12 after it; a little more, for what zones may become. */
const OFFSET_MINUTES_MAX = 18 * 60;

/** The first moment of a day in an IANA time zone. Where the clocks leave the day out, the first one after it. */
export function startOfLocalDay(day: BusinessDate, timeZone: string): Instant {
  const midnightMs = Date.parse(`${day}T00:00:00.000Z`);
  const at = (minute: number): Instant => instantOf(new Date(midnightMs + minute * MINUTE_MS));
  let before = -OFFSET_MINUTES_MAX;
  let reached = OFFSET_MINUTES_MAX;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (localMoment(at(middle), timeZone).day < day) before = middle;
    else reached = middle;
  }
  return at(reached);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}
