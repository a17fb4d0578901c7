import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { FactBody } from '../domain/claim/fact.ts';
import type { ClaimHeadline, ClaimStatus } from '../domain/claim/status.ts';
import type { AnswerKind } from '../domain/exchange/answer-kind.ts';
import type { DeliveryMode, DeliveryStage } from '../domain/exchange/delivery-protocol.ts';
import type { Source } from '../domain/exchange/source.ts';
import type { WorkItemKind } from '../domain/exchange/work-item-kind.ts';
import type { AwaitedAnswerState } from '../ports/awaited-answers.ts';
import type { DeliveryBasis, ReceivedFileState } from '../ports/exchange-store.ts';
import type { JobKind } from '../ports/jobs.ts';
import type { PartnerCapabilities } from '../ports/partner-probe.ts';
import type { WorkItemClosing } from '../ports/work-item-store.ts';
import type { WorkerReport } from '../ports/workers.ts';
import type {
  BankPaymentTable,
  ClaimPaymentMatchTable,
  ClaimPaymentTable,
  JournalEntryTable,
  PostingTable,
  ProviderAdjustmentTable,
  PublicationHeadTable,
  PublicationTable,
  RemittanceTable,
} from './money-tables.ts';

/** The tables as the migrations leave them; the column `tenant_id` fills itself in and is never named. */
export interface Database {
  readonly claim: ClaimTable;
  readonly claim_status: ClaimStatusTable;
  readonly claim_attempt: ClaimAttemptTable;
  readonly fact: FactTable;
  readonly interchange: InterchangeTable;
  readonly control_number: ControlNumberTable;
  readonly delivery: DeliveryTable;
  readonly partner_probe: PartnerProbeTable;
  readonly awaited_answer: AwaitedAnswerTable;
  readonly received_file: ReceivedFileTable;
  readonly sighting: SightingTable;
  readonly file_lease: FileLeaseTable;
  readonly file_member: FileMemberTable;
  readonly received_interchange: ReceivedInterchangeTable;
  readonly remittance: RemittanceTable;
  readonly claim_payment: ClaimPaymentTable;
  readonly claim_payment_match: ClaimPaymentMatchTable;
  readonly provider_adjustment: ProviderAdjustmentTable;
  readonly bank_payment: BankPaymentTable;
  readonly publication: PublicationTable;
  readonly publication_head: PublicationHeadTable;
  readonly journal_entry: JournalEntryTable;
  readonly posting: PostingTable;
  readonly work_item: WorkItemTable;
  readonly resolution: ResolutionTable;
  readonly job: JobTable;
  readonly partner_circuit: PartnerCircuitTable;
  readonly worker: WorkerTable;
  readonly installation: InstallationTable;
}

/** Grows with each row of the table: the order in which they came. */
type Sequence = GeneratedAlways<number>;

interface ClaimTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly key: string;
  readonly content_sha256: string;
  readonly archive_sha256: string;
  readonly partner_id: string;
  readonly account_number: string;
  readonly payer_name: string;
  readonly service_date: BusinessDate;
  /** The subscriber's number as capitals and digits. */
  readonly member_key: GeneratedAlways<string | null>;
  readonly original_payer_claim_control_number: GeneratedAlways<string | null>;
  readonly charge_cents: Cents;
  readonly claim: ProfessionalClaim;
  readonly created_at: Generated<Instant>;
}

/** What changes of a claim, and what claims of one status are chosen, ordered and summed by. */
interface ClaimStatusTable {
  readonly claim_id: string;
  readonly sequence: number;
  readonly partner_id: string;
  readonly charge_cents: Cents;
  readonly headline: ClaimHeadline;
  readonly status: ClaimStatus;
  /** `ready`, `under-way`, or the headline of a claim that waits for nobody: what indexes hold of it. */
  readonly stage: GeneratedAlways<string>;
}

interface ClaimAttemptTable {
  readonly claim_id: string;
  readonly number: number;
  readonly patient_control_number: string;
  readonly interchange_id: string;
  readonly set_control_number: string;
}

interface FactTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly subject_kind: 'claim' | 'interchange';
  readonly subject_id: string;
  readonly version: number;
  readonly source: Source | null;
  readonly body: FactBody;
  readonly set_control_number: GeneratedAlways<string | null>;
  readonly payer_claim_control_number: GeneratedAlways<string | null>;
  readonly recorded_at: Generated<Instant>;
}

