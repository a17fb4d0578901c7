import { type Kysely, sql } from 'kysely';
import type { PartnerProbeReader, PartnerProbeWriter } from '../ports/partner-probe.ts';
import type { Database } from './database.ts';

export function partnerProbeStore(db: Kysely<Database>): PartnerProbeReader & PartnerProbeWriter {
  return {
    async get(partnerId) {
      return await db
        .selectFrom('partner_probe')
        .select(['partner_id as partnerId', 'mode', 'capabilities', 'probed_at as probedAt'])
        .where('partner_id', '=', partnerId)
        .executeTakeFirst();
    },
    async save({ partnerId, mode, capabilities }) {
      const found = { mode, capabilities: JSON.stringify(capabilities) };
      await db
        .insertInto('partner_probe')
        .values({ partner_id: partnerId, ...found })
        .onConflict((conflict) =>
          conflict
            .constraint('partner_probe_pkey')
            .doUpdateSet({ ...found, probed_at: sql`clock_timestamp()` }),
        )
        .execute();
    },
  };
}
