import { destination, type Logger, pino } from 'pino';

/**
 * The gateway's log, one JSON object a line on stderr. What is logged is chosen field by field where it happens
 * (codes, ids, durations), so that nothing has to be taken out here.
 */
export function gatewayLog(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, destination({ fd: 2, sync: true }));
}
