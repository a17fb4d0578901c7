import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  type JobId,
  type JobKind,
  type JobStateCount,
  type JobTaker,
  REMOTE_KINDS,
  type TakenJob,
} from '../ports/jobs.ts';
import type { Database } from './database.ts';
import { withoutNulls } from './without-nulls.ts';

/** Fixed for a statement: only so can an index on due times be used, and `now()` would stand still in a transaction. */
export const NOW = sql`(select clock_timestamp())`;

/** Nobody holds it: never taken, given back, or its lease ran out. */
export const IS_FREE = sql<boolean>`coalesce(lease_until <= ${NOW}, true)`;

/** How long a paused partner's one job may take to say whether the partner is back. */
const TRIAL_SECONDS = 60;

const IS_REMOTE = sql`job.kind = any(${[...REMOTE_KINDS]}::text[])`;

/**
 * Partners that have work, each with its free places at this taker and its pause. Found by stepping from one partner
 * to the next in the index: a backlog of many jobs costs no more than a short one.
 */
function lanes({ owner, jobsPerPartner }: JobTaker, only?: JobId): RawBuilder<unknown> {
  const partners =
    only === undefined
      ? sql`
        (select partner_id from job where state = 'pending' order by partner_id limit 1)
        union all
        select (select job.partner_id from job
          where job.state = 'pending' and job.partner_id > partner.partner_id order by job.partner_id limit 1)
        from partner where partner.partner_id is not null`
      : sql`select partner_id from job where kind = ${only.kind} and subject = ${only.subject}`;
  return sql`
    with recursive partner(partner_id) as (${partners}), lane as (
      select partner.partner_id, paused_until, ${jobsPerPartner}::int - (
        select count(*) from job
        where lease_owner = ${owner} and lease_until > ${NOW} and job.partner_id = partner.partner_id
      )::int as places
      from partner left join partner_circuit using (partner_id)
      where partner.partner_id is not null
    )`;
}

/** See `JobQueue.takeDue`. One statement: what it locks and does not take is free again at the commit. */
export async function takeDue(
  db: Kysely<Database>,
  { limit, leaseSeconds, only, ...taker }: JobTaker & { limit: number; leaseSeconds: number; only?: JobId },
): Promise<readonly TakenJob[]> {
  const isWanted =
    only === undefined ? sql`true` : sql`job.kind = ${only.kind} and job.subject = ${only.subject}`;
  const isDue = sql`job.state = 'pending' and job.due_at <= ${NOW} and ${IS_FREE} and ${isWanted}`;
  const { rows } = await sql<TakenJob & { announcedSecondsAgo: number | null }>`
    ${lanes(taker, only)}, trial as (
      update partner_circuit set
        is_trial = true, paused_until = clock_timestamp() + make_interval(secs => ${TRIAL_SECONDS})
      from lane
      where partner_circuit.partner_id = lane.partner_id and lane.places > 0
        and partner_circuit.paused_until <= clock_timestamp()
        and exists (select from job where job.partner_id = lane.partner_id and ${isDue} and ${IS_REMOTE})
      returning partner_circuit.partner_id
    ), due as materialized (
      select candidate.* from lane left join trial using (partner_id) cross join lateral (
        select kind, subject, due_at from job
        where job.partner_id = lane.partner_id and ${isDue} and case
          when trial.partner_id is not null then ${IS_REMOTE}
          else lane.paused_until is null or not ${IS_REMOTE} end
        order by due_at limit greatest(0, case when trial.partner_id is null then least(places, ${limit}::int) else 1 end)
        for update skip locked
      ) candidate order by due_at limit ${limit}
    ), taken as (
      update job set
        epoch = nextval('job_epoch'),
        lease_owner = ${taker.owner},
        lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
      from due where job.kind = due.kind and job.subject = due.subject
      returning job.kind, job.subject, job.partner_id, job.attempts, job.generation, job.epoch,
        extract(epoch from ${NOW} - job.announced_at)::float8 as announced_seconds_ago, due.due_at
    )
    select kind, subject, partner_id as "partnerId", attempts, generation, epoch,
      announced_seconds_ago as "announcedSecondsAgo"
    from taken order by due_at
  `.execute(db);
  return rows.map((row) => withoutNulls(row));
}

/** See `JobQueue.takeAlong`. A lock and no lease: what was taken is done, or free again, when the transaction ends. */
export async function takeAlong(
  db: Kysely<Database>,
  kind: JobKind,
  { subject, partnerId, limit }: { subject: string; partnerId: string; limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from job
    where partner_id = ${partnerId} and kind = ${kind} and subject <> ${subject}
      and state = 'pending' and attempts = 0 and due_at <= ${NOW} and ${IS_FREE}
    order by due_at limit ${limit} for update skip locked
  `.execute(db);
  return rows.map((row) => row.subject);
}

/** See `JobQueue.secondsUntilDue`. A paused partner's remote jobs are due when its pause ends. */
export async function secondsUntilDue(db: Kysely<Database>, taker: JobTaker): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number | null }>`
    ${lanes(taker)}
    select extract(epoch from min(least(open_at, greatest(paused_at, pause_end))) - ${NOW})::float8 as seconds
    from lane cross join lateral (
      select ${firstDueAt(sql`(lane.paused_until is null or not ${IS_REMOTE})`)} as open_at,
        ${firstDueAt(sql`lane.paused_until is not null and ${IS_REMOTE}`)} as paused_at
    ) as next cross join lateral (
      select case when paused_at is not null then lane.paused_until end as pause_end
    ) as pause
    where places > 0
  `.execute(db);
  const seconds = rows[0]?.seconds ?? undefined;
  return seconds === undefined ? undefined : Math.max(0, seconds);
}

/** Of the jobs of a lane that nobody holds. */
function firstDueAt(kinds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    (select due_at from job where state = 'pending' and job.partner_id = lane.partner_id and ${IS_FREE} and ${kinds}
     order by due_at limit 1)`;
}

/** See `JobQueue.counts`. */
export async function countJobs(db: Kysely<Database>): Promise<readonly JobStateCount[]> {
  const { rows } = await sql<JobStateCount & { oldestSeconds: number | null }>`
    select kind, state, count(*) as count,
      case when state in ('due', 'paused') then extract(epoch from ${NOW} - min(due_at))::float8 end as "oldestSeconds"
    from (
      select kind, due_at, case
        when not ${IS_FREE} then 'leased'
        when state = 'dead' then 'dead'
        when due_at > ${NOW} then 'waiting'
        when paused_until is not null and ${IS_REMOTE} then 'paused'
        else 'due' end as state
      from job left join partner_circuit using (tenant_id, partner_id)
    ) as job group by kind, state order by kind, state
  `.execute(db);
  return rows.map((row) => withoutNulls(row));
}
