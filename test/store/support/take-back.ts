/** SQL that undoes each of the later migrations, the newest first. */
const UNDONE: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '0016-claim-status',
    sql: `
      drop trigger append_only on claimgate.claim;
      alter table claimgate.claim add column headline text, add column status jsonb;
      update claimgate.claim set headline = claim_status.headline, status = claim_status.status
        from claimgate.claim_status where claim_status.claim_id = claim.id;
      drop table claimgate.claim_status;
      alter table claimgate.claim alter column headline set not null, alter column status set not null,
        add column stage text not null generated always as (claimgate.claim_stage(headline)) stored,
        set (fillfactor = 50, toast_tuple_target = 1024);
      create index claim_by_stage on claimgate.claim (tenant_id, stage, sequence);
      create index claim_ready on claimgate.claim (tenant_id, partner_id, sequence) where stage = 'ready';
      grant update (headline, status) on claimgate.claim to claimgate_app`,
  },
  {
    name: '0015-entries-as-added',
    sql: 'alter table claimgate.publication drop column entries_hashed_in',
  },
  {
    name: '0014-released-remittances',
    sql: `
      revoke update (state) on claimgate.remittance from claimgate_app;
      drop trigger released on claimgate.remittance;
      drop index claimgate.remittance_published_identity, claimgate.remittance_published_content;
      create unique index remittance_published_identity on claimgate.remittance (tenant_id, identity_sha256)
        where state = 'published';
      create unique index remittance_published_content on claimgate.remittance (tenant_id, content_sha256)
        where state = 'published';
      alter table claimgate.remittance drop constraint remittance_hold,
        add constraint remittance_hold check ((state = 'held') = (hold_code is not null))`,
  },
  {
    name: '0013-bank-payments',
    sql: `
      drop table claimgate.bank_payment;
      drop index claimgate.remittance_to_pair;
      alter table claimgate.remittance drop column payment_method`,
  },
  {
    name: '0012-matching',
    sql: `
      alter table claimgate.claim drop column member_key, drop column original_payer_claim_control_number;
      alter table claimgate.fact drop column payer_claim_control_number`,
  },
  {
    name: '0011-proofs',
    sql: `
      drop index claimgate.remittance_by_trace;
      alter table claimgate.remittance drop constraint remittance_proof, drop column proof_sha256`,
  },
  {
    name: '0010-money',
    sql: `
      alter table claimgate.posting drop constraint posting_account_check, disable trigger append_only;
      update claimgate.posting set account = 'insurance-receivable' where account like 'insurance-receivable:%';
      alter table claimgate.posting enable trigger append_only,
        add constraint posting_account_check check (account is not null);
      alter table claimgate.journal_entry drop column publication_id;
      drop index claimgate.journal_entry_by_payment;
      create index journal_entry_by_remittance on claimgate.journal_entry (tenant_id, remittance_id, sequence);
      drop table claimgate.publication, claimgate.publication_head, claimgate.claim_payment,
        claimgate.claim_payment_match, claimgate.provider_adjustment;
      alter table claimgate.remittance drop column payer_key, drop column payee;
      drop table claimgate.resolution;
      drop index claimgate.work_item_by_remittance;
      revoke update (claim_id) on claimgate.work_item from claimgate_app;
      alter table claimgate.work_item drop constraint work_item_closed_as_check,
        add constraint work_item_closed_as_check check (closed_as = 'answered-late');
      drop sequence claimgate.publication_number`,
  },
  {
    name: '0009-claim-stages',
    sql: `
      drop index claimgate.claim_by_stage, claimgate.claim_ready;
      alter table claimgate.claim drop column stage, reset (fillfactor);
      drop function claimgate.claim_stage;
      create index claim_by_headline on claimgate.claim (tenant_id, headline, sequence);
      create index claim_ready on claimgate.claim (tenant_id, partner_id, sequence) where headline = 'ready'`,
  },
  {
    name: '0008-claim-rows',
    sql: `
      alter table claimgate.claim set (toast_tuple_target = 256);
      drop index claimgate.claim_correction_by_account;
      create index claim_by_account on claimgate.claim (tenant_id, account_number, sequence)`,
  },
  {
    name: '0007-awaited-answers',
    sql: `
      drop table claimgate.awaited_answer;
      alter table claimgate.work_item drop column closed_at, drop column closed_as`,
  },
  {
    name: '0006-queues',
    sql: `
      alter table claimgate.job drop column partner_id, drop column announced_at, drop column failed_at;
      drop index if exists claimgate.job_leased;
      create index job_due on claimgate.job (tenant_id, due_at) where state = 'pending';
      drop table claimgate.partner_circuit, claimgate.worker, claimgate.installation`,
  },
];

/** SQL that makes a database of this release one from before a migration, with the rows that are there. */
export function takeBackTo(migration: string): string {
  return UNDONE.filter(({ name }) => name >= migration)
    .map(({ name, sql }) => `${sql}; delete from claimgate.migration where name = '${name}';`)
    .join('\n');
}
