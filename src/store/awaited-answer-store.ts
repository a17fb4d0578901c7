import { type Kysely, sql } from 'kysely';
import type { Instant } from '../base/time.ts';
import { ANSWER_KINDS, type AnswerKind } from '../domain/exchange/answer-kind.ts';
import type { PassedDeadline, SentClaim } from '../domain/exchange/late-answers.ts';
import type {
  AwaitedAnswer,
  AwaitedAnswerReader,
  AwaitedAnswerWriter,
  OutstandingAnswer,
} from '../ports/awaited-answers.ts';
import type { Database } from './database.ts';
import { columnNames, rowChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function awaitedAnswerStore(db: Kysely<Database>): AwaitedAnswerReader & AwaitedAnswerWriter {
  return {
    byInterchanges: (ids) => byInterchanges(db, ids),
    outstanding: (options) => outstanding(db, options),
    claimsOf: (ids) => claimsOf(db, ids),
    unsettled: (interchanges) => unsettled(db, interchanges),
    insert: (answers) => insert(db, answers),
    takeDue: (now, limit) => takeDue(db, now, limit),
    takePassed: (ids, now) => takePassed(db, ids, now),
    judge: (deadlines) => judge(db, deadlines),
  };
}

/** Where an answer stands in the journey. */
function rank(answer: ReturnType<typeof sql>) {
  return sql`array_position(${[...ANSWER_KINDS]}::text[], ${answer})`;
}

async function byInterchanges(
  db: Kysely<Database>,
  interchangeIds: readonly string[],
): ReturnType<AwaitedAnswerReader['byInterchanges']> {
  return await db
    .selectFrom('awaited_answer')
    .select([
      'interchange_id as interchangeId',
      'partner_id as partnerId',
      'answer',
      'due_at as dueAt',
      'state',
    ])
    .where(sql<boolean>`interchange_id = any(${interchangeIds}::text[])`)
    .orderBy('interchange_id')
    .orderBy(rank(sql.ref('answer')))
    .execute();
}

/**
 * Deadline by deadline, earliest first, until there are enough: whether any claim still waits is counted for each from
 * the claims' own statuses, which no second count of ours could contradict.
 */
async function outstanding(
  db: Kysely<Database>,
  { partnerId, dueBy, limit }: { partnerId?: string; dueBy?: Instant; limit: number },
): Promise<readonly OutstandingAnswer[]> {
  const { rows } = await sql<OutstandingAnswer>`
    select awaited.interchange_id as "interchangeId", awaited.partner_id as "partnerId", awaited.answer,
      awaited.due_at as "dueAt", silent.claims as "silentClaims", interchange.claim_count as "claimCount",
      silent.charge_cents as "silentCents"
    from awaited_answer as awaited
    join interchange on interchange.id = awaited.interchange_id
    cross join lateral (
      select count(*) as claims, sum(claim.charge_cents)::bigint as charge_cents
      from claim_attempt as attempt
      join claim on claim.id = attempt.claim_id
      where attempt.interchange_id = awaited.interchange_id
        and claim.status ->> 'patientControlNumber' = attempt.patient_control_number
        and ${rank(sql`claim.status ->> 'awaiting'`)} <= ${rank(sql`awaited.answer`)}
    ) as silent
    where awaited.state in ('awaited', 'late') and silent.claims > 0
      and awaited.partner_id = coalesce(${partnerId ?? null}::text, awaited.partner_id)
      and awaited.due_at <= coalesce(${dueBy ?? null}::timestamptz, awaited.due_at)
    order by awaited.due_at, awaited.interchange_id, ${rank(sql`awaited.answer`)}
    limit ${limit}
  `.execute(db);
  return rows;
}

async function claimsOf(
  db: Kysely<Database>,
  interchangeIds: readonly string[],
): Promise<readonly SentClaim[]> {
  const { rows } = await sql<SentClaim & { awaiting: AnswerKind | null }>`
    select claim.id as "claimId", attempt.interchange_id as "interchangeId", claim.charge_cents as "chargeCents",
      claim.status ->> 'awaiting' as awaiting
    from claim_attempt as attempt
    join claim on claim.id = attempt.claim_id
    where attempt.interchange_id = any(${interchangeIds}::text[])
      and claim.status ->> 'patientControlNumber' = attempt.patient_control_number
    order by claim.id
  `.execute(db);
  return rows.map((row) => withoutNulls(row));
}

const INTERCHANGE = { interchange_id: 'text', awaiting: 'text' } as const;

async function unsettled(
  db: Kysely<Database>,
  interchanges: readonly { interchangeId: string; awaiting?: AnswerKind }[],
): Promise<readonly string[]> {
  const rows = interchanges.map(({ interchangeId, awaiting }) => ({
    interchange_id: interchangeId,
    awaiting: awaiting ?? null,
  }));
  const found = await sql<{ id: string }>`
    select distinct awaited.interchange_id as id
    from ${rowSet(INTERCHANGE, rows)}
    join awaited_answer as awaited on awaited.interchange_id = given.interchange_id
    where awaited.state = 'late'
      or (awaited.state <> 'awaited' and ${rank(sql`awaited.answer`)} >= ${rank(sql`given.awaiting`)})
    order by id
  `.execute(db);
  return found.rows.map(({ id }) => id);
}

const NEW_ANSWER = {
  interchange_id: 'text',
  answer: 'text',
  partner_id: 'text',
  due_at: 'timestamptz',
} as const;

async function insert(db: Kysely<Database>, answers: readonly AwaitedAnswer[]): Promise<void> {
  for (const chunk of rowChunks(answers)) {
    const rows = chunk.map(({ interchangeId, answer, partnerId, dueAt }) => ({
      interchange_id: interchangeId,
      answer,
      partner_id: partnerId,
      due_at: dueAt,
    }));
    await sql`
      insert into awaited_answer (${columnNames(NEW_ANSWER)})
      select ${columnNames(NEW_ANSWER)} from ${rowSet(NEW_ANSWER, rows)}
      on conflict (tenant_id, interchange_id, answer) do nothing
    `.execute(db);
  }
}

/**
 * Claims first and deadlines only then, as whoever applies an answer does, so that neither waits for what the other
 * holds. An answer under way is committed before its claims are had, and so is seen by every statement after this.
 */
async function takeDue(db: Kysely<Database>, now: Instant, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select interchange_id as id from awaited_answer
    where state = 'awaited' and due_at <= ${now}
    group by interchange_id order by min(due_at), interchange_id limit ${limit}
  `.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`
    select from claim
    where id in (select claim_id from claim_attempt where interchange_id = any(${ids}::text[]))
    order by id for no key update
  `.execute(db);
  return ids;
}

async function takePassed(
  db: Kysely<Database>,
  interchangeIds: readonly string[],
  now?: Instant,
): Promise<readonly PassedDeadline[]> {
  const { rows } = await sql<PassedDeadline>`
    select interchange_id as "interchangeId", answer from awaited_answer
    where interchange_id = any(${interchangeIds}::text[])
      and (state <> 'awaited' or due_at <= ${now ?? null}::timestamptz)
    order by interchange_id, answer for update
  `.execute(db);
  return rows;
}

const JUDGED = { interchange_id: 'text', answer: 'text', is_late: 'boolean' } as const;

async function judge(
  db: Kysely<Database>,
  deadlines: readonly (PassedDeadline & { isLate: boolean })[],
): Promise<void> {
  for (const chunk of rowChunks(deadlines)) {
    const rows = chunk.map(({ interchangeId, answer, isLate }) => ({
      interchange_id: interchangeId,
      answer,
      is_late: isLate,
    }));
    await sql`
      update awaited_answer set state = case
        when given.is_late then 'late'
        when state in ('late', 'answered-late') then 'answered-late'
        else 'answered' end
      from ${rowSet(JUDGED, rows)}
      where awaited_answer.interchange_id = given.interchange_id and awaited_answer.answer = given.answer
    `.execute(db);
  }
}
