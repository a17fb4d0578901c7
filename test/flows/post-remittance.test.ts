import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchClaims } from '../../src/flows/batch-claims.ts';
import type { Store } from '../../src/ports/store.ts';
import { type ClaimPaymentAnswer, claimAcknowledgment } from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, openFlowBench } from './support/flow-bench.ts';
import { booksOf, type MoneyBench, moneyBench, remittanceOf } from './support/money-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

/** 120.00, of which 80.00 are paid. */
function paid(patientControlNumber: string, changes: Partial<ClaimPaymentAnswer> = {}): ClaimPaymentAnswer {
  return {
    patientControlNumber,
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'],
    ...changes,
  };
}

function reversed(patientControlNumber: string): ClaimPaymentAnswer {
  return paid(patientControlNumber, {
    status: '22',
    charge: '-120',
    paid: '-80',
    adjustments: ['CAS*CO*45*-24', 'CAS*PR*2*-16'],
  });
}

/** 120.00, of which 90.00 are paid. */
function corrected(patientControlNumber: string): ClaimPaymentAnswer {
  return paid(patientControlNumber, { paid: '90', adjustments: ['CAS*CO*45*20', 'CAS*PR*2*10'] });
}

const FIRST = {
  charges: -12_000,
  'contractual-adjustments': 2400,
  'patient-receivable:coinsurance': 1600,
};
const CORRECTION = {
  charges: -12_000,
  'contractual-adjustments': 2000,
  'patient-receivable:coinsurance': 1000,
};

async function withOneClaim(): Promise<MoneyBench & { readonly number: string; readonly claimId: string }> {
  const money = await moneyBench(bench, 1);
  return { ...money, number: money.claims[0]?.number ?? '', claimId: money.claims[0]?.claimId ?? '' };
}

describe('a published remittance', () => {
  test('keeps its claim payments, and of each how it was matched or what is proposed', async () => {
    const { tenant, remit, number, claimId } = await withOneClaim();
    await remit('T1', '20260310', [paid(number), paid('NOTOURS', { payerClaimControlNumber: 'P2' })]);
    const [remittance] = await bench.store.inTransaction(tenant.tenantId, ({ remittances }) =>
      remittances.lookUp('T1'),
    );
    const payments = await bench.store.inTransaction(tenant.tenantId, ({ claimPayments }) =>
      claimPayments.ofRemittance(remittance?.id ?? ''),
    );
    expect(payments).toMatchObject([
      {
        ordinal: 1,
        effectiveDate: '2026-03-10',
        payment: { patientControlNumber: number, paidCents: 8000 },
        match: { number: 1, disposition: 'match', claimId, tier: 1, evidence: { payer: 'agrees' } },
      },
      {
        ordinal: 2,
        match: {
          disposition: 'none',
          reason: 'no-claim',
          tier: 4,
          decidedBy: 'rule',
          evidence: { proposals: [{ claimId, tier: 4 }] },
        },
      },
    ]);
  });
});

describe('a correction that comes before its reversal', () => {
  test('waits in unapplied payments and is no decision; the reversal puts it into the books', async () => {
    const { remit, number, claimId, ...books } = await withOneClaim();
    await remit('T1', '20260310', [paid(number)]);
    await remit('T3', '20260320', [corrected(number)]);
    expect(await books.claimBalances(claimId)).toEqual(FIRST);
    expect(await books.balances()).toMatchObject({ 'unapplied-payments': -9000 });
    expect(await books.openItems()).toEqual(['posting-exception correction-without-reversal 9000']);
    await remit('T2', '20260320', [reversed(number)], {
      segment: 'PLB*1999999984*20261231*FB:T2*-80',
      amount: -80,
    });
    expect(await books.claimBalances(claimId)).toEqual(CORRECTION);
    expect(await books.balances()).not.toHaveProperty('unapplied-payments');
    expect(await books.openItems()).toEqual([]);
    expect(await books.headlines()).toEqual(['partly-paid']);
    expect(await books.publications()).toEqual([
      'charges',
      'remittance',
      'remittance',
      'remittance',
      'reposting',
    ]);
  });
});

describe('a reversal that comes before its original', () => {
  test('waits in unapplied payments and is no decision; the original cancels it', async () => {
    const { remit, number, claimId, ...books } = await withOneClaim();
    const carried = { segment: 'PLB*1999999984*20261231*FB:T2*-80', amount: -80 };
    await remit('T2', '20260320', [reversed(number)], carried);
    expect(await books.headlines()).toEqual(['batched']);
    expect(await books.openItems()).toEqual(['posting-exception reversal-no-original 8000']);
    await remit('T1', '20260310', [paid(number)]);
    expect(await books.claimBalances(claimId)).toEqual({
      charges: -12_000,
      'insurance-receivable:primary': 12_000,
    });
    expect(await books.openItems()).toEqual([]);
    expect(await books.headlines()).toEqual(['reversed']);
  });
});

