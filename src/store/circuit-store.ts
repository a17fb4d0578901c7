import { type Kysely, sql } from 'kysely';
import type { CircuitPolicy, CircuitStore, PartnerCircuit } from '../ports/workers.ts';
import type { Database } from './database.ts';
import { NOW } from './job-lanes.ts';
import { withoutNulls } from './without-nulls.ts';

/** Pauses are on the database's clock, so that all workers agree on them. */
export function circuitStore(db: Kysely<Database>): CircuitStore {
  return {
    async close(partnerId) {
      const all = db.deleteFrom('partner_circuit');
      await (partnerId === undefined ? all : all.where('partner_id', '=', partnerId)).execute();
    },
    fail: (partnerId, failureCode, policy) => fail(db, { partnerId, failureCode }, policy),
    list: () => list(db),
  };
}

async function fail(
  db: Kysely<Database>,
  { partnerId, failureCode }: { readonly partnerId: string; readonly failureCode: string },
  { failuresMax, pauseSecondsFirst, pauseSecondsMax }: CircuitPolicy,
): Promise<void> {
  const pause = (failures: ReturnType<typeof sql>) => sql`
    case when ${failures} >= ${failuresMax}::int then clock_timestamp() + make_interval(secs =>
      least(${pauseSecondsMax}::float8, ${pauseSecondsFirst}::float8 * 2 ^ least(${failures} - ${failuresMax}::int, 30))
    ) end`;
  await sql`
    insert into partner_circuit as circuit (partner_id, failures, failure_code, paused_until)
    values (${partnerId}, 1, ${failureCode}, ${pause(sql`1`)})
    on conflict (tenant_id, partner_id) do update set
      failures = circuit.failures + 1,
      failure_code = excluded.failure_code,
      failed_at = clock_timestamp(),
      is_trial = false,
      paused_until = ${pause(sql`(circuit.failures + 1)`)}
    where circuit.is_trial or coalesce(circuit.paused_until <= clock_timestamp(), true)
  `.execute(db);
}

async function list(db: Kysely<Database>): Promise<readonly PartnerCircuit[]> {
  const { rows } = await sql<PartnerCircuit & { pausedUntil: string | null }>`
    select partner_id as "partnerId", failures, failure_code as "failureCode", failed_at as "failedAt",
      paused_until as "pausedUntil", case
        when paused_until is null then 'closed'
        when is_trial or paused_until <= ${NOW} then 'trial'
        else 'open' end as state
    from partner_circuit order by partner_id
  `.execute(db);
  return rows.map((row) => withoutNulls(row));
}
