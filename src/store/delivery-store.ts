import { type Kysely, type Selectable, sql } from 'kysely';
import { type DeliveryStage, STAGE_CHANGES } from '../domain/exchange/delivery-protocol.ts';
import type { Delivery, DeliveryReader, DeliveryWriter } from '../ports/exchange-store.ts';
import type { Database } from './database.ts';
import { withoutNulls } from './without-nulls.ts';

/** Each change is one UPDATE that compares state and epoch, on the database's clock. */
export function deliveryStore(db: Kysely<Database>): DeliveryReader & DeliveryWriter {
  return {
    async get(interchangeId) {
      const row = await deliveries(db).where('interchange_id', '=', interchangeId).executeTakeFirst();
      return row === undefined ? undefined : delivery(row);
    },
    async list({ limit }) {
      return (await deliveries(db).orderBy('sequence', 'desc').limit(limit).execute()).map(delivery);
    },
    async insert(interchangeId, partnerId) {
      await db
        .insertInto('delivery')
        .values({ interchange_id: interchangeId, partner_id: partnerId })
        .execute();
    },
    lease: (interchangeId, options) => lease(db, interchangeId, options),
    beginAttempt: (interchangeId, epoch) => beginAttempt(db, interchangeId, epoch),
    commitIntent: (interchangeId, epoch, { attempt, mode }) =>
      changes(changed(db, 'commit-intent', { interchangeId, epoch }).set({ commit_attempt: attempt, mode })),
    markDelivered: (interchangeId, epoch, basis) =>
      changes(
        changed(db, `record-${basis}`, { interchangeId, epoch }).set({
          basis,
          delivered_at: sql`clock_timestamp()`,
          ...NO_LEASE,
        }),
      ),
    doubt: (interchangeId, epoch) => changes(changed(db, 'doubt', { interchangeId, epoch }).set(NO_LEASE)),
    async settle(interchangeId, basis) {
      // Locked in any state: who is just beginning to doubt then waits, and sees the answer that is settled by.
      await deliveries(db).where('interchange_id', '=', interchangeId).forUpdate().execute();
      return await changes(
        undecided(db, interchangeId, ['IN_DOUBT']).set({
          state: 'DELIVERED',
          basis,
          delivered_at: sql`clock_timestamp()`,
        }),
      );
    },
    reopen: (interchangeId) => changes(undecided(db, interchangeId, ['IN_DOUBT', 'HELD']).set(REOPENED)),
    hold: (interchangeId, epoch, holdCode) =>
      changes(changed(db, 'hold', { interchangeId, epoch }).set({ hold_code: holdCode, ...NO_LEASE })),
    async release(interchangeId, epoch) {
      await held(db, interchangeId, epoch).set(NO_LEASE).execute();
    },
  };
}

/** The epoch rises, so that a run from before changes nothing any more. */
const REOPENED = {
  state: 'NEW',
  epoch: sql<number>`epoch + 1`,
  commit_attempt: null,
  mode: null,
  hold_code: null,
} as const;

const NO_LEASE = { lease_owner: null, lease_until: null } as const;

const COLUMNS = [
  'interchange_id',
  'partner_id',
  'state',
  'epoch',
  'attempts',
  'commit_attempt',
  'basis',
  'mode',
  'hold_code',
  'delivered_at',
] as const;

function deliveries(db: Kysely<Database>) {
  return db.selectFrom('delivery').select(COLUMNS);
}

function delivery(row: Pick<Selectable<Database['delivery']>, (typeof COLUMNS)[number]>): Delivery {
  return withoutNulls({
    interchangeId: row.interchange_id,
    partnerId: row.partner_id,
    state: row.state,
    epoch: row.epoch,
    attempts: row.attempts,
    commitAttempt: row.commit_attempt,
    basis: row.basis,
    mode: row.mode,
    holdCode: row.hold_code,
    deliveredAt: row.delivered_at,
  });
}

/** The delivery as long as the epoch is still the caller's. */
function held(db: Kysely<Database>, interchangeId: string, epoch: number) {
  return db.updateTable('delivery').where('interchange_id', '=', interchangeId).where('epoch', '=', epoch);
}

/** The change of stage that the protocol's table allows the step, and nothing where it allows none. */
function changed(
  db: Kysely<Database>,
  step: keyof typeof STAGE_CHANGES,
  { interchangeId, epoch }: { interchangeId: string; epoch: number },
) {
  const { from, to } = STAGE_CHANGES[step];
  return held(db, interchangeId, epoch).set({ state: to }).where('state', 'in', from);
}

/** The delivery as long as it waits for somebody to know. */
function undecided(db: Kysely<Database>, interchangeId: string, states: readonly DeliveryStage[]) {
  return db.updateTable('delivery').where('interchange_id', '=', interchangeId).where('state', 'in', states);
}

async function changes(update: {
  executeTakeFirst(): Promise<{ numUpdatedRows: bigint }>;
}): Promise<boolean> {
  return (await update.executeTakeFirst()).numUpdatedRows === 1n;
}

async function lease(
  db: Kysely<Database>,
  interchangeId: string,
  { owner, leaseSeconds }: { owner: string; leaseSeconds: number },
): Promise<Delivery | undefined> {
  const row = await db
    .updateTable('delivery')
    .set({
      epoch: sql`epoch + 1`,
      lease_owner: owner,
      lease_until: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`,
    })
    .where('interchange_id', '=', interchangeId)
    .where('state', 'in', ['NEW', 'COMMITTING'])
    .where(sql<boolean>`coalesce(lease_until <= clock_timestamp(), true)`)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row === undefined ? undefined : delivery(row);
}

/** Only before the point of no return: after it nobody uploads. */
async function beginAttempt(
  db: Kysely<Database>,
  interchangeId: string,
  epoch: number,
): Promise<number | undefined> {
  const row = await changed(db, 'upload', { interchangeId, epoch })
    .set({ attempts: sql`attempts + 1` })
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts;
}
