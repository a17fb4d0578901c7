import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { awaitedAnswerContract } from './store/awaited-answer-contract.ts';
import { circuitContract } from './store/circuit-contract.ts';
import { claimContract } from './store/claim-contract.ts';
import { claimPaymentContract } from './store/claim-payment-contract.ts';
import type { ContractCase, ContractStore } from './store/contract-store.ts';
import { deliveryContract } from './store/delivery-contract.ts';
import { factContract } from './store/fact-contract.ts';
import { fileLeaseContract } from './store/file-lease-contract.ts';
import { interchangeContract } from './store/interchange-contract.ts';
import { isolationContract } from './store/isolation-contract.ts';
import { jobContract } from './store/job-contract.ts';
import { jobLaneContract } from './store/job-lane-contract.ts';
import { ledgerContract } from './store/ledger-contract.ts';
import { matchCandidateContract } from './store/match-candidate-contract.ts';
import { partnerProbeContract } from './store/partner-probe-contract.ts';
import { providerAdjustmentContract } from './store/provider-adjustment-contract.ts';
import { publicationContract } from './store/publication-contract.ts';
import { reassociationContract } from './store/reassociation-contract.ts';
import { receivedFileContract } from './store/received-file-contract.ts';
import { remittanceContract } from './store/remittance-contract.ts';
import { resolutionContract } from './store/resolution-contract.ts';
import { transactionContract } from './store/transaction-contract.ts';
import { workItemContract } from './store/work-item-contract.ts';
import { workerContract } from './store/worker-contract.ts';

/** What every store must hold; run once for each database. */
export function storeContract(name: string, start: () => Promise<ContractStore>): void {
  describe(`the store contract over ${name}`, () => {
    let contractStore: ContractStore;
    let ordinal = 0;
    const test: ContractCase = {
      contractStore: () => contractStore,
      run: (work) => contractStore.store.inTransaction(test.tenantId(), work),
      tenantId: () => `tenant-${ordinal}`,
    };

    beforeAll(async () => {
      contractStore = await start();
    });
    afterAll(() => contractStore.stop());
    beforeEach(() => {
      ordinal++;
    });

    transactionContract(test);
    isolationContract(test);
    claimContract(test);
    matchCandidateContract(test);
    factContract(test);
    interchangeContract(test);
    deliveryContract(test);
    partnerProbeContract(test);
    awaitedAnswerContract(test);
    fileLeaseContract(test);
    receivedFileContract(test);
    remittanceContract(test);
    claimPaymentContract(test);
    providerAdjustmentContract(test);
    reassociationContract(test);
    ledgerContract(test);
    publicationContract(test);
    workItemContract(test);
    resolutionContract(test);
    jobContract(test);
    jobLaneContract(test);
    circuitContract(test);
    workerContract(test);
  });
}
