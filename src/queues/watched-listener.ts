import type { TellEvent } from './dispatch-event.ts';
import type { WakeUpListener } from './wake-up-queue.ts';

/** Sweeps in a row that found work nobody was woken for, before the listener is made anew. */
const DEAF_SWEEPS_MAX = 2;

export interface WatchedListener extends WakeUpListener {
  /** Told at each sweep how many jobs had waited in vain for a wake-up. */
  noteSweep(sweep: { readonly missed: number }): void;
}

/**
 * A listener that is made anew when it has gone deaf: a connection to Redis can look open, or wait for ever to be
 * opened again, while wake-ups pile up. The database tells: jobs were announced, and this worker heard nothing.
 */
export function watchedListener(
  open: () => WakeUpListener,
  { tenantId, tell }: { readonly tenantId: string; readonly tell: TellEvent },
): WatchedListener {
  let listener = open();
  let heardBefore = 0;
  let heardAtLastSweep = 0;
  let deafSweeps = 0;
  const heardCount = (): number => heardBefore + listener.heardCount;
  return {
    get isConnected() {
      return listener.isConnected;
    },
    get heardCount() {
      return heardCount();
    },
    noteSweep({ missed }) {
      const isDeaf = missed > 0 && heardCount() === heardAtLastSweep;
      heardAtLastSweep = heardCount();
      deafSweeps = isDeaf ? deafSweeps + 1 : 0;
      if (deafSweeps < DEAF_SWEEPS_MAX) return;
      deafSweeps = 0;
      heardBefore += listener.heardCount;
      listener.abandon();
      listener = open();
      tell({ event: 'wake-up.listener-renewed', tenantId });
    },
    stop: () => listener.stop(),
    abandon: () => listener.abandon(),
  };
}
