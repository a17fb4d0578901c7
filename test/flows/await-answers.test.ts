import { describe, expect, test } from 'vitest';
import { instantOf } from '../../src/base/time.ts';
import { answersOwed } from '../../src/flows/await-answers.ts';
import { startOfLocalDay } from '../../src/flows/local-moment.ts';
import { day } from '../domain/support/claims.ts';
import { testProfile } from './support/claims.ts';

/** Deadlines by answer of an interchange that was delivered at the moment. */
function due(deliveredAt: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const delivered = { interchangeId: 'I1', deliveredAt: instantOf(new Date(deliveredAt)) };
  const owed = answersOwed(delivered, testProfile(changes));
  return Object.fromEntries(owed.map(({ answer, dueAt }) => [answer, dueAt]));
}

describe('what is owed to a delivered interchange', () => {
  test('is what the profile expects, in hours from the delivery or to the end of a day of the partner', () => {
    // Noon of Wednesday in New York.
    expect(due('2026-01-07T17:00:00Z')).toEqual({
      '999': '2026-01-08T17:00:00.000Z',
      '277CA': '2026-01-13T05:00:00.000Z',
      '835': '2026-02-22T05:00:00.000Z',
    });
  });

  test('counts days from the day of the partner’s clocks, whatever day it is elsewhere', () => {
    // Friday evening in New York is Saturday in UTC; Monday is the first business day either way, but not the second day.
    const answersDue = { '277CA': { businessDays: 1 }, '835': { days: 2 } };
    expect(due('2026-01-10T02:00:00Z', { answersDue })).toMatchObject({
      '277CA': '2026-01-13T05:00:00.000Z',
      '835': '2026-01-12T05:00:00.000Z',
    });
    expect(due('2026-01-10T02:00:00Z', { answersDue, timeZone: 'UTC' })).toMatchObject({
      '277CA': '2026-01-13T00:00:00.000Z',
      '835': '2026-01-13T00:00:00.000Z',
    });
  });

  test('ends at local midnight on either side of a change of clocks, and counts real hours through it', () => {
    const answersDue = { '999': { hours: 24 }, '277CA': { days: 1 } };
    // New York puts its clocks forward on 8 March 2026 and back on 1 November.
    expect(due('2026-03-07T20:00:00Z', { answersDue })).toMatchObject({
      '999': '2026-03-08T20:00:00.000Z',
      '277CA': '2026-03-09T04:00:00.000Z',
    });
    expect(due('2026-10-31T20:00:00Z', { answersDue })).toMatchObject({
      '277CA': '2026-11-02T05:00:00.000Z',
    });
  });

  test('is nothing where nothing is expected', () => {
    const none = {
      TA1: 'not-expected',
      '999': 'not-expected',
      '277CA': 'not-expected',
      '835': 'not-expected',
    };
    expect(due('2026-01-07T17:00:00Z', { answersDue: none })).toEqual({});
  });
});

test.each([
  ['America/New_York', '2026-07-01', '2026-07-01T04:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-07-01', '2026-06-30T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-07-01', '2026-07-01T11:00:00.000Z'],
  ['Asia/Kolkata', '2026-07-01', '2026-06-30T18:30:00.000Z'],
  // Lebanon's clocks go forward at midnight, so that the day begins at one.
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
])('in %s %s begins at %s', (timeZone, date, moment) => {
  expect(startOfLocalDay(day(date), timeZone)).toBe(moment);
});
