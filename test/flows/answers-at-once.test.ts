import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { type ClaimPaymentAnswer, claimAcknowledgment } from './support/answers.ts';
import { type FlowBench, openFlowBench } from './support/flow-bench.ts';
import { moneyBench } from './support/money-bench.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('answers at once suite', reason);

const POSTED = {
  charges: -12_000,
  'contractual-adjustments': 2400,
  'patient-receivable:coinsurance': 1600,
};

/** 120.00, of which 80.00 are paid. */
function paid(patientControlNumber: string, payerClaimControlNumber: string): ClaimPaymentAnswer {
  const adjustments = ['CAS*CO*45*24', 'CAS*PR*2*16'];
  return { patientControlNumber, charge: '120', paid: '80', adjustments, payerClaimControlNumber };
}

describe.skipIf(reason !== undefined)('a claim payment that is posted while a 277CA is recorded', () => {
  let server: PostgresServer;
  let bench: FlowBench;
  /** What happens before a transaction commits that tells numbers. */
  let beforeCommit: (() => Promise<unknown>) | undefined;

  beforeAll(async () => {
    server = await startPostgres();
    const real = await openPostgresStore({ databaseUrl: await server.createDatabase() });
    const store: Store = {
      close: () => real.close(),
      inTransaction: (tenantId, work) =>
        real.inTransaction(tenantId, async (transaction) => {
          const { claimPayments } = transaction;
          let isTelling = false;
          const takeTurn: typeof claimPayments.takeTurn = (turn) => {
            isTelling ||= turn === 'beside-others';
            return claimPayments.takeTurn(turn);
          };
          const result = await work({ ...transaction, claimPayments: { ...claimPayments, takeTurn } });
          const pause = isTelling ? beforeCommit : undefined;
          if (isTelling) beforeCommit = undefined;
          await pause?.();
          return result;
        }),
    };
    bench = await openFlowBench({ store });
  });
  afterAll(async () => {
    await bench.stop();
    await server.stop();
  });

  test('finds its claim by the number that is told there', async () => {
    const { tenant, claims, remit, ...books } = await moneyBench(bench, 1);
    const [{ claimId, number } = { claimId: '', number: '' }] = claims;
    let posting: Promise<void> | undefined;
    beforeCommit = () => {
      posting = remit('T1', '20260310', [paid('0', 'P7')]);
      // As long as it would take without waiting for the number.
      return sleep(1000);
    };
    const told = { status: 'A2:20', action: 'WQ', payerClaimControlNumber: 'P7' } as const;
    await tenant.take(claimAcknowledgment({ control: 9 }, 'PR', [{ patientControlNumber: number, ...told }]));
    await posting;
    expect(await books.claimBalances(claimId)).toEqual(POSTED);
    expect(await books.openItems()).toEqual([]);
    expect(await books.headlines()).toEqual(['partly-paid']);
  });

  test('does not wait where it has a claim', async () => {
    const { tenant, claims, remit, ...books } = await moneyBench(bench, 2);
    const [one, other] = claims.map(({ number }) => number);
    beforeCommit = () => remit('T1', '20260310', [paid(other ?? '', 'P8')]);
    const told = { patientControlNumber: one ?? '', status: 'A2:20', action: 'WQ' } as const;
    await tenant.take(claimAcknowledgment({ control: 9 }, 'PR', [told]));
    expect(await books.headlines()).toEqual(['accepted-by-payer', 'partly-paid']);
  });
});
