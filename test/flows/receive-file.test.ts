import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClaimPaymentAnswer,
  claimAcknowledgment,
  implementationAcknowledgment,
  remittanceAdvice,
  setInterchange,
  ta1,
} from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

interface Sent {
  readonly tenant: TenantBench;
  readonly interchangeControlNumber: string;
  readonly group: string;
  /** CLM01 of the claims, in the order of their account numbers. */
  readonly numbers: readonly string[];
}

async function sent(count = 1): Promise<Sent> {
  const tenant = bench.tenant();
  await tenant.submit(Array.from({ length: count }, (_, index) => claimInput(`A-${index + 1}`)));
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  const attempts = await tenant.attempts(interchange.id);
  const claims = await tenant.claims();
  const numbers = claims
    .toSorted((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1))
    .map((claim) => attempts.find((attempt) => attempt.claimId === claim.id)?.patientControlNumber ?? '');
  return {
    tenant,
    numbers,
    interchangeControlNumber: interchange.interchangeControlNumber,
    group: interchange.groupControlNumber,
  };
}

async function headlines({ tenant }: Sent): Promise<string[]> {
  const claims = await tenant.claims();
  return claims
    .toSorted((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1))
    .map((claim) => claim.headline);
}

async function balances({ tenant }: Sent): Promise<Record<string, number>> {
  const rows = await bench.store.inTransaction(tenant.tenantId, ({ ledger }) => ledger.trialBalance());
  return Object.fromEntries(
    rows
      .map((row) => [row.account, row.debitCents + row.creditCents] as const)
      .filter(([, balance]) => balance !== 0),
  );
}

async function workItems({ tenant }: Sent): Promise<readonly { kind: string; codes: readonly string[] }[]> {
  return await bench.store.inTransaction(tenant.tenantId, (transaction) =>
    transaction.workItems.list({ limit: 100 }),
  );
}

function paid(patientControlNumber: string, changes: Partial<ClaimPaymentAnswer> = {}): ClaimPaymentAnswer {
  return {
    patientControlNumber,
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'],
    ...changes,
  };
}

describe('a TA1', () => {
  test('accepts the interchange it names', async () => {
    const out = await sent();
    await out.tenant.take(ta1({ control: 1 }, out.interchangeControlNumber));
    expect(await headlines(out)).toEqual(['acknowledged']);
  });

  test('that rejects it rejects every claim in it and opens one work item', async () => {
    const out = await sent(2);
    await out.tenant.take(ta1({ control: 1 }, out.interchangeControlNumber, 'R', '025'));
    expect(await headlines(out)).toEqual(['rejected', 'rejected']);
    expect(await workItems(out)).toMatchObject([{ kind: 'rejection', codes: ['TA1-025'] }]);
  });

  test('that names nothing of ours changes nothing and asks a person', async () => {
    const out = await sent();
    await out.tenant.take(ta1({ control: 1 }, '000000777'));
    expect(await headlines(out)).toEqual(['batched']);
    expect(await workItems(out)).toMatchObject([{ kind: 'unmatched-acknowledgment' }]);
  });
});

describe('a 999', () => {
  test.each([
    ['A', 'acknowledged'],
    ['E', 'acknowledged'],
    ['R', 'rejected'],
  ] as const)('with %s leaves the claims of its set %s', async (verdict, headline) => {
    const out = await sent(2);
    await out.tenant.take(
      implementationAcknowledgment({ control: 1 }, out.group, [{ control: '0001', verdict }]),
    );
    expect(await headlines(out)).toEqual([headline, headline]);
  });
});

describe('a 277CA', () => {
  test('speaks of single claims; the payer outranks the clearinghouse', async () => {
    const out = await sent(3);
    const [one = '', two = '', three = ''] = out.numbers;
    await out.tenant.take(
      claimAcknowledgment({ control: 1 }, 'PR', [
        { patientControlNumber: one, status: 'A2:20', action: 'WQ', payerClaimControlNumber: 'P1' },
        { patientControlNumber: two, status: 'A3:33:IL', action: 'U' },
      ]),
    );
    await out.tenant.take(
      claimAcknowledgment({ control: 2 }, 'AY', [
        { patientControlNumber: one, status: 'A1:19', action: 'WQ' },
        { patientControlNumber: two, status: 'A1:19', action: 'WQ' },
        { patientControlNumber: three, status: 'A7:164:IL', action: 'U' },
      ]),
    );
    expect(await headlines(out)).toEqual(['accepted-by-payer', 'rejected', 'rejected']);
    expect((await workItems(out)).map((item) => item.codes)).toEqual([['A3:33:IL'], ['A7:164:IL']]);
  });
});

