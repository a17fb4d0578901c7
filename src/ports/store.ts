import type { AwaitedAnswerReader, AwaitedAnswerWriter } from './awaited-answers.ts';
import type { ClaimPaymentReader, ClaimPaymentWriter } from './claim-payment-store.ts';
import type { ClaimReader, ClaimWriter, FactReader, FactWriter } from './claim-store.ts';
import type {
  DeliveryReader,
  DeliveryWriter,
  InterchangeReader,
  InterchangeWriter,
  ReceivedFileReader,
  ReceivedFileWriter,
} from './exchange-store.ts';
import type { FileLeases } from './file-leases.ts';
import type { JobQueue } from './jobs.ts';
import type { LedgerReader, LedgerWriter } from './ledger-store.ts';
import type { PartnerProbeReader, PartnerProbeWriter } from './partner-probe.ts';
import type { ProviderAdjustmentReader, ProviderAdjustmentWriter } from './provider-adjustment-store.ts';
import type { ReassociationReader, ReassociationWriter } from './reassociation-store.ts';
import type { RemittanceReader, RemittanceWriter } from './remittance-store.ts';
import type { ResolutionReader, ResolutionWriter } from './resolution-store.ts';
import type { WorkItemReader, WorkItemWriter } from './work-item-store.ts';
import type { CircuitStore, Installation, WorkerRegistry } from './workers.ts';

/** Everything one tenant may see and change, inside one database transaction. */
export interface StoreTransaction {
  readonly claims: ClaimReader & ClaimWriter;
  readonly facts: FactReader & FactWriter;
  readonly interchanges: InterchangeReader & InterchangeWriter;
  readonly deliveries: DeliveryReader & DeliveryWriter;
  readonly partnerProbes: PartnerProbeReader & PartnerProbeWriter;
  readonly awaitedAnswers: AwaitedAnswerReader & AwaitedAnswerWriter;
  readonly fileLeases: FileLeases;
  readonly files: ReceivedFileReader & ReceivedFileWriter;
  readonly remittances: RemittanceReader & RemittanceWriter;
  readonly claimPayments: ClaimPaymentReader & ClaimPaymentWriter;
  readonly providerAdjustments: ProviderAdjustmentReader & ProviderAdjustmentWriter;
  readonly reassociation: ReassociationReader & ReassociationWriter;
  readonly ledger: LedgerReader & LedgerWriter;
  readonly workItems: WorkItemReader & WorkItemWriter;
  readonly resolutions: ResolutionReader & ResolutionWriter;
  readonly jobs: JobQueue;
  readonly circuits: CircuitStore;
  readonly workers: WorkerRegistry;
  readonly installation: Installation;
}

export interface Store {
  /**
   * Runs `work` in one transaction as the tenant; commits when it resolves, rolls back when it throws.
   * Serialization failures and deadlocks are retried, so `work` may run more than once and does nothing
   * but read and write the store (and the archive, which is write-once).
   */
  inTransaction<T>(tenantId: string, work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
