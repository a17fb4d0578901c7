import { destination, type Logger, pino } from 'pino';
import type { DispatchEvent } from '../queues/dispatch-event.ts';

/**
 * The gateway's log, one JSON object a line on stderr. What is logged is chosen field by field where it happens
 * (codes, ids, durations), so that nothing has to be taken out here.
 */
export function gatewayLog(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, destination({ fd: 2, sync: true }));
}

const LEVELS: Readonly<Record<DispatchEvent['event'], 'debug' | 'info' | 'warn' | 'error'>> = {
  'job.done': 'info',
  'job.retried': 'warn',
  'job.buried': 'error',
  'job.unsettled': 'error',
  'sweep.failed': 'error',
  'renewal.failed': 'error',
  'wake-up.sent': 'debug',
  'wake-up.failed': 'warn',
  'wake-up.listener-renewed': 'warn',
  'redis.lost': 'warn',
};

/** Writes what the queues tell. */
export function logEvent(log: Logger, { event, ...fields }: DispatchEvent): void {
  log[LEVELS[event]](fields, event);
}
