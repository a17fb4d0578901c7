import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { SourcePlace } from '../domain/exchange/source.ts';
import type { Account } from '../domain/ledger/account.ts';
import type { JournalEntryKind } from '../domain/ledger/journal-entry.ts';
import type { PublicationKind } from '../domain/ledger/publication.ts';
import type { OpenItemFamily } from '../domain/posting/provider-adjustment-account.ts';
import type { BankPayment } from '../domain/reassociation/bank-payment.ts';
import type { BalanceProof } from '../domain/remittance/balance.ts';
import type { ClaimPayment, Remittance } from '../domain/remittance/remittance.ts';
import type { MatchDisposition, NewPaymentMatch } from '../ports/claim-payment-store.ts';
import type { RemittanceState } from '../ports/remittance-store.ts';

/** Grows with each row of the table: the order in which they came. */
type Sequence = GeneratedAlways<number>;

export interface RemittanceTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly identity: string;
  readonly identity_sha256: string;
  readonly content_sha256: string;
  readonly file_sha256: string;
  readonly set_control_number: string;
  readonly payer_name: string;
  readonly payer_key: string | null;
  readonly payee: ColumnType<Remittance['payee'] | null, string, never>;
  readonly trace_number: string;
  readonly payment_date: BusinessDate | null;
  readonly paid_cents: Cents;
  /** BPR04. */
  readonly payment_method: string | null;
  readonly claim_count: number;
  readonly state: RemittanceState;
  readonly hold_code: string | null;
  readonly proof: ColumnType<BalanceProof, string, never>;
  readonly proof_sha256: string | null;
  readonly created_at: Generated<Instant>;
}

export interface ClaimPaymentTable {
  readonly remittance_id: string;
  readonly ordinal: number;
  readonly payer_key: string;
  readonly patient_control_number: string;
  readonly payer_claim_control_number: string | null;
  readonly original_payer_claim_control_number: string | null;
  readonly status_code: string;
  readonly charge_cents: Cents;
  readonly paid_cents: Cents;
  readonly effective_date: BusinessDate;
  readonly payment: ClaimPayment;
}

export interface ClaimPaymentMatchTable {
  readonly remittance_id: string;
  readonly ordinal: number;
  readonly number: number;
  readonly claim_id: string | null;
  readonly disposition: MatchDisposition;
  readonly tier: NewPaymentMatch['tier'] | null;
  readonly evidence: object;
  readonly decided_by: NewPaymentMatch['decidedBy'];
  readonly reason: string | null;
  readonly decided_at: Generated<Instant>;
}

export interface ProviderAdjustmentTable {
  readonly remittance_id: string;
  readonly ordinal: number;
  readonly payer_key: string;
  readonly provider_id: string;
  readonly fiscal_period_end: BusinessDate | null;
  readonly reason_code: string;
  readonly reference: string | null;
  readonly amount_cents: Cents;
  readonly effective_date: BusinessDate;
  readonly place: SourcePlace;
  /** Of the open item that it is part of: all four, or none. */
  readonly payer_origin: string | null;
  readonly family: OpenItemFamily | null;
  readonly item_reference: string | null;
  readonly item_sha256: string | null;
}

export interface BankPaymentTable {
  readonly file_sha256: string;
  readonly ordinal: number;
  readonly direction: BankPayment['direction'];
  readonly amount_cents: Cents;
  readonly effective_date: BusinessDate | null;
  readonly company_name: string;
  readonly entry_trace: string;
  /** TRN02 and TRN03, and the latter normalised: all three, or none. */
  readonly trace_number: string | null;
  readonly originator_id: string | null;
  readonly originator: string | null;
  readonly record_number: number;
  readonly byte_start: number;
  readonly byte_stop: number;
}

export interface PublicationTable {
  readonly id: string;
  readonly sequence: number;
  readonly kind: PublicationKind;
  readonly remittance_id: string | null;
  readonly reason: string | null;
  readonly actor: string | null;
  readonly entry_count: number;
  readonly entries_sha256: string;
  readonly previous_sha256: string;
  readonly sha256: string;
  readonly published_at: Instant;
}

/** The last publication; who holds its row may seal the next one. */
export interface PublicationHeadTable {
  readonly sequence: number;
  readonly sha256: string;
}

export interface JournalEntryTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly kind: JournalEntryKind;
  readonly effective_date: BusinessDate;
  readonly claim_id: string | null;
  readonly remittance_id: string | null;
  readonly claim_payment_ordinal: number | null;
  readonly posting_count: number;
  readonly publication_id: string;
  readonly posted_at: Generated<Instant>;
}

export interface PostingTable {
  readonly entry_id: string;
  readonly ordinal: number;
  readonly account: Account;
  readonly amount_cents: Cents;
}
