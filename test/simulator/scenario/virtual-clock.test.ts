import { expect, test } from 'vitest';
import { parseBusinessDate } from '../../../src/base/time.ts';
import { VirtualClock } from '../../../src/simulator/scenario/virtual-clock.ts';

function clockAt(day: string): VirtualClock {
  const start = parseBusinessDate(day);
  if (start === undefined) throw new Error('a day was given');
  return new VirtualClock(start);
}

test('a virtual clock stands still until it is set forward, and tells whoever listens', () => {
  const clock = clockAt('2026-12-31');
  const heard: string[] = [];
  clock.onAdvance(() => heard.push(clock.today));
  expect(clock.now().toISOString()).toBe('2026-12-31T09:00:00.000Z');
  clock.advance();
  clock.advance(30);
  expect(heard).toEqual(['2027-01-01', '2027-01-31']);
});

test('a virtual clock resumes at a later day and never goes back', () => {
  const clock = clockAt('2026-10-01');
  clock.resumeAt('2026-10-05T09:00:00.000Z' as Parameters<VirtualClock['resumeAt']>[0]);
  clock.resumeAt('2026-10-02T09:00:00.000Z' as Parameters<VirtualClock['resumeAt']>[0]);
  expect(clock.today).toBe('2026-10-05');
});
