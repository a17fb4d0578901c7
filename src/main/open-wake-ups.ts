import type { Store } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import type { DispatchEvent } from '../queues/dispatch-event.ts';
import { Relay } from '../queues/relay.ts';
import type { Environment } from './configuration.ts';

/** How workers hear of work: those of this process at once, those of others through Redis or by their sweepers. */
export async function openWakeUps(
  store: Store,
  { redisUrl }: Environment,
  tell: (event: DispatchEvent) => void,
) {
  const listeners = new Set<WakeUp>();
  const here: WakeUp = {
    wake(tenantId) {
      for (const listener of listeners) listener.wake(tenantId);
    },
  };
  if (redisUrl === undefined) {
    return { listeners, tell, wakeUp: here, queue: undefined, close: () => Promise.resolve() };
  }
  // Loaded only where it is used: BullMQ would lengthen the start of every command by a quarter.
  const { RedisWakeUps } = await import('../queues/redis/redis-wake-ups.ts');
  const queue = new RedisWakeUps({ redisUrl, tell });
  const relay = new Relay({ store, queue, tell, onUnsent: (tenantId) => here.wake(tenantId) });
  return {
    listeners,
    tell,
    wakeUp: relay,
    queue,
    async close() {
      await relay.settled();
      await queue.close();
    },
  };
}
