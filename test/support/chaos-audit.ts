import { query } from './postgres-server.ts';

/** How long due jobs waited for their start, in milliseconds, as the database saw it. */
export interface Waits {
  readonly startedCount: number;
  readonly maxMs: number;
  readonly p99Ms: number;
  /** Due and not started yet. */
  readonly openCount: number;
}

/**
 * Notes in the database itself, past everything that the gateway thinks, when each job was leased and since when it had
 * been due. A job that was asked for again while it ran is due from its end; one whose lease ran out from then on.
 */
export async function watchStarts(superuserUrl: string): Promise<void> {
  await query(
    superuserUrl,
    `create table public.job_start (kind text, subject text, due_at timestamptz, started_at timestamptz);
     create function public.note_start() returns trigger language plpgsql security definer as $$
     begin
       insert into public.job_start values (new.kind, new.subject,
         greatest(old.due_at, coalesce(old.lease_until, old.due_at)), clock_timestamp());
       return null;
     end $$;
     create trigger note_start after update on claimgate.job for each row
       when (new.epoch <> old.epoch) execute function public.note_start();`,
  );
}

export async function readWaits(superuserUrl: string): Promise<Waits> {
  const [row = {}] = await query(
    superuserUrl,
    `select count(*)::int as "startedCount",
       coalesce(max(wait), 0)::float8 as "maxMs",
       coalesce(percentile_cont(0.99) within group (order by wait), 0)::float8 as "p99Ms",
       (select count(*)::int from claimgate.job where state = 'pending' and due_at <= clock_timestamp()
         and coalesce(lease_until <= clock_timestamp(), true)) as "openCount"
     from (select extract(epoch from started_at - due_at) * 1000 as wait from public.job_start) as start`,
  );
  return row as unknown as Waits;
}