interface InterchangeTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly partner_id: string;
  readonly interchange_control_number: string;
  readonly group_control_number: string;
  readonly archive_sha256: string;
  readonly size_bytes: number;
  readonly file_name: string;
  readonly claim_count: number;
  readonly charge_cents: Cents;
  readonly created_at: Generated<Instant>;
}

interface ControlNumberTable {
  readonly partner_id: string;
  readonly counter: 'interchange' | 'group';
  readonly last_number: number;
}

interface DeliveryTable {
  readonly interchange_id: string;
  readonly sequence: Sequence;
  readonly partner_id: string;
  readonly state: Generated<DeliveryStage>;
  readonly epoch: Generated<number>;
  readonly attempts: Generated<number>;
  readonly commit_attempt: number | null;
  readonly basis: DeliveryBasis | null;
  readonly mode: DeliveryMode | null;
  readonly hold_code: string | null;
  readonly lease_owner: string | null;
  readonly lease_until: Instant | null;
  readonly delivered_at: Instant | null;
}

interface PartnerProbeTable {
  readonly partner_id: string;
  readonly mode: DeliveryMode;
  readonly capabilities: ColumnType<PartnerCapabilities, string, string>;
  readonly probed_at: Generated<Instant>;
}

interface AwaitedAnswerTable {
  readonly interchange_id: string;
  readonly answer: AnswerKind;
  readonly partner_id: string;
  readonly due_at: Instant;
  readonly state: Generated<AwaitedAnswerState>;
}

interface ReceivedFileTable {
  readonly sha256: string;
  readonly sequence: Sequence;
  readonly partner_id: string;
  readonly size_bytes: number;
  readonly state: Generated<ReceivedFileState>;
  readonly contents: Generated<readonly string[]>;
  readonly reason_code: string | null;
  readonly received_at: Generated<Instant>;
}

interface SightingTable {
  readonly partner_id: string;
  readonly remote_path_sha256: string;
  readonly size_bytes: number;
  readonly modified_at_seconds: number;
  readonly remote_path: string;
  readonly sha256: string;
}

interface FileLeaseTable {
  readonly partner_id: string;
  readonly remote_path_sha256: string;
  readonly lease_owner: string;
  readonly lease_until: Instant;
}

interface FileMemberTable {
  readonly container_sha256: string;
  readonly ordinal: number;
  readonly name: string;
  readonly sha256: string;
}

interface ReceivedInterchangeTable {
  readonly partner_id: string;
  readonly sender_id: string;
  readonly receiver_id: string;
  readonly interchange_control_number: string;
  readonly file_sha256: string;
}

interface WorkItemTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly kind: WorkItemKind;
  readonly claim_id: string | null;
  readonly remittance_id: string | null;
  readonly file_sha256: string | null;
  readonly interchange_id: string | null;
  readonly amount_cents: Cents | null;
  readonly codes: readonly string[];
  readonly opened_at: Generated<Instant>;
  readonly closed_at: Instant | null;
  readonly closed_as: WorkItemClosing | null;
}

interface ResolutionTable {
  readonly id: string;
  readonly sequence: Sequence;
  readonly work_item_id: string;
  readonly action: string;
  readonly reason: string;
  readonly actor: string;
  readonly publication_id: string | null;
  readonly undoes: string | null;
  readonly resolved_at: Generated<Instant>;
}

interface JobTable {
  readonly kind: JobKind;
  readonly subject: string;
  readonly state: Generated<'pending' | 'dead'>;
  readonly generation: Generated<number>;
  readonly epoch: Generated<number>;
  readonly attempts: Generated<number>;
  readonly due_at: Instant;
  readonly lease_owner: string | null;
  readonly lease_until: Instant | null;
  readonly failure_code: string | null;
  readonly partner_id: string;
  readonly announced_at: Instant | null;
  readonly failed_at: Instant | null;
}

interface PartnerCircuitTable {
  readonly partner_id: string;
  readonly failures: number;
  readonly failure_code: string;
  readonly failed_at: Generated<Instant>;
  readonly paused_until: Instant | null;
  readonly is_trial: Generated<boolean>;
}

interface WorkerTable {
  readonly owner: string;
  readonly started_at: Generated<Instant>;
  readonly swept_at: Instant;
  readonly sweep_seconds: number;
  readonly wake_ups: WorkerReport['wakeUps'];
}

interface InstallationTable {
  readonly archive_id: string;
}
