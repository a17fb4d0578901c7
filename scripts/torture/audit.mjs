// The auditor: plain SQL, the partner's own notes, and what the intake answered. It shares nothing with the gateway.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const OPEN = `('ready', 'batched', 'delivered', 'acknowledged', 'accepted-by-clearinghouse', 'accepted-by-payer')`;

const LISTS = {
  claims: `select account_number as account, id from claim`,
  attempts:
    'select claim_id as id, patient_control_number as number, interchange_id as interchange from claim_attempt',
  interchanges: 'select id, interchange_control_number as number, file_name as name from interchange',
  deliveries: 'select interchange_id as id, state from delivery',
  payments: `select claim_id as id, count(*)::int as count from journal_entry
    where kind in ('claim-payment', 'reposting') group by 1`,
  charges: `select claim_id as id, count(*)::int as count from journal_entry where kind = 'charge' group by 1`,
  remittances: `select state, sum(paid_cents)::bigint as cents, count(*)::int as count from remittance group by 1`,
  unbalanced: 'select entry_id from posting group by entry_id having sum(amount_cents) <> 0',
  totals: `select coalesce(sum(amount_cents), 0)::bigint as cents,
    coalesce(sum(amount_cents) filter (where account = 'payer-payments-in-transit'), 0)::bigint as transit from posting`,
  deadJobs: `select kind, failure_code as code from job where state = 'dead'`,
  quarantined: `select reason_code as code from received_file where state = 'quarantined'`,
  unread: `select sha256 from received_file where state = 'archived'`,
  open: `select claim_id as id, headline from claim_status where headline in ${OPEN}`,
};

/** Runs one query as a superuser, past every row-level rule. */
async function rowsOf(client, sql) {
  await client.query('begin; set local search_path to claimgate');
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.query('rollback');
  }
}

async function withClient(connection, work) {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How many claims wait for an answer, and how many deliveries and files are under way. */
export function countUnsettled(connection) {
  const sql = `select (select count(*) from claim_status where headline in ${OPEN})
    + (select count(*) from delivery where state not in ('DELIVERED', 'HELD'))
    + (select count(*) from received_file where state = 'archived') as count`;
  return withClient(connection, async (client) => Number((await rowsOf(client, sql))[0].count));
}

/**
 * Compares what the database says with what the partner took and sent, and with the accounts that were answered as
 * accepted. Gives every fault as a line, and the counts.
 */
export async function audit(connection, { partnerDirectory, answered }) {
  const found = {};
  await withClient(connection, async (client) => {
    for (const [name, sql] of Object.entries(LISTS)) found[name] = await rowsOf(client, sql);
  });
  const taken = notes(partnerDirectory, 'taken.ndjson');
  const sent = notes(partnerDirectory, 'sent.ndjson');
  const lost = [...lostClaims(found, { taken, answered }), ...lostAnswers(found, sent)];
  const repeated = repeatedFiles(found, taken);
  const partial = taken.filter(({ isWhole }) => !isWhole).map(({ name }) => `${name} was taken in part`);
  const posted = doublePosted(found);
  const ledger = ledgerFaults(found, sent);
  const stuck = [
    ...found.deadJobs.map(({ kind, code }) => `a job was given up: ${kind}, ${code}`),
    ...found.quarantined.map(({ code }) => `a file was put in quarantine: ${code}`),
    ...found.unread.map(({ sha256 }) => `a file was never read: ${sha256}`),
    ...found.open.map(({ id, headline }) => `claim ${id} is still ${headline}`),
  ];
  return {
    counts: {
      claims: found.claims.length,
      interchanges: found.interchanges.length,
      taken: taken.length,
      remittances: found.remittances.reduce((sum, { count }) => sum + count, 0),
      lost: lost.length,
      repeated: repeated.length,
      partial: partial.length,
      doublePosted: posted.length,
      ledgerCents: Number(found.totals[0].cents),
    },
    faults: [...lost, ...repeated, ...partial, ...posted, ...ledger, ...stuck],
  };
}

function notes(directory, name) {
  const file = path.join(directory, name);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Answered as accepted and not here; here and in no interchange; in one and not at the partner. */
function lostClaims({ claims, attempts, interchanges, deliveries }, { taken, answered }) {
  const accounts = new Set(claims.map(({ account }) => account));
  const sentOnce = new Set(attempts.map(({ id }) => id));
  const atPartner = new Set(taken.flatMap((file) => (file.isWhole ? file.claims : [])));
  const files = new Set(taken.filter(({ isWhole }) => isWhole).map(({ controlNumber }) => controlNumber));
  return [
    ...[...answered]
      .filter((account) => !accounts.has(account))
      .map((account) => `${account} was accepted and is gone`),
    ...claims.filter(({ id }) => !sentOnce.has(id)).map(({ id }) => `claim ${id} is in no interchange`),
    ...attempts
      .filter(({ number }) => !atPartner.has(number))
      .map(({ number }) => `the partner never got ${number}`),
    ...interchanges
      .filter(({ number }) => !files.has(number))
      .map(({ id }) => `the partner never got interchange ${id}`),
    ...deliveries
      .filter(({ state }) => state !== 'DELIVERED')
      .map(({ id, state }) => `delivery ${id} is ${state}`),
  ];
}

/** What the partner sent as paid must stand in the journal. */
function lostAnswers({ attempts, payments }, sent) {
  const claimOf = new Map(attempts.map(({ id, number }) => [number, id]));
  const paid = new Set(payments.map(({ id }) => id));
  return sent
    .flatMap(({ claims }) => claims)
    .filter((number) => !paid.has(claimOf.get(number)))
    .map((number) => `the payment of ${number} was never posted`);
}

function repeatedFiles({ attempts, interchanges }, taken) {
  const known = new Set(interchanges.map(({ number }) => number));
  return [
    ...repeats(taken.map(({ controlNumber }) => controlNumber)).map(
      (number) => `interchange ${number} was taken twice`,
    ),
    ...repeats(taken.flatMap(({ claims }) => claims)).map((number) => `claim ${number} was sent twice`),
    ...repeats(attempts.map(({ id }) => id)).map((id) => `claim ${id} is in two interchanges`),
    ...taken
      .filter(({ controlNumber }) => !known.has(controlNumber))
      .map(({ name }) => `${name} is not on record`),
  ];
}

function repeats(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([value]) => value);
}

function doublePosted({ payments, charges, claims }) {
  const charged = new Map(charges.map(({ id, count }) => [id, count]));
  return [
    ...payments
      .filter(({ count }) => count > 1)
      .map(({ id, count }) => `claim ${id} was paid ${count} times`),
    ...claims
      .filter(({ id }) => charged.get(id) !== 1)
      .map(({ id }) => `claim ${id} was charged ${charged.get(id) ?? 0} times`),
  ];
}

function ledgerFaults({ unbalanced, totals, remittances }, sent) {
  const sentCents = sent.reduce((sum, { paidCents }) => sum + paidCents, 0);
  const posted = remittances
    .filter(({ state }) => state === 'published')
    .reduce((sum, { cents }) => sum + Number(cents), 0);
  const faults = unbalanced.map(({ entry_id: id }) => `entry ${id} does not balance`);
  if (Number(totals[0].cents) !== 0) faults.push(`the ledger sums to ${totals[0].cents} cents`);
  if (Number(totals[0].transit) !== sentCents) {
    faults.push(`the partner paid ${sentCents} cents, the ledger has ${totals[0].transit}`);
  }
  if (posted !== sentCents) faults.push(`the partner paid ${sentCents} cents, remittances hold ${posted}`);
  return faults;
}
