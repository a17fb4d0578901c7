import path from 'node:path';
import pg from 'pg';
import { socketDirectory } from '../../src/store/embedded/owner-socket.ts';

/** What plain SQL says of a gateway's database, past everything that the gateway itself thinks. */
export interface Audit {
  readonly claims: number;
  /** Claims that still wait for an answer. */
  readonly openClaims: number;
  readonly attempts: number;
  readonly claimsWithTwoAttempts: number;
  readonly interchanges: number;
  readonly deliveriesNotDelivered: number;
  readonly chargeEntries: number;
  /** Claims whose payment, or whose payment by one remittance, stands in the journal more than once. */
  readonly claimsPostedTwice: number;
  readonly unbalancedEntries: number;
  readonly ledgerTotalCents: number;
  readonly transitCents: number;
  /** Sum of BPR02 of all that was posted. */
  readonly remittanceCents: number;
}

const QUERY = `
  select
    (select count(*) from claim) as claims,
    (select count(*) from claim_status where headline in ('ready', 'batched', 'delivered', 'acknowledged',
      'accepted-by-clearinghouse', 'accepted-by-payer')) as "openClaims",
    (select count(*) from claim_attempt) as attempts,
    (select count(*) from (select claim_id from claim_attempt group by claim_id having count(*) > 1) as t)
      as "claimsWithTwoAttempts",
    (select count(*) from interchange) as interchanges,
    (select count(*) from delivery where state <> 'DELIVERED') as "deliveriesNotDelivered",
    (select count(*) from journal_entry where kind = 'charge') as "chargeEntries",
    (select count(*) from (select claim_id from journal_entry where kind in ('claim-payment', 'reposting')
      group by claim_id having count(*) > 1) as t) as "claimsPostedTwice",
    (select count(*) from (select entry_id from posting group by entry_id having sum(amount_cents) <> 0) as t)
      as "unbalancedEntries",
    (select coalesce(sum(amount_cents), 0) from posting) as "ledgerTotalCents",
    (select coalesce(sum(amount_cents), 0) from posting where account = 'payer-payments-in-transit')
      as "transitCents",
    (select coalesce(sum(paid_cents), 0) from remittance where state = 'published') as "remittanceCents"`;

/** Asks the embedded database of a working directory through the socket of the process that has it. */
export async function auditDatabase(workingDirectory: string): Promise<Audit> {
  return await audit(
    new pg.Client({
      host: socketDirectory(path.join(workingDirectory, 'data')),
      port: 5432,
      user: 'postgres',
      database: 'postgres',
    }),
  );
}

/** Asks a PostgreSQL server, as its superuser. */
export async function auditServer(superuserUrl: string): Promise<Audit> {
  return await audit(new pg.Client({ connectionString: superuserUrl }));
}

async function audit(client: pg.Client): Promise<Audit> {
  await client.connect();
  try {
    // One transaction, because connections share the one session of the embedded database.
    await client.query('begin; set local search_path to claimgate');
    const { rows } = await client.query<Record<string, string>>(QUERY);
    const [row = {}] = rows;
    return Object.fromEntries(
      Object.entries(row).map(([name, count]) => [name, Number(count)]),
    ) as unknown as Audit;
  } finally {
    await client.end();
  }
}
