// The claims that the remittance of the posting benchmark pays: sent, acknowledged and waiting, as the gateway leaves
// them. Each follows from its place in the row by whole numbers, once here for the remittance and once in SQL for the
// database, which makes millions of them faster than anybody could send them there.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from './built-core.mjs';

export const TENANT = 'bench';
export const PARTNER = 'example-clearinghouse';

const PRACTICE = new URL('../../samples/claims/practice.ndjson', import.meta.url);
const PROCEDURES = ['99212', '99213', '99214', '87880', '36415', '85025', '93000', '71046'];
const CLAIMS_PER_INTERCHANGE = 5000;
/** A hash of anything, where only its shape counts. */
const SOME_SHA256 = '0'.repeat(64);

/** `{ id, number, payerNumber, memberId, day, chargeCents, lines: [{ procedure, chargeCents }] }`, counted from 0. */
export function claimAt(index) {
  const id = createHash('md5').update(`bench${index}`).digest('hex').slice(0, 13).toUpperCase();
  const lines = Array.from({ length: 1 + (index % 4) }, (_, line) => ({
    procedure: PROCEDURES[(index + line + 1) % 8],
    chargeCents: 2000 + ((index * 7919 + (line + 1) * 10_473) % 30_000),
  }));
  return {
    id,
    number: `${id}01`,
    payerNumber: `PCCN${String(index).padStart(8, '0')}`,
    memberId: `CGM${String(index).padStart(8, '0')}`,
    day: `202503${String(1 + (index % 28)).padStart(2, '0')}`,
    chargeCents: lines.reduce((sum, line) => sum + line.chargeCents, 0),
    lines,
  };
}

/** The same claims as a table, with the lines as the claim's JSON has them. */
const MADE = `
  create temporary table made as
  select claim.*, lines.*, id || '01' as number, 'PCCN' || lpad(index::text, 8, '0') as payer_number,
    'I' || lpad((index / ${CLAIMS_PER_INTERCHANGE})::text, 12, '0') as interchange_id
  from (
    select index, upper(substr(md5('bench' || index), 1, 13)) as id, date '2025-03-01' + index % 28 as day,
      claim as model, status
    from model, generate_series(0, claim_count - 1) as index
  ) as claim, lateral (
    select sum(cents) as charge_cents, jsonb_agg(model #> '{lines,0}' || jsonb_build_object(
      'number', line, 'chargeCents', cents, 'serviceDate', day,
      'procedure', jsonb_build_object('qualifier', 'HC', 'code', procedure, 'modifiers', '[]'::jsonb)
    ) order by line) as lines
    from (
      select line, 2000 + (index::bigint * 7919 + line * 10473) % 30000 as cents,
        ('{${PROCEDURES.join(',')}}'::text[])[(index + line) % 8 + 1] as procedure
      from generate_series(1, 1 + index % 4) as line
    ) as each_line
  ) as lines`;