describe('an 835', () => {
  test('is balanced and posted: payment, contractual, patient’s share', async () => {
    const out = await sent();
    const file = remittanceAdvice({ control: 1 }, { amount: '80', trace: 'T1' }, [
      paid(out.numbers[0] ?? ''),
    ]);
    expect(await out.tenant.take(file)).toEqual({ outcome: 'applied', contents: ['835'] });
    expect(await headlines(out)).toEqual(['partly-paid']);
    expect(await balances(out)).toEqual({
      charges: -12_000,
      'payer-payments-in-transit': 8000,
      'contractual-adjustments': 2400,
      'patient-receivable:coinsurance': 1600,
    });
  });

  test('posts once whatever name, envelope or delimiters it comes back with', async () => {
    const out = await sent();
    const claims = [paid(out.numbers[0] ?? '')];
    const payment = { amount: '80', trace: 'T1' };
    await out.tenant.take(remittanceAdvice({ control: 1 }, payment, claims));
    const before = await balances(out);
    await out.tenant.take(remittanceAdvice({ control: 1 }, payment, claims), 'renamed');
    await out.tenant.take(remittanceAdvice({ control: 2 }, payment, claims));
    await out.tenant.take(remittanceAdvice({ control: 3, separator: '|' }, payment, claims));
    expect(await balances(out)).toEqual(before);
    expect(await workItems(out)).toEqual([]);
  });

  test.each([
    ['claim', { paid: '80.01' }, '80.01', ['out-of-balance-claim', 'out-of-balance-line']],
    ['transaction', {}, '80.01', ['out-of-balance-transaction']],
    [
      'service line',
      { adjustments: ['CAS*CO*45*24.01', 'CAS*PR*2*16'] },
      '80',
      ['out-of-balance-claim', 'out-of-balance-line'],
    ],
  ])('one cent out at the %s level posts nothing and asks a person', async (_, changes, amount, codes) => {
    const out = await sent();
    const file = remittanceAdvice({ control: 1 }, { amount, trace: 'T1' }, [
      paid(out.numbers[0] ?? '', changes),
    ]);
    await out.tenant.take(file);
    expect(await headlines(out)).toEqual(['batched']);
    expect(await balances(out)).toEqual({ charges: -12_000, 'insurance-receivable:primary': 12_000 });
    expect(await workItems(out)).toMatchObject([{ kind: 'remittance-held', codes, amountCents: 1 }]);
  });

  test('holds a denial open, wherever it stands, and opens a work item', async () => {
    const out = await sent();
    const file = remittanceAdvice({ control: 1 }, { amount: '0', trace: 'T1' }, [
      paid(out.numbers[0] ?? '', { paid: '0', adjustments: ['CAS*CO*50*120'] }),
    ]);
    await out.tenant.take(file);
    expect(await headlines(out)).toEqual(['denied']);
    expect(await balances(out)).toEqual({ charges: -12_000, 'denied-open': 12_000 });
    expect(await workItems(out)).toMatchObject([{ kind: 'denial', codes: ['CO-50'], amountCents: 12_000 }]);
  });

  test('takes a provider-level adjustment out of what is in transit', async () => {
    const out = await sent();
    const payment = { amount: '78.4', trace: 'T1', plb: 'PLB*1999999984*20261231*E3:T1*1.6' };
    await out.tenant.take(remittanceAdvice({ control: 1 }, payment, [paid(out.numbers[0] ?? '')]));
    expect(await balances(out)).toMatchObject({
      'payer-payments-in-transit': 7840,
      withholds: 160,
    });
  });

  test('puts money without a claim of ours into unapplied payments', async () => {
    const out = await sent();
    await out.tenant.take(remittanceAdvice({ control: 1 }, { amount: '80', trace: 'T1' }, [paid('NOTOURS')]));
    expect(await balances(out)).toMatchObject({
      'payer-payments-in-transit': 8000,
      'unapplied-payments': -8000,
    });
    expect(await workItems(out)).toMatchObject([{ kind: 'unmatched-claim-payment' }]);
  });

  test('of the same payment with other content is held, not posted over the first', async () => {
    const out = await sent(2);
    const payment = { amount: '80', trace: 'T1' };
    await out.tenant.take(remittanceAdvice({ control: 1 }, payment, [paid(out.numbers[0] ?? '')]));
    await out.tenant.take(remittanceAdvice({ control: 2 }, payment, [paid(out.numbers[1] ?? '')]));
    expect(await headlines(out)).toEqual(['partly-paid', 'batched']);
    expect(await workItems(out)).toMatchObject([{ codes: ['trn-duplicate'] }]);
  });
});

