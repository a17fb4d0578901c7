import type { Pool } from 'pg';

const EVERY_MS = 3_600_000;

/** Tables that have doubled since they were last looked over; small ones are as quick without. */
const OVERDUE = `
  select format('vacuum (analyze) %I.%I', nspname, relname) as command
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'r' and nspname = 'claimgate'
    and pg_relation_size(pg_class.oid) > 2 * 8192 * greatest(relpages, 32)`;

/**
 * Does what PostgreSQL's autovacuum does on a server and nobody does in an embedded one: takes dead rows away and
 * counts the living, so that queries are planned for the tables that are there. Gives what ends it.
 */
export function startTidying(pool: Pool): () => Promise<void> {
  let hasEnded = false;
  let running = Promise.resolve();
  async function tidy(): Promise<void> {
    try {
      const { rows } = await pool.query<{ command: string }>(OVERDUE);
      for (const { command } of rows) if (!hasEnded) await pool.query(command);
    } catch {
      // Whoever needs the database will hear of it.
    }
  }
  const timer = setInterval(() => {
    running = running.then(tidy);
  }, EVERY_MS).unref();
  running = tidy();
  return async () => {
    hasEnded = true;
    clearInterval(timer);
    await running;
  };
}
