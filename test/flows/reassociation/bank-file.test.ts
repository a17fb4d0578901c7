import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/base/time.ts';
import { findUnpairedPayments } from '../../../src/flows/reassociation/find-unpaired-payments.ts';
import { day } from '../../domain/support/claims.ts';
import { type EntryOfFile, nachaFile, nachaRecords, trn } from '../../support/nacha-file.ts';
import { remittanceAdvice } from '../support/answers.ts';
import { type FlowBench, openFlowBench, type TenantBench } from '../support/flow-bench.ts';
import { booksOf } from '../support/money-bench.ts';

const EFT = { since: day('2026-03-01'), businessDays: 3 };

let bench: FlowBench;
beforeAll(async () => {
  bench = await openFlowBench({ eft: EFT });
});
afterAll(() => bench.stop());

/** An 835 of one payment to nobody's claim, on Tuesday 2026-03-10. */
function remittance(control: number, trace: string, amount = '100'): Uint8Array {
  const claims = [{ patientControlNumber: 'NOBODY', charge: amount, paid: amount, adjustments: [] }];
  return remittanceAdvice({ control }, { amount, trace }, claims);
}

function bankFile(...entries: readonly EntryOfFile[]): Uint8Array {
  return nachaFile(entries);
}

const PAID: EntryOfFile = { amountCents: 10_000, paymentRelated: trn('E1') };

/** Open items about payments at the bank. */
async function openItems(tenant: TenantBench): Promise<readonly string[]> {
  const items = await booksOf(bench, tenant).openItems();
  return items.filter((item) => item.startsWith('reassociation')).map((item) => item.slice(14));
}

async function lookOn(tenant: TenantBench, date: string): Promise<number> {
  const clock = { now: () => instantOf(new Date(`${date}T12:00:00Z`)) };
  return await findUnpairedPayments({ store: bench.store, clock, eft: EFT }, tenant.tenantId);
}

describe('a file of a bank', () => {
  test('is applied by its content, whoever sends it, and posts nothing', async () => {
    const tenant = bench.tenant();
    expect(await tenant.take(bankFile(PAID))).toEqual({ outcome: 'applied', contents: ['NACHA'] });
    expect(await booksOf(bench, tenant).balances()).toEqual({});
    expect(await openItems(tenant)).toEqual([]);
  });

  test('counts whole or not at all', async () => {
    const tenant = bench.tenant();
    const records = nachaRecords([PAID, { ...PAID, paymentRelated: trn('E2') }]);
    const cut = new TextEncoder().encode(records.slice(0, 6).join('\r\n'));
    expect(await tenant.take(cut)).toEqual({ outcome: 'quarantined', reasonCode: 'nacha.cut' });
    const torn = cut.subarray(0, 400);
    expect(await tenant.take(torn)).toEqual({ outcome: 'quarantined', reasonCode: 'nacha.cut' });
    const wrong = new TextEncoder().encode(records.join('').replace('0000010000', '0000010001'));
    expect(await tenant.take(wrong)).toEqual({ outcome: 'quarantined', reasonCode: 'nacha.total-differs' });
    const kept = await bench.store.inTransaction(tenant.tenantId, ({ reassociation }) =>
      reassociation.paymentsByTraceNumbers(['E1', 'E2']),
    );
    expect(kept).toEqual([]);
    expect(await booksOf(bench, tenant).openItems()).toEqual([
      'file-quarantined nacha.cut 0',
      'file-quarantined nacha.cut 0',
      'file-quarantined nacha.total-differs 0',
    ]);
  });

  test('may have more payments than are held in memory together', async () => {
    const tenant = bench.tenant();
    const entries = Array.from({ length: 2500 }, (_, index) => ({
      amountCents: 100 + index,
      paymentRelated: trn(`M${index}`),
    }));
    await tenant.take(bankFile(...entries));
    const payments = await bench.store.inTransaction(tenant.tenantId, ({ reassociation }) =>
      reassociation.paymentsByTraceNumbers(entries.map((_, index) => `M${index}`)),
    );
    expect(payments).toHaveLength(2500);
    expect(await lookOn(tenant, '2026-03-14')).toBe(2500);
    expect((await openItems(tenant)).every((item) => item.startsWith('remittance-missing'))).toBe(true);
  });

  test('without addenda, or with a debit, is told at once', async () => {
    const tenant = bench.tenant();
    await tenant.take(
      bankFile(
        { amountCents: 700 },
        { ...PAID, transactionCode: '27' },
        { amountCents: 1, description: 'RENT' },
      ),
    );
    expect(await openItems(tenant)).toEqual(['eft-taken-back 10000', 'eft-trace-missing 700']);
  });
});

