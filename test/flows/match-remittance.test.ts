import { afterAll, beforeAll, expect, test } from 'vitest';
import { cents } from '../../src/base/money.ts';
import type { MatchDecision } from '../../src/domain/matching/match-decision.ts';
import type { ClaimPayment } from '../../src/domain/remittance/remittance.ts';
import { matchRemittance } from '../../src/flows/match-remittance.ts';
import { day } from '../domain/support/claims.ts';
import { payment } from '../domain/support/matching.ts';
import { remittance } from '../domain/support/remittances.ts';
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
  const paid = remittance([payment({ ...MARCH_2, patient: ADA, ...changes })]);
  const decisions = await bench.store.inTransaction(tenant.tenantId, ({ claims }) =>
    matchRemittance(claims, paid),
  );
  const decision = decisions.get(1);
  if (decision === undefined) throw new Error('the payment was to be decided');
  return decision;
}

test('a payment is compared with what its numbers name and, where they name nothing, with the member’s claims', async () => {
  const tenant = bench.tenant();
  await tenant.submit([claimInput('A-1')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  const [attempt] = await tenant.attempts(interchange?.id ?? '');
  const { claimId = '', patientControlNumber = '' } = attempt ?? {};

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
