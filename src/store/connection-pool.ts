import { Pool, type PoolConfig } from 'pg';
import { valueParsers } from './value-parsers.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Beyond it an answer will not come: the host is gone without a word. The longest migration must fit. */
const QUERY_TIMEOUT_MS = 600_000;

/** A pool of `pg` clients, whatever is at their other end. */
export function connectionPool(config: PoolConfig): Pool {
  const pool = new Pool({
    types: valueParsers,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    // A statement is on its way before the one before it has ended: the server need not wait for us in between.
    pipeline: true,
    application_name: 'claimgate',
    ...config,
  });
  // A connection that breaks tells whoever uses it; while nobody does, the pool makes a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}
