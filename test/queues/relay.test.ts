import { describe, expect, test } from 'vitest';
import type { JobId, NewJob } from '../../src/ports/jobs.ts';
import type { Store } from '../../src/ports/store.ts';
import type { DispatchEvent } from '../../src/queues/dispatch-event.ts';
import { Relay } from '../../src/queues/relay.ts';
import type { WakeUpQueue } from '../../src/queues/wake-up-queue.ts';
import { dispatchBench } from './support/dispatch-bench.ts';

describe('the relay', () => {
  const bench = dispatchBench();
  let transactionsOpen = 0;
  const store: Store = {
    async inTransaction(_, work) {
      transactionsOpen++;
      try {
        return await bench.run(work);
      } finally {
        transactionsOpen--;
      }
    },
    close: async () => undefined,
  };

  function relayTo(send: (jobs: readonly JobId[]) => Promise<void>) {
    const unsent: string[] = [];
    const events: DispatchEvent[] = [];
    const queue: WakeUpQueue = {
      send: async (_, jobs) => await send(jobs),
      listen: () => {
        throw new Error('nobody listens here');
      },
      close: async () => undefined,
    };
    const relay = new Relay({
      store,
      queue,
      onUnsent: (tenantId) => unsent.push(tenantId),
      tell: (event) => events.push(event),
    });
    return { relay, unsent, events };
  }

  function files(count: number, prefix = 'f'): NewJob[] {
    return Array.from({ length: count }, (_, index) => ({
      kind: 'receive-file',
      subject: `${prefix}${index}`,
      partnerId: 'p',
    }));
  }

  test('sends each due row once, outside of any transaction', async () => {
    const sent: string[] = [];
    const { relay } = relayTo(async (jobs) => {
      expect(transactionsOpen).toBe(0);
      sent.push(...jobs.map(({ subject }) => subject));
    });
    await bench.enqueue(...files(1200), { kind: 'receive-file', subject: 'later', delaySeconds: 60 });
    relay.wake(bench.tenantId);
    relay.wake(bench.tenantId);
    await relay.settled();
    expect(sent).toHaveLength(1200);
    expect(new Set(sent).size).toBe(1200);
    relay.wake(bench.tenantId);
    await relay.settled();
    expect(sent).toHaveLength(1200);
  });

  test('misses nothing that is asked for while it sends', async () => {
    const sent: string[] = [];
    const { relay } = relayTo(async (jobs) => {
      sent.push(...jobs.map(({ subject }) => subject));
      if (sent.length >= 20) return;
      await bench.enqueue(...files(1, `during${sent.length}-`));
      relay.wake(bench.tenantId);
    });
    await bench.enqueue(...files(1));
    relay.wake(bench.tenantId);
    await relay.settled();
    expect(new Set(sent).size).toBe(20);
  });

  test('says what it could not send, and leaves it to whoever looks', async () => {
    const { relay, unsent, events } = relayTo(async () => {
      throw new Error('PLANTED');
    });
    await bench.enqueue(...files(1));
    relay.wake(bench.tenantId);
    await relay.settled();
    expect(unsent).toEqual([bench.tenantId]);
    expect(events).toMatchObject([{ event: 'wake-up.failed', tenantId: bench.tenantId }]);
    expect(JSON.stringify(events)).not.toContain('PLANTED');
    expect(await bench.counts()).toMatchObject([{ state: 'due', count: 1 }]);
  });
});
