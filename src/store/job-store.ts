import { type Kysely, sql } from 'kysely';
import type { DeadJob, JobId, JobKind, JobQueue, NewJob, TakenJob } from '../ports/jobs.ts';
import type { Database } from './database.ts';
import { countJobs, IS_FREE, NOW, secondsUntilDue, takeAlong, takeDue } from './job-lanes.ts';
import { inChunks, rowSet } from './row-set.ts';

/** Leases and due times are on the database's clock. */
export function jobStore(db: Kysely<Database>): JobQueue {
  return {
    enqueue: (jobs) => enqueue(db, jobs),
    takeDue: (options) => takeDue(db, options),
    takeAlong: (kind, options) => takeAlong(db, kind, options),
    finish: (kind, subjects) => finish(db, kind, subjects),
    announceDue: (limit) => announceDue(db, limit),
    renew: (jobs, leaseSeconds) => renew(db, jobs, leaseSeconds),
    complete: (job) => complete(db, job),
    retry: (job, options) => retry(db, job, options),
    bury: (job, failureCode) => bury(db, job, failureCode),
    revive: (only) => revive(db, only),
    listDead: ({ limit }) => listDead(db, limit),
    secondsUntilDue: (taker) => secondsUntilDue(db, taker),
    counts: () => countJobs(db),
  };
}

const NO_LEASE = { lease_owner: null, lease_until: null } as const;

const NEW_JOB = { kind: 'text', subject: 'text', partner_id: 'text', delay_seconds: 'float8' } as const;

/** Asking for a dead job starts it anew; asking for one that waits for its next try makes it due earlier. */
async function enqueue(db: Kysely<Database>, jobs: readonly NewJob[]): Promise<void> {
  await inChunks(jobs, async (chunk) => {
    const rows = chunk.map(({ kind, subject, partnerId = subject, delaySeconds = 0 }) => ({
      kind,
      subject,
      partner_id: partnerId,
      delay_seconds: delaySeconds,
    }));
    await sql`
      insert into job (kind, subject, partner_id, due_at)
      select kind, subject, min(partner_id), clock_timestamp() + make_interval(secs => min(delay_seconds))
      from ${rowSet(NEW_JOB, rows)}
      group by kind, subject order by kind, subject
      on conflict (tenant_id, kind, subject) do update set
        generation = job.generation + 1,
        due_at = case job.state when 'dead' then excluded.due_at else least(job.due_at, excluded.due_at) end,
        attempts = case job.state when 'dead' then 0 else job.attempts end,
        announced_at = null,
        state = 'pending'
    `.execute(db);
  });
}

async function finish(db: Kysely<Database>, kind: JobKind, subjects: readonly string[]): Promise<void> {
  await sql`delete from job where kind = ${kind} and subject = any(${subjects}::text[])`.execute(db);
}

/** Noted before it is sent: what is lost in between, the sweeper finds. */
async function announceDue(db: Kysely<Database>, limit: number): Promise<readonly JobId[]> {
  const { rows } = await sql<JobId>`
    with due as materialized (
      select kind, subject, due_at from job
      where state = 'pending' and announced_at is null and due_at <= ${NOW} and ${IS_FREE}
      order by due_at limit ${limit} for update skip locked
    ), announced as (
      update job set announced_at = clock_timestamp()
      from due where job.kind = due.kind and job.subject = due.subject
      returning job.kind, job.subject, due.due_at
    )
    select kind, subject from announced order by due_at
  `.execute(db);
  return rows;
}

const LEASED_JOB = { kind: 'text', subject: 'text', epoch: 'int8' } as const;

async function renew(db: Kysely<Database>, jobs: readonly TakenJob[], leaseSeconds: number): Promise<void> {
  await inChunks(jobs, async (chunk) => {
    const rows = chunk.map(({ kind, subject, epoch }) => ({ kind, subject, epoch }));
    await sql`
      update job set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
      from ${rowSet(LEASED_JOB, rows)}
      where job.kind = given.kind and job.subject = given.subject and job.epoch = given.epoch
        and job.lease_owner is not null
    `.execute(db);
  });
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
    .set({
      ...NO_LEASE,
      due_at: sql`clock_timestamp()`,
      attempts: 0,
      failure_code: null,
      failed_at: null,
      announced_at: null,
    })
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
      failed_at: sql`clock_timestamp()`,
      announced_at: null,
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
      failed_at: sql`clock_timestamp()`,
      announced_at: null,
    })
    .execute();
}

async function revive(db: Kysely<Database>, only?: JobId): Promise<readonly DeadJob[]> {
  const isWanted = only === undefined ? sql`true` : sql`kind = ${only.kind} and subject = ${only.subject}`;
  const { rows } = await sql<DeadJob>`
    with dead as materialized (
      select kind, subject, partner_id, attempts, failure_code, failed_at from job
      where state = 'dead' and ${isWanted} for update
    ), revived as (
      update job set
        state = 'pending', due_at = clock_timestamp(), attempts = 0, generation = generation + 1, announced_at = null
      from dead where job.kind = dead.kind and job.subject = dead.subject
    )
    select ${DEAD_COLUMNS} from dead order by kind, subject
  `.execute(db);
  return rows;
}

const DEAD_COLUMNS = sql.raw(
  'kind, subject, partner_id as "partnerId", attempts, failure_code as "failureCode", failed_at as "failedAt"',
);

async function listDead(db: Kysely<Database>, limit: number): Promise<readonly DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select ${DEAD_COLUMNS} from job where state = 'dead' order by job.failed_at, kind, subject limit ${limit}
  `.execute(db);
  return rows;
}
