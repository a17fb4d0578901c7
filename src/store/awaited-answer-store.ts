import { type Kysely, sql } from 'kysely';
import type { Instant } from '../base/time.ts';
import { ANSWER_KINDS, type AnswerKind } from '../domain/exchange/answer-kind.ts';
import type { PassedDeadline, WaitingClaim } from '../domain/exchange/late-answers.ts';
import type {
  AwaitedAnswer,
  AwaitedAnswerReader,
  AwaitedAnswerWriter,
  OutstandingAnswer,
} from '../ports/awaited-answers.ts';
import type { Database } from './database.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';

export function awaitedAnswerStore(db: Kysely<Database>): AwaitedAnswerReader & AwaitedAnswerWriter {
  return {
    byInterchanges: (ids) => byInterchanges(db, ids),
    outstanding: (options) => outstanding(db, options),
    due: (now, limit) => due(db, now, limit),
    waitingClaims: (ids) => waitingClaims(db, ids),
    insert: (answers) => insert(db, answers),
    takeUnsettled: (interchanges) => takeUnsettled(db, interchanges),
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

/** Whether any claim still waits is counted from the claims' own statuses, which no second count could contradict. */
async function outstanding(
  db: Kysely<Database>,
  { partnerId, dueBy, limit }: { partnerId?: string; dueBy?: Instant; limit: number },
): Promise<readonly OutstandingAnswer[]> {
  const { rows } = await sql<OutstandingAnswer>`
    with open as materialized (
      select interchange_id, partner_id, answer, due_at from awaited_answer
      where state in ('awaited', 'late')
        and partner_id = coalesce(${partnerId ?? null}::text, partner_id)
        and due_at <= coalesce(${dueBy ?? null}::timestamptz, due_at)
    ), silent as materialized (
      select attempt.interchange_id, status ->> 'awaiting' as awaiting,
        count(*) as claims, sum(charge_cents) as charge_cents
      from claim_attempt as attempt
      join claim_status on claim_status.claim_id = attempt.claim_id
      where attempt.interchange_id in (select interchange_id from open)
        and status ->> 'patientControlNumber' = attempt.patient_control_number
        and status ->> 'awaiting' is not null
      group by 1, 2
    )
    select open.interchange_id as "interchangeId", open.partner_id as "partnerId", open.answer,
      open.due_at as "dueAt", sum(silent.claims)::bigint as "silentClaims",
      interchange.claim_count as "claimCount", sum(silent.charge_cents)::bigint as "silentCents"
    from open
    join silent on silent.interchange_id = open.interchange_id
      and ${rank(sql`silent.awaiting`)} <= ${rank(sql`open.answer`)}
    join interchange on interchange.id = open.interchange_id
    group by open.interchange_id, open.partner_id, open.answer, open.due_at, interchange.claim_count
    order by open.due_at, open.interchange_id, ${rank(sql`open.answer`)}
    limit ${limit}
  `.execute(db);
  return rows;
}

async function due(db: Kysely<Database>, now: Instant, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select interchange_id as id from awaited_answer
    where state = 'awaited' and due_at <= ${now}
    group by interchange_id order by min(due_at), interchange_id limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}

async function waitingClaims(
  db: Kysely<Database>,
  interchangeIds: readonly string[],
): Promise<readonly WaitingClaim[]> {
  const { rows } = await sql<WaitingClaim>`
    select attempt.claim_id as "claimId", attempt.interchange_id as "interchangeId", charge_cents as "chargeCents",
      status ->> 'awaiting' as awaiting
    from claim_attempt as attempt
    join claim_status on claim_status.claim_id = attempt.claim_id
    where attempt.interchange_id = any(${interchangeIds}::text[])
      and status ->> 'patientControlNumber' = attempt.patient_control_number
      and status ->> 'awaiting' is not null
    order by attempt.claim_id
  `.execute(db);
  return rows;
}

const INTERCHANGE = { interchange_id: 'text', awaiting: 'text' } as const;

/**
 * Answers share the deadlines while there is nothing to judge, so that files about one interchange do not wait for each
 * other; where there is, one comes after the other and sees what the one before it left. Always in one order.
 */
async function takeUnsettled(
  db: Kysely<Database>,
  interchanges: readonly { interchangeId: string; awaiting?: AnswerKind }[],
): Promise<readonly string[]> {
  const rows = interchanges.map(({ interchangeId, awaiting }) => ({
    interchange_id: interchangeId,
    awaiting: awaiting ?? null,
  }));
  const unsettled = sql<{ id: string }>`
    select distinct awaited.interchange_id as id
    from ${rowSet(INTERCHANGE, rows)}
    join awaited_answer as awaited on awaited.interchange_id = given.interchange_id
    where awaited.state = 'late'
      or (awaited.state <> 'awaited' and ${rank(sql`awaited.answer`)} >= ${rank(sql`given.awaiting`)})
    order by id
  `;
  const before = await unsettled.execute(db);
  await sql`
    select from awaited_answer where interchange_id = any(${rows.map((row) => row.interchange_id)}::text[])
    order by interchange_id, answer for ${sql.raw(before.rows.length > 0 ? 'update' : 'share')}
  `.execute(db);
  const { rows: found } = await unsettled.execute(db);
  return found.map(({ id }) => id);
}

const NEW_ANSWER = {
  interchange_id: 'text',
  answer: 'text',
  partner_id: 'text',
  due_at: 'timestamptz',
} as const;

async function insert(db: Kysely<Database>, answers: readonly AwaitedAnswer[]): Promise<void> {
  await inChunks(answers, async (chunk) => {
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
  });
}

async function takePassed(
  db: Kysely<Database>,
  interchangeIds: readonly string[],
  now?: Instant,
): Promise<readonly PassedDeadline[]> {
  const { rows } = await sql<PassedDeadline>`
    select awaited.interchange_id as "interchangeId", awaited.answer, interchange.claim_count as "claimCount"
    from awaited_answer as awaited
    join interchange on interchange.id = awaited.interchange_id
    where awaited.interchange_id = any(${interchangeIds}::text[])
      and (awaited.state <> 'awaited' or awaited.due_at <= ${now ?? null}::timestamptz)
    order by awaited.interchange_id, awaited.answer for update of awaited
  `.execute(db);
  return rows;
}

const JUDGED = { interchange_id: 'text', answer: 'text', is_late: 'boolean' } as const;

async function judge(
  db: Kysely<Database>,
  deadlines: readonly { interchangeId: string; answer: AnswerKind; isLate: boolean }[],
): Promise<void> {
  await inChunks(deadlines, async (chunk) => {
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
  });
}