describe('answers in any order', () => {
  test('and any repetition leave the same status, ledger and work items', async () => {
    async function run(order: readonly number[]): Promise<unknown> {
      const out = await sent(2);
      const [one = '', two = ''] = out.numbers;
      const files = [
        ta1({ control: 1 }, out.interchangeControlNumber),
        implementationAcknowledgment({ control: 2 }, out.group, [{ control: '0001', verdict: 'A' }]),
        claimAcknowledgment({ control: 3 }, 'AY', [
          { patientControlNumber: one, status: 'A1:19', action: 'WQ' },
          { patientControlNumber: two, status: 'A7:164:IL', action: 'U' },
        ]),
        remittanceAdvice({ control: 4 }, { amount: '80', trace: 'T1' }, [paid(one)]),
      ];
      for (const index of order) await out.tenant.take(files[index] as Uint8Array);
      const items = (await workItems(out)).map(({ kind, codes }) => ({ kind, codes }));
      return { headlines: await headlines(out), balances: await balances(out), items };
    }
    const expected = await run([0, 1, 2, 3]);
    expect(expected).toMatchObject({ headlines: ['partly-paid', 'rejected'] });
    for (const order of [
      [3, 2, 1, 0],
      [2, 3, 0, 1],
      [1, 1, 3, 3, 0, 2, 2, 0],
    ]) {
      expect(await run(order), order.join(' ')).toEqual(expected);
    }
  });
});

describe('what cannot be applied', () => {
  test.each([
    ['no X12', () => new TextEncoder().encode('Dear partner,'), 'file.not-x12'],
    ['an empty file', () => new Uint8Array(), 'file.empty'],
    [
      'a production file in a test profile',
      () => ta1({ control: 1, usage: 'P' }, '000000001'),
      'interchange.usage-differs',
    ],
    [
      'a set of another kind',
      () =>
        setInterchange({ control: 1 }, { functional: 'HB', guide: '005010X279A1' }, [
          '271',
          'BHT*0022*11*1*20260303*1200',
        ]),
      'file.set-unknown',
    ],
    ['a file that is cut', () => ta1({ control: 1 }, '000000001').slice(0, -20), 'file.cut'],
  ])('%s goes to quarantine with its reason', async (_, bytes, reasonCode) => {
    const out = await sent();
    expect(await out.tenant.take(bytes())).toEqual({ outcome: 'quarantined', reasonCode });
    expect(await workItems(out)).toMatchObject([{ kind: 'file-quarantined', codes: [reasonCode] }]);
    expect(await headlines(out)).toEqual(['batched']);
  });

  test('the same ISA13 with other bytes is never applied', async () => {
    const out = await sent();
    await out.tenant.take(ta1({ control: 1 }, out.interchangeControlNumber));
    const answer = await out.tenant.take(ta1({ control: 1 }, out.interchangeControlNumber, 'R', '022'));
    expect(answer).toEqual({ outcome: 'quarantined', reasonCode: 'interchange.control-number-reused' });
    expect(await headlines(out)).toEqual(['acknowledged']);
  });
});
