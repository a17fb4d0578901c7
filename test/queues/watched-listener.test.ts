import { beforeEach, describe, expect, test } from 'vitest';
import type { DispatchEvent } from '../../src/queues/dispatch-event.ts';
import type { WakeUpListener } from '../../src/queues/wake-up-queue.ts';
import { type WatchedListener, watchedListener } from '../../src/queues/watched-listener.ts';

interface OpenedListener extends WakeUpListener {
  heardCount: number;
  isAbandoned: boolean;
}

describe('a watched listener', () => {
  let opened: OpenedListener[];
  let events: DispatchEvent[];
  let listener: WatchedListener;

  beforeEach(() => {
    opened = [];
    events = [];
    listener = watchedListener(open, { tenantId: 't', tell: (event) => events.push(event) });
  });

  function open(): OpenedListener {
    const one: OpenedListener = {
      isConnected: true,
      heardCount: 0,
      isAbandoned: false,
      stop: async () => undefined,
      abandon() {
        one.isAbandoned = true;
      },
    };
    opened.push(one);
    return one;
  }

  function hear(): void {
    const last = opened.at(-1);
    if (last !== undefined) last.heardCount++;
  }

  test('is made anew after two sweeps that found work while it heard nothing', () => {
    listener.noteSweep({ missed: 3 });
    expect(opened).toHaveLength(1);
    listener.noteSweep({ missed: 1 });
    expect(opened.map(({ isAbandoned }) => isAbandoned)).toEqual([true, false]);
    expect(events).toEqual([{ event: 'wake-up.listener-renewed', tenantId: 't' }]);
    listener.noteSweep({ missed: 1 });
    expect(opened).toHaveLength(2);
    listener.noteSweep({ missed: 1 });
    expect(opened).toHaveLength(3);
  });

  test('is left as it is while it hears, and while there is nothing to hear', () => {
    for (let sweep = 0; sweep < 6; sweep++) {
      hear();
      listener.noteSweep({ missed: 5 });
    }
    for (let sweep = 0; sweep < 6; sweep++) listener.noteSweep({ missed: 0 });
    listener.noteSweep({ missed: 1 });
    listener.noteSweep({ missed: 0 });
    listener.noteSweep({ missed: 1 });
    expect(opened).toHaveLength(1);
  });

  test('counts what all that it was made of have heard', () => {
    hear();
    listener.noteSweep({ missed: 0 });
    listener.noteSweep({ missed: 1 });
    listener.noteSweep({ missed: 1 });
    hear();
    expect(listener.heardCount).toBe(2);
  });
});