describe('money that a payer takes back', () => {
  test('is an exception until a reversal explains it, in whatever remittance', async () => {
    const { remit, number, openItems } = await withOneClaim();
    await remit('T1', '20260310', [paid(number, { payerClaimControlNumber: 'P7' })]);
    const taken = { segment: 'PLB*1999999984*20261231*WO:P7*80', amount: 80 };
    await remit('T2', '20260317', [paid('NOTOURS', { payerClaimControlNumber: 'P8' })], taken);
    expect(await openItems()).toContain('provider-adjustment plb-unlinked WO 8000');
    const carried = { segment: 'PLB*1999999984*20261231*FB:T3*-80', amount: -80 };
    await remit('T3', '20260320', [{ ...reversed(number), payerClaimControlNumber: 'P7' }], carried);
    expect(await openItems()).toEqual(['unmatched-claim-payment no-claim 8000']);
  });
});

describe('a claim payment without a claim', () => {
  test('is posted when its claim is sent', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1')]);
    const [claim] = await tenant.claims();
    const { claimBalances, openItems, publications } = booksOf(bench, tenant);
    await tenant.take(remittanceOf({ control: 1, trace: 'T1', date: '20260310' }, [paid(`${claim?.id}01`)]));
    expect(await openItems()).toEqual(['unmatched-claim-payment no-claim 8000']);
    await tenant.batch();
    expect(await claimBalances(claim?.id ?? '')).toEqual(FIRST);
    expect(await openItems()).toEqual([]);
    expect((await tenant.claims())[0]?.headline).toBe('partly-paid');
    expect(await publications()).toEqual(['charges', 'remittance', 'reposting']);
  });

  test('that its claim passed unseen on its way out is posted when a 277CA speaks of the claim', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1')]);
    const [claim] = await tenant.claims();
    const { claimBalances, openItems } = booksOf(bench, tenant);
    const number = `${claim?.id}01`;
    await tenant.take(remittanceOf({ control: 1, trace: 'T1', date: '20260310' }, [paid(number)]));
    // Both transactions were under way, and neither saw what the other wrote.
    const store: Store = {
      close: () => bench.store.close(),
      inTransaction: (tenantId, work) =>
        bench.store.inTransaction(tenantId, (transaction) =>
          work({
            ...transaction,
            claimPayments: { ...transaction.claimPayments, hasUnmatched: async () => false },
          }),
        ),
    };
    await batchClaims({ ...tenant.dependencies, store }, tenant.tenantId, tenant.profile.id);
    expect(await openItems()).toEqual(['unmatched-claim-payment no-claim 8000']);
    const told = { patientControlNumber: number, status: 'A1:19', action: 'WQ' } as const;
    await tenant.take(claimAcknowledgment({ control: 9 }, 'AY', [told]));
    expect(await claimBalances(claim?.id ?? '')).toEqual(FIRST);
    expect(await openItems()).toEqual([]);
  });

  test('is posted when a 277CA tells the payer’s number that it knows the claim by', async () => {
    const { tenant, remit, number, claimId, ...books } = await withOneClaim();
    const byPayerNumber = paid('0', { payerClaimControlNumber: 'P7' });
    await remit('T1', '20260310', [byPayerNumber]);
    expect(await books.headlines()).toEqual(['batched']);
    const told = { status: 'A2:20', action: 'WQ', payerClaimControlNumber: 'P7' } as const;
    await tenant.take(claimAcknowledgment({ control: 9 }, 'PR', [{ patientControlNumber: number, ...told }]));
    expect(await books.claimBalances(claimId)).toEqual(FIRST);
    expect(await books.headlines()).toEqual(['partly-paid']);
    expect(await books.openItems()).toEqual([]);
  });

  test('is posted when another remittance tells the payer’s number, and takes the decision there back', async () => {
    const { remit, number, claimId, ...books } = await withOneClaim();
    const byPayerNumber = { ...reversed('0'), payerClaimControlNumber: 'P7' };
    const carried = { segment: 'PLB*1999999984*20261231*FB:T2*-80', amount: -80 };
    await remit('T2', '20260320', [byPayerNumber], carried);
    await remit('T1', '20260310', [paid(number, { payerClaimControlNumber: 'P7' })]);
    expect(await books.claimBalances(claimId)).toEqual({
      charges: -12_000,
      'insurance-receivable:primary': 12_000,
    });
    expect(await books.headlines()).toEqual(['reversed']);
    expect(await books.openItems()).toEqual([]);
  });

  test('waits for another reason once a claim has its number and another charge', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1')]);
    const [claim] = await tenant.claims();
    const short = paid(`${claim?.id}01`, { charge: '110', adjustments: ['CAS*CO*45*14', 'CAS*PR*2*16'] });
    await tenant.take(remittanceOf({ control: 1, trace: 'T1', date: '20260310' }, [short]));
    const { openItems } = booksOf(bench, tenant);
    expect(await openItems()).toEqual(['unmatched-claim-payment no-claim 8000']);
    await tenant.batch();
    expect(await openItems()).toEqual(['unmatched-claim-payment charge-mismatch 8000']);
  });
});
