import type { Kysely } from 'kysely';
import type { StoreTransaction } from '../ports/store.ts';
import { awaitedAnswerStore } from './awaited-answer-store.ts';
import { circuitStore } from './circuit-store.ts';
import { claimPaymentReader } from './claim-payment-reader.ts';
import { claimPaymentWriter } from './claim-payment-writer.ts';
import { claimReader } from './claim-reader.ts';
import { claimWriter } from './claim-writer.ts';
import type { Database } from './database.ts';
import { deliveryStore } from './delivery-store.ts';
import { factStore } from './fact-store.ts';
import { fileLeaseStore } from './file-lease-store.ts';
import { installationStore } from './installation-store.ts';
import { interchangeStore } from './interchange-store.ts';
import { jobStore } from './job-store.ts';
import { ledgerStore } from './ledger-store.ts';
import { partnerProbeStore } from './partner-probe-store.ts';
import { providerAdjustmentStore } from './provider-adjustment-store.ts';
import type { PublicationChain } from './publication-chain.ts';
import { reassociationStore } from './reassociation-store.ts';
import { receivedFileStore } from './received-file-store.ts';
import { remittanceStore } from './remittance-store.ts';
import { resolutionStore } from './resolution-store.ts';
import { workItemStore } from './work-item-store.ts';
import { workerRegistry } from './worker-registry.ts';

/** All ports over one transaction; what it publishes is left with the chain to be sealed. */
export function storeTransaction(db: Kysely<Database>, chain: PublicationChain): StoreTransaction {
  return {
    claims: { ...claimReader(db), ...claimWriter(db) },
    facts: factStore(db),
    interchanges: interchangeStore(db),
    deliveries: deliveryStore(db),
    partnerProbes: partnerProbeStore(db),
    awaitedAnswers: awaitedAnswerStore(db),
    fileLeases: fileLeaseStore(db),
    files: receivedFileStore(db),
    remittances: remittanceStore(db),
    claimPayments: { ...claimPaymentReader(db), ...claimPaymentWriter(db) },
    providerAdjustments: providerAdjustmentStore(db),
    reassociation: reassociationStore(db),
    ledger: ledgerStore(db, chain),
    workItems: workItemStore(db),
    resolutions: resolutionStore(db),
    jobs: jobStore(db),
    circuits: circuitStore(db),
    workers: workerRegistry(db),
    installation: installationStore(db),
  };
}
