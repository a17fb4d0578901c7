import { type Kysely, sql } from 'kysely';
import type { StoredWorker, WorkerRegistry, WorkerReport } from '../ports/workers.ts';
import type { Database } from './database.ts';

/** A worker that was killed stays listed for as long as somebody may ask what became of it. */
const FORGOTTEN_AFTER = sql`interval '1 day'`;

export function workerRegistry(db: Kysely<Database>): WorkerRegistry {
  return {
    sweep: (report) => sweep(db, report),
    async leave(owner) {
      await db.deleteFrom('worker').where('owner', '=', owner).execute();
    },
    list: () => list(db),
  };
}

async function sweep(db: Kysely<Database>, { owner, sweepSeconds, wakeUps }: WorkerReport): Promise<void> {
  await sql`
    insert into worker (owner, swept_at, sweep_seconds, wake_ups)
    values (${owner}, clock_timestamp(), ${sweepSeconds}, ${wakeUps})
    on conflict (tenant_id, owner) do update set swept_at = excluded.swept_at, wake_ups = excluded.wake_ups
  `.execute(db);
  await sql`delete from worker where swept_at < clock_timestamp() - ${FORGOTTEN_AFTER}`.execute(db);
}

async function list(db: Kysely<Database>): Promise<readonly StoredWorker[]> {
  const { rows } = await sql<StoredWorker>`
    select owner, started_at as "startedAt", swept_at as "sweptAt", sweep_seconds as "sweepSeconds",
      wake_ups as "wakeUps", extract(epoch from clock_timestamp() - swept_at)::float8 as "sweptSecondsAgo"
    from worker order by swept_at desc, owner
  `.execute(db);
  return rows;
}