const STATEMENTS = [
  `insert into claimgate.interchange (id, partner_id, interchange_control_number, group_control_number,
     archive_sha256, size_bytes, file_name, claim_count, charge_cents)
   select interchange_id, '${PARTNER}', right(interchange_id, 9), right(interchange_id, 9),
     '${SOME_SHA256}', 0, interchange_id, count(*), sum(charge_cents)
   from made group by interchange_id`,
  `insert into claimgate.claim (id, key, content_sha256, archive_sha256, partner_id, account_number, payer_name,
     service_date, charge_cents, claim)
   select id, 'BENCH-' || index, '${SOME_SHA256}', '${SOME_SHA256}', '${PARTNER}', 'BENCH-' || index,
     model #>> '{payer,name}', day, charge_cents,
     model || jsonb_build_object('accountNumber', 'BENCH-' || index, 'chargeCents', charge_cents, 'lines', lines,
       'subscriber', model -> 'subscriber' || jsonb_build_object('memberId', 'CGM' || lpad(index::text, 8, '0')))
   from made order by index`,
  `insert into claimgate.claim_status (claim_id, sequence, partner_id, charge_cents, headline, status)
   select id, sequence, '${PARTNER}', claim.charge_cents, status ->> 'headline',
     status || jsonb_build_object('patientControlNumber', number, 'payerClaimControlNumber', payer_number)
   from made join claimgate.claim using (id) order by index`,
  `insert into claimgate.claim_attempt (claim_id, number, patient_control_number, interchange_id, set_control_number)
   select id, 1, number, interchange_id, '0001' from made order by index`,
  `insert into claimgate.fact (id, subject_kind, subject_id, version, body)
   select kind || ':' || id, 'claim', id, 1, jsonb_build_object('kind', kind) || case kind
     when 'claim.batched' then jsonb_build_object('attempt', 1, 'patientControlNumber', number,
       'interchangeId', interchange_id, 'setControlNumber', '0001')
     when 'claim.front-end-status' then jsonb_build_object('from', 'payer', 'outcome', 'accepted',
       'statuses', '[{"category":"A2","status":"20"}]'::jsonb, 'payerClaimControlNumber', payer_number,
       'patientControlNumber', number)
     else '{}' end
   from made,
     unnest('{claim.accepted,claim.batched,claim.front-end-status}'::text[]) with ordinality as told(kind, step)
   order by interchange_id, step, index`,
  `insert into claimgate.fact (id, subject_kind, subject_id, version, body)
   select kind || ':' || id, 'interchange', id, 1, case kind
     when 'interchange.delivered' then '{"kind":"interchange.delivered","basis":"observed"}'::jsonb
     else '{"kind":"set.acknowledged","outcome":"accepted","errors":[]}' end
   from claimgate.interchange, unnest('{interchange.delivered,set.acknowledged}'::text[]) as kind`,
];

/** The claim that all are made from, as the gateway knows it, and its status when its payer has taken it. */
async function modelClaim(built) {
  const { readClaim } = await load(built, 'intake/read-claim.js');
  const { foldClaim } = await load(built, 'domain/claim/fold.js');
  const read = readClaim(JSON.parse(readFileSync(PRACTICE, 'utf8').split('\n', 1)[0]));
  const number = { patientControlNumber: 'MODEL' };
  const bodies = [
    { kind: 'claim.batched', attempt: 1, interchangeId: 'MODEL', setControlNumber: '0001', ...number },
    { kind: 'interchange.delivered', basis: 'observed' },
    { kind: 'set.acknowledged', outcome: 'accepted', errors: [] },
    { kind: 'claim.front-end-status', from: 'payer', outcome: 'accepted', statuses: [], ...number },
  ];
  const ofInterchange = (body) => (body.kind.startsWith('claim.') ? {} : { interchangeId: 'MODEL' });
  return {
    claim: read.value,
    status: foldClaim(bodies.map((body) => ({ body, ...ofInterchange(body) }))),
  };
}

/** Puts `count` claims into the database of a superuser's `client`: rows, sendings and facts. */
export async function insertClaims(built, client, count) {
  const { claim, status } = await modelClaim(built);
  await client.query(`set claimgate.tenant = '${TENANT}'`);
  await client.query('create temporary table model (claim_count integer, claim jsonb, status jsonb)');
  const values = [count, JSON.stringify(claim), JSON.stringify(status)];
  await client.query('insert into model values ($1, $2, $3)', values);
  await client.query(MADE);
  for (const statement of STATEMENTS) await client.query(statement);
  await client.query('drop table made, model');
}

/** The payer and the provider that these claims name: of the 835, N1*PR and N1*PE. */
export async function partiesOf(built) {
  const { claim } = await modelClaim(built);
  const { name, npi, taxId } = claim.billingProvider;
  return { payerName: claim.payer.name, payeeName: name.name, npi, taxId: taxId.value };
}

/** Posts the charge of each claim, as accepting them does. */
export async function postCharges(built, store, count) {
  const { chargeEntry } = await load(built, 'domain/ledger/charge-entry.js');
  const { claim } = await modelClaim(built);
  for (let start = 0; start < count; start += CLAIMS_PER_INTERCHANGE) {
    const entries = [];
    for (let index = start; index < Math.min(count, start + CLAIMS_PER_INTERCHANGE); index++) {
      const { id, day, chargeCents } = claimAt(index);
      const serviceDate = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      const lines = [{ ...claim.lines[0], serviceDate }];
      entries.push(chargeEntry({ claimId: id, claim: { ...claim, chargeCents, lines } }));
    }
    await store.inTransaction(TENANT, ({ ledger }) => ledger.append(entries, { kind: 'charges' }));
  }
}
