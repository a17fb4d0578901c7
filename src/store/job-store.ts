import { type Kysely, sql } from 'kysely';
import type { JobQueue, JobStateCount, NewJob, TakenJob } from '../ports/jobs.ts';
import type { Database } from './database.ts';
import { rowChunks, rowSet } from './row-set.ts';

/** Leases and due times are on the database's clock, and `now()` would stand still in a transaction. */
export function jobStore(db: Kysely<Database>): JobQueue {
  return {
    enqueue: (jobs) => enqueue(db, jobs),
    takeDue: (options) => takeDue(db, options),
    renew: (jobs, leaseSeconds) => renew(db, jobs, leaseSeconds),
    complete: (job) => complete(db, job),
    retry: (job, options) => retry(db, job, options),
    bury: (job, failureCode) => bury(db, job, failureCode),
    revive: () => revive(db),
    secondsUntilDue: () => secondsUntilDue(db),
    counts: () => counts(db),
  };
}

const NO_LEASE = { lease_owner: null, lease_until: null } as const;

/** Nobody holds it: never taken, given back, or its lease ran out. */
const IS_FREE = sql<boolean>`coalesce(lease_until <= clock_timestamp(), true)`;

const NEW_JOB = { kind: 'text', subject: 'text', delay_seconds: 'float8' } as const;

/** Asking for a dead job starts it anew; asking for one that waits for its next try makes it due earlier. */
async function enqueue(db: Kysely<Database>, jobs: readonly NewJob[]): Promise<void> {
  for (const chunk of rowChunks(jobs)) {
    const rows = chunk.map(({ kind, subject, delaySeconds = 0 }) => ({
      kind,
      subject,
      delay_seconds: delaySeconds,
    }));
    await sql`
      insert into job (kind, subject, due_at)
      select kind, subject, clock_timestamp() + make_interval(secs => min(delay_seconds))
      from ${rowSet(NEW_JOB, rows)}
      group by kind, subject order by kind, subject
      on conflict (tenant_id, kind, subject) do update set
        generation = job.generation + 1,
        due_at = case job.state when 'dead' then excluded.due_at else least(job.due_at, excluded.due_at) end,
        attempts = case job.state when 'dead' then 0 else job.attempts end,
        state = 'pending'
    `.execute(db);
  }
}

async function takeDue(
  db: Kysely<Database>,
  { owner, limit, leaseSeconds }: { owner: string; limit: number; leaseSeconds: number },
): Promise<readonly TakenJob[]> {
  const { rows } = await sql<TakenJob>`
    with due as materialized (
      select kind, subject, due_at from job
      where state = 'pending' and due_at <= clock_timestamp() and ${IS_FREE}
      order by due_at limit ${limit} for update skip locked
    ), taken as (
      update job set
        epoch = nextval('job_epoch'),
        lease_owner = ${owner},
        lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
      from due where job.kind = due.kind and job.subject = due.subject
      returning job.kind, job.subject, job.attempts, job.generation, job.epoch, due.due_at
    )
    select kind, subject, attempts, generation, epoch from taken order by due_at
  `.execute(db);
  return rows;
}

const LEASED_JOB = { kind: 'text', subject: 'text', epoch: 'int8' } as const;

async function renew(db: Kysely<Database>, jobs: readonly TakenJob[], leaseSeconds: number): Promise<void> {
  for (const chunk of rowChunks(jobs)) {
    const rows = chunk.map(({ kind, subject, epoch }) => ({ kind, subject, epoch }));
    await sql`
      update job set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
      from ${rowSet(LEASED_JOB, rows)}
      where job.kind = given.kind and job.subject = given.subject and job.epoch = given.epoch
        and job.lease_owner is not null
    `.execute(db);
  }
}

/** The job as long as its lease is still this one. */
function leased(db: Kysely<Database>, { kind, subject, epoch }: TakenJob) {
  return db
    .updateTable('job')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('epoch', '=', epoch);
}

/** Made free first, which locks the row: whoever asks for the job meanwhile waits, and finds it gone or due. */
async function complete(db: Kysely<Database>, job: TakenJob): Promise<void> {
  await leased(db, job)
    .set({ ...NO_LEASE, due_at: sql`clock_timestamp()`, attempts: 0, failure_code: null })
    .execute();
  await db
    .deleteFrom('job')
    .where('kind', '=', job.kind)
    .where('subject', '=', job.subject)
    .where('epoch', '=', job.epoch)
    .where('generation', '=', job.generation)
    .execute();
}

async function retry(
  db: Kysely<Database>,
  job: TakenJob,
  { delaySeconds, failureCode }: { delaySeconds: number; failureCode: string },
): Promise<void> {
  await leased(db, job)
    .set({
      ...NO_LEASE,
      due_at: sql`clock_timestamp() + make_interval(secs => ${delaySeconds})`,
      attempts: sql`attempts + 1`,
      failure_code: failureCode,
    })
    .execute();
}

/** Somebody who asked for the job while it ran has asked for it again: then it is due, and not dead. */
async function bury(db: Kysely<Database>, job: TakenJob, failureCode: string): Promise<void> {
  await leased(db, job)
    .set({
      ...NO_LEASE,
      state: sql`case generation when ${job.generation} then 'dead' else 'pending' end`,
      attempts: sql`case generation when ${job.generation} then attempts + 1 else 0 end`,
      failure_code: failureCode,
    })
    .execute();
}

async function revive(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'pending', due_at: sql`clock_timestamp()`, attempts: 0, generation: sql`generation + 1` })
    .where('state', '=', 'dead')
    .execute();
}

async function secondsUntilDue(db: Kysely<Database>): Promise<number | undefined> {
  const row = await db
    .selectFrom('job')
    .select(sql<number | null>`extract(epoch from min(due_at) - clock_timestamp())::float8`.as('seconds'))
    .where('state', '=', 'pending')
    .where(IS_FREE)
    .executeTakeFirst();
  const seconds = row?.seconds ?? undefined;
  return seconds === undefined ? undefined : Math.max(0, seconds);
}

async function counts(db: Kysely<Database>): Promise<readonly JobStateCount[]> {
  return await db
    .selectFrom('job')
    .select([
      'kind',
      sql<JobStateCount['state']>`case when ${IS_FREE} then state else 'running' end`.as('state'),
      sql<number>`count(*)`.as('count'),
    ])
    .groupBy([sql.ref('kind'), sql`2`])
    .orderBy('kind')
    .orderBy(sql`2`)
    .execute();
}