describe('a remittance and its payment', () => {
  const files = {
    bank: bankFile(PAID),
    'bank with less': bankFile({ ...PAID, amountCents: 9000 }),
    'bank again': bankFile({ amountCents: 10_000, paymentRelated: trn('E1'), date: '260311' }),
    remittance: remittance(1, 'E1'),
  };
  type Name = keyof typeof files;

  test.each<readonly [readonly Name[], readonly string[]]>([
    [['remittance', 'bank'], []],
    [['remittance', 'bank with less'], ['eft-amount-differs 1000']],
    [['remittance', 'bank', 'bank again'], ['eft-duplicate 10000']],
    [['remittance', 'bank', 'bank with less'], ['eft-duplicate 9000']],
  ])('%j leave %j, in any order and looked at at any time', async (names, expected) => {
    for (const order of permutations(names)) {
      for (const isLookedAt of [false, true]) {
        const tenant = bench.tenant();
        for (const name of order) {
          await tenant.take(files[name]);
          if (isLookedAt) await lookOn(tenant, '2026-03-31');
        }
        expect(await openItems(tenant), order.join(', ')).toEqual(expected);
      }
    }
  });

  test('are missed when their term is over, and no more once they have come', async () => {
    const tenant = bench.tenant();
    await tenant.take(remittance(1, 'R1'));
    await tenant.take(bankFile({ ...PAID, paymentRelated: trn('B1') }));
    expect(await lookOn(tenant, '2026-03-13')).toBe(0);
    expect(await openItems(tenant)).toEqual([]);
    expect(await lookOn(tenant, '2026-03-14')).toBe(2);
    expect(await openItems(tenant)).toEqual(['eft-missing 10000', 'remittance-missing 10000']);
    // Nothing is looked at twice.
    expect(await lookOn(tenant, '2026-03-15')).toBe(0);
    await tenant.take(bankFile({ ...PAID, paymentRelated: trn('R1') }));
    await tenant.take(remittance(2, 'B1'));
    expect(await openItems(tenant)).toEqual([]);
    const closed = await bench.store.inTransaction(tenant.tenantId, ({ workItems }) =>
      workItems.list({ isClosed: true, kinds: ['reassociation'], limit: 9 }),
    );
    expect(closed.map(({ closedAs }) => closedAs)).toEqual(['settled', 'settled']);
  });

  test('keep cash in transit at BPR02, whatever the bank pays', async () => {
    const tenant = bench.tenant();
    await tenant.take(files['bank with less']);
    await tenant.take(files.remittance);
    expect(await booksOf(bench, tenant).balances()).toEqual({
      'payer-payments-in-transit': 10_000,
      'unapplied-payments': -10_000,
    });
  });

  test('find each other where the remittance is held', async () => {
    const tenant = bench.tenant();
    await tenant.take(bankFile(PAID));
    await lookOn(tenant, '2026-03-31');
    const claims = [{ patientControlNumber: 'NOBODY', charge: '100', paid: '90', adjustments: [] }];
    await tenant.take(remittanceAdvice({ control: 1 }, { amount: '100', trace: 'E1' }, claims));
    expect(await booksOf(bench, tenant).openItems()).toEqual([
      'remittance-held out-of-balance-transaction out-of-balance-claim out-of-balance-line 1000',
    ]);
  });

  test('are not expected where no bank reports', async () => {
    const tenant = bench.tenant();
    await tenant.take(remittance(1, 'R1'));
    const clock = { now: () => instantOf(new Date('2027-01-01T12:00:00Z')) };
    expect(await findUnpairedPayments({ store: bench.store, clock }, tenant.tenantId)).toBe(0);
    expect(await openItems(tenant)).toEqual([]);
  });
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

test('a bank with nothing but a mailbox sends nothing but NACHA files', async () => {
  const bank = bench.tenant().ofBank();
  expect(await bank.take(remittance(1, 'E1'))).toEqual({
    outcome: 'quarantined',
    reasonCode: 'file.not-nacha',
  });
  expect(await bank.take(bankFile(PAID))).toEqual({ outcome: 'applied', contents: ['NACHA'] });
});
