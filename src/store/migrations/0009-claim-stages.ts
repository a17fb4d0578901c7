import { type QueryExecutorProvider, sql } from 'kysely';

/** Lets a new status stay in the page of the old one, with no index to write. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql.raw(STAGES).execute(db);
  await sql.raw(ROOM).execute(db);
}

/**
 * Where an index holds a value that changes, every index of the table gets an entry for the new row. A headline changes
 * five or six times on a claim's way and its stage twice. Claims under way are some days' worth: who looks for one
 * headline among them looks through these and not through all.
 */
const STAGES = `
  create function claim_stage(headline text) returns text language sql immutable parallel safe
    return case
      when headline in
        ('batched', 'delivered', 'acknowledged', 'accepted-by-clearinghouse', 'accepted-by-payer') then 'under-way'
      else headline
    end;
  drop index claim_by_headline, claim_ready;
  alter table claim add column stage text not null generated always as (claim_stage(headline)) stored;
  create index claim_by_stage on claim (tenant_id, stage, sequence);
  create index claim_ready on claim (tenant_id, partner_id, sequence) where stage = 'ready';`;

/** The rows of a page are rewritten together, an interchange at a time: half of it is room for the new ones. */
const ROOM = 'alter table claim set (fillfactor = 50)';
