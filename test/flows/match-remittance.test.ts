import { afterAll, beforeAll, expect, test } from 'vitest';
import { cents } from '../../src/base/money.ts';
import type { MatchDecision } from '../../src/domain/matching/match-decision.ts';
import type { ClaimPayment } from '../../src/domain/remittance/remittance.ts';
import { matchRemittance } from '../../src/flows/match-remittance.ts';
import type { ClaimAttempt } from '../../src/ports/claim-store.ts';
import { day } from '../domain/support/claims.ts';
import { payment } from '../domain/support/matching.ts';
import { remittance } from '../domain/support/remittances.ts';
import { type ClaimPaymentAnswer, claimAcknowledgment, remittanceAdvice } from './support/answers.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

const MARCH_2 = { claimDates: { start: day('2026-03-02') }, chargeCents: cents(12_000) };
const ADA = { name: { kind: 'person', last: 'SAMPLETON', first: 'ADA' }, memberId: 'm-0000001' } as const;

async function matched(tenant: TenantBench, changes: Partial<ClaimPayment>): Promise<MatchDecision> {
  const one = remittance([payment({ ...MARCH_2, patient: ADA, ...changes })]);
  const { decisions } = await bench.store.inTransaction(tenant.tenantId, ({ claims }) =>
    matchRemittance(claims, one),
  );
  const decision = decisions.get(1);
  if (decision === undefined) throw new Error('the payment was to be decided');
  return decision;
}

/** A tenant that sent this many claims, each of the same member, day, charge and procedure; and CLM01 of each. */
async function sent(
  count: number,
): Promise<{ readonly tenant: TenantBench; readonly attempts: readonly ClaimAttempt[] }> {
  const tenant = bench.tenant();
  await tenant.submit(Array.from({ length: count }, (_, index) => claimInput(`A-${index + 1}`)));
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  return { tenant, attempts: await tenant.attempts(interchange?.id ?? '') };
}

async function headlineOf(tenant: TenantBench, claimId: string): Promise<string | undefined> {
  return (await tenant.claims()).find(({ id }) => id === claimId)?.headline;
}

function paid(changes: Partial<ClaimPaymentAnswer>): ClaimPaymentAnswer {
  return {
    patientControlNumber: '0',
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'],
    payerClaimControlNumber: 'P7',
    ...changes,
  };
}

test('a payment is compared with what its numbers name and, where they name nothing, with the member’s claims', async () => {
  const { tenant, attempts } = await sent(1);
  const { claimId = '', patientControlNumber = '' } = attempts[0] ?? {};

  expect(await matched(tenant, { patientControlNumber })).toMatchObject({ isSafe: true, tier: 1, claimId });
  const beginning = `${patientControlNumber.slice(0, 7)}-${patientControlNumber.slice(7, 13)}`.toLowerCase();
  expect(await matched(tenant, { patientControlNumber: beginning })).toMatchObject({
    code: 'no-claim',
    proposals: [{ claimId, tier: 3, evidence: { patientControlNumber: 'beginning', payer: 'differs' } }],
  });
  expect(await matched(tenant, { patientControlNumber: 'NOBODYS' })).toMatchObject({
    code: 'no-claim',
    proposals: [{ claimId, tier: 4, evidence: { member: 'agrees', procedures: 'same' } }],
  });
  const { claimDates: _, ...undated } = payment({ patient: ADA });
  for (const changes of [undated, { patient: { memberId: 'M0000002' } }]) {
    expect(await matched(tenant, { claimDates: {}, ...changes })).toMatchObject({
      tier: 'none',
      proposals: [],
    });
  }
});

test('an 835 that says only the number which the payer gave a claim is posted to it, and taken back', async () => {
  const { tenant, attempts } = await sent(2);
  const { claimId = '', patientControlNumber = '' } = attempts[1] ?? {};
  await tenant.take(
    claimAcknowledgment({ control: 1 }, 'PR', [
      { patientControlNumber, status: 'A2:20', action: 'WQ', payerClaimControlNumber: 'P7' },
    ]),
  );
  await tenant.take(remittanceAdvice({ control: 2 }, { amount: '80', trace: 'T1' }, [paid({})]));
  expect(await headlineOf(tenant, claimId)).toBe('partly-paid');
  const reversal = {
    status: '22',
    charge: '-120',
    paid: '-80',
    adjustments: ['CAS*CO*45*-24', 'CAS*PR*2*-16'],
  };
  const recouped = { amount: '0', trace: 'T2', plb: 'PLB*1999999984*20261231*FB:T2*-80' };
  await tenant.take(remittanceAdvice({ control: 3 }, recouped, [paid(reversal)]));
  expect(await headlineOf(tenant, claimId)).toBe('reversed');
});

test('an 835 that is not sure of its claims leaves their money unapplied and says why', async () => {
  const { tenant, attempts } = await sent(2);
  const { claimId = '', patientControlNumber = '' } = attempts[0] ?? {};
  const short = paid({ patientControlNumber, charge: '110', adjustments: ['CAS*CO*45*14', 'CAS*PR*2*16'] });
  const nobodys = paid({ patientControlNumber: 'NOTOURS' });
  await tenant.take(remittanceAdvice({ control: 1 }, { amount: '160', trace: 'T1' }, [short, nobodys]));
  expect(await headlineOf(tenant, claimId)).toBe('batched');
  const [items, balances] = await bench.store.inTransaction(tenant.tenantId, async (transaction) => [
    await transaction.workItems.list({ limit: 9 }),
    await transaction.ledger.trialBalance(),
  ]);
  // The second is like both claims, though the first payment names one of them.
  expect(items.map(({ codes }) => codes)).toEqual([['charge-mismatch'], ['ambiguous-claim']]);
  expect(balances).toContainEqual(
    expect.objectContaining({ account: 'unapplied-payments', creditCents: -16_000 }),
  );
});
