import { type Kysely, sql } from 'kysely';
import { groupBy } from '../base/groups.ts';
import { invariant } from '../base/invariant.ts';
import type { Cents } from '../base/money.ts';
import type { Account } from '../domain/ledger/account.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import type {
  BegunPublication,
  LedgerReader,
  LedgerWriter,
  NewPublication,
  StoredJournalEntry,
  StoredPublication,
} from '../ports/ledger-store.ts';
import { checkChain } from './chain-check.ts';
import type { Database } from './database.ts';
import { journalEntries } from './journal-rows.ts';
import { lookedUp } from './looked-up.ts';
import type { PublicationChain } from './publication-chain.ts';
import { columnNames, inChunks, rowSet } from './row-set.ts';
import { withoutNulls } from './without-nulls.ts';

export function ledgerStore(db: Kysely<Database>, chain: PublicationChain): LedgerReader & LedgerWriter {
  const entries = journalEntries(db).orderBy('sequence');
  const publications = (options: { after?: number; limit: number }) => readPublications(db, options);
  return {
    entry: async (id) => (await read(entries.where('id', '=', id)))[0],
    entriesForClaim: (claimId) => read(entries.where('claim_id', '=', claimId)),
    entriesForClaims: (claimIds) => entriesForClaims(entries, claimIds),
    entriesForPayments: (payments) => entriesForPayments(entries, payments),
    entriesForRemittance(remittanceId, options) {
      const found = entries.where('remittance_id', '=', remittanceId);
      if (options === undefined) return read(found);
      return read(
        found.where((where) =>
          where.or([
            where('claim_payment_ordinal', 'is', null),
            where('claim_payment_ordinal', '<=', options.claimPaymentsMax),
          ]),
        ),
      );
    },
    trialBalance: () => trialBalance(db),
    async publication(id) {
      const row = await publicationRows(db).where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : withoutNulls(row);
    },
    publications,
    checkChain: (options) => checkChain(db, publications, options),
    append: (added, publication) => append(db, chain, { entries: added, publication }),
  };
}

async function read(query: ReturnType<typeof journalEntries>): Promise<readonly StoredJournalEntry[]> {
  return (await query.execute()).map((row) => withoutNulls(row));
}

async function entriesForClaims(
  entries: ReturnType<typeof journalEntries>,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredJournalEntry[]>> {
  const wanted = lookedUp({ table: 'journal_entry', columns: 'id', by: 'claim_id' }, claimIds);
  return groupBy(await read(entries.where(sql<boolean>`id in (${wanted})`)), ({ claimId }) => claimId);
}

async function entriesForPayments(
  entries: ReturnType<typeof journalEntries>,
  payments: readonly { readonly remittanceId: string; readonly ordinal: number }[],
): Promise<readonly StoredJournalEntry[]> {
  const remittanceIds = payments.map(({ remittanceId }) => remittanceId);
  const ordinals = payments.map(({ ordinal }) => ordinal);
  // Payment by payment, as `lookedUp` does it for one value.
  const wanted = sql`
    select found.id
    from unnest(${remittanceIds}::text[], ${ordinals}::integer[]) as payment(remittance_id, ordinal), lateral (
      select id from journal_entry
      where remittance_id = payment.remittance_id and claim_payment_ordinal = payment.ordinal offset 0
    ) as found`;
  return await read(entries.where(sql<boolean>`id in (${wanted})`));
}

/** Debits are positive, credits negative. */
async function trialBalance(
  db: Kysely<Database>,
): Promise<readonly { account: Account; debitCents: Cents; creditCents: Cents }[]> {
  return await db
    .selectFrom('posting')
    .select([
      'account',
      sql<Cents>`coalesce(sum(amount_cents) filter (where amount_cents > 0), 0)::bigint`.as('debitCents'),
      sql<Cents>`coalesce(sum(amount_cents) filter (where amount_cents < 0), 0)::bigint`.as('creditCents'),
    ])
    .groupBy('account')
    .orderBy('account')
    .execute();
}

function publicationRows(db: Kysely<Database>) {
  return db
    .selectFrom('publication')
    .select([
      'id',
      'sequence',
      'kind',
      'remittance_id as remittanceId',
      'reason',
      'actor',
      'entry_count as entryCount',
      'entries_sha256 as entriesSha256',
      'previous_sha256 as previousSha256',
      'sha256',
      'published_at as publishedAt',
    ]);
}

async function readPublications(
  db: Kysely<Database>,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<readonly StoredPublication[]> {
  const rows = await publicationRows(db)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map((row) => withoutNulls(row));
}

const NEW_ENTRY = {
  id: 'text',
  kind: 'text',
  effective_date: 'date',
  claim_id: 'text',
  remittance_id: 'text',
  claim_payment_ordinal: 'integer',
  posting_count: 'integer',
} as const;
/** The postings go with their entry: their rows would each repeat its id. */
const WITH_POSTINGS = { ...NEW_ENTRY, accounts: 'text[]', amounts: 'bigint[]' } as const;

async function append(
  db: Kysely<Database>,
  chain: PublicationChain,
  {
    entries,
    publication,
  }: { entries: readonly JournalEntry[]; publication: NewPublication | BegunPublication },
): Promise<string | undefined> {
  if (entries.length === 0) return undefined;
  const publicationId = 'addTo' in publication ? publication.addTo : await nextPublicationId(db);
  const published =
    'addTo' in publication ? chain.goOn(publicationId) : chain.begin({ ...publication, id: publicationId });
  const before = published.count;
  await inChunks(entries, async (chunk) => {
    // Two transactions with the same entries wait for each other in one order.
    const ordered = chunk.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const added = new Set(await insert(db, ordered, publicationId));
    for (const entry of ordered) if (added.has(entry.id)) published.add(entry);
  });
  return published.count === before ? undefined : publicationId;
}

async function nextPublicationId(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    select 'P' || nextval('publication_number') as id
  `.execute(db);
  const id = rows[0]?.id;
  invariant(id !== undefined, 'a sequence has a next number');
  return id;
}

/**
 * An entry and its postings in one statement: the database looks at both when it ends. Of an entry that is there
 * already, or that another transaction adds at the same time, nothing is written. Gives the ids of the others. They are
 * numbered in the order given, in which they are hashed.
 */
async function insert(
  db: Kysely<Database>,
  entries: readonly JournalEntry[],
  publicationId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    with entry as materialized (
      select * from ${rowSet(WITH_POSTINGS, entries.map(entryRow))}
    ), added as (
      insert into journal_entry (${columnNames(NEW_ENTRY)}, publication_id)
      select ${columnNames(NEW_ENTRY)}, ${publicationId} from entry
      on conflict (tenant_id, id) do nothing
      returning id
    ), posted as (
      insert into posting (entry_id, ordinal, account, amount_cents)
      select id, line.ordinal, line.account, line.amount
      from entry join added using (id), unnest(accounts, amounts) with ordinality as line(account, amount, ordinal)
    )
    select id from added
  `.execute(db);
  return rows.map(({ id }) => id);
}

function entryRow(entry: JournalEntry) {
  return {
    id: entry.id,
    kind: entry.kind,
    effective_date: entry.effectiveDate,
    claim_id: entry.claimId ?? null,
    remittance_id: entry.remittanceId ?? null,
    claim_payment_ordinal: entry.claimPaymentOrdinal ?? null,
    posting_count: entry.postings.length,
    accounts: entry.postings.map(({ account }) => account),
    amounts: entry.postings.map(({ amountCents }) => amountCents),
  };
}
