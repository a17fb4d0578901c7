import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allProblems, checkByGuide } from '../edi/support/check-text.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, openFlowBench } from './support/flow-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench({ profile: { limits: { claimsPerSet: 2, claimsPerInterchange: 5 } } });
});
afterAll(() => bench.stop());

const OTHER_PROVIDER = {
  billingProvider: {
    name: { kind: 'organization', name: 'Another Family Practice' },
    npi: '1999990017',
    taxId: { kind: 'ein', value: '900000011' },
    address: { line1: '2 Sample Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
  },
};

describe('batching claims', () => {
  test('writes as many claims into sets and interchanges as the partner takes', async () => {
    const tenant = bench.tenant();
    await tenant.submit(Array.from({ length: 12 }, (_, index) => claimInput(`A-${index}`)));
    expect(await tenant.batch()).toEqual({ interchanges: 3, claims: 12, heldBack: 0 });
    const interchanges = await tenant.interchanges();
    expect(interchanges.map((one) => one.claimCount).toSorted((a, b) => a - b)).toEqual([2, 5, 5]);
    expect(interchanges.map((one) => one.interchangeControlNumber).toSorted()).toEqual([
      '000000001',
      '000000002',
      '000000003',
    ]);
    for (const interchange of interchanges) {
      const text = await tenant.archivedText(interchange.archiveSha256);
      expect(allProblems(checkByGuide(Buffer.from(text, 'latin1')))).toEqual([]);
      expect(text.match(/CLM\*/g)).toHaveLength(interchange.claimCount);
    }
  });

  test('gives each billing provider transaction sets of its own', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1'), claimInput('B-1', OTHER_PROVIDER), claimInput('A-2')]);
    await tenant.batch();
    const [interchange] = await tenant.interchanges();
    const attempts = await tenant.attempts(interchange?.id ?? '');
    expect(attempts.map((attempt) => attempt.setControlNumber).toSorted()).toEqual(['0001', '0001', '0002']);
  });

  test('dates the envelope in the partner’s time zone and numbers every attempt', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1')]);
    await tenant.batch();
    const [interchange] = await tenant.interchanges();
    const text = await tenant.archivedText(interchange?.archiveSha256 ?? '');
    // 17:05 in UTC is 12:05 in New York.
    expect(text).toContain('*260302*1205*^*00501*000000001*');
    const [attempt] = await tenant.attempts(interchange?.id ?? '');
    expect(text).toContain(`CLM*${attempt?.patientControlNumber}*120*`);
    expect(attempt).toMatchObject({ number: 1 });
    expect(attempt?.patientControlNumber).toMatch(/^[0-9A-Z]{13}01$/);
  });

  test('writes nothing when nothing is ready, and repeats nothing', async () => {
    const tenant = bench.tenant();
    expect(await tenant.batch()).toEqual({ interchanges: 0, claims: 0, heldBack: 0 });
    await tenant.submit([claimInput('A-1')]);
    await Promise.all([tenant.batch(), tenant.batch(), tenant.batch()]);
    expect(await tenant.interchanges()).toHaveLength(1);
    expect(await tenant.batch()).toEqual({ interchanges: 0, claims: 0, heldBack: 0 });
  });

  test('moves the status of each claim and asks for the delivery', async () => {
    const tenant = bench.tenant();
    await tenant.submit([claimInput('A-1')]);
    await tenant.batch();
    expect((await tenant.claims()).map((claim) => claim.headline)).toEqual(['batched']);
    const counts = await bench.store.inTransaction(tenant.tenantId, ({ jobs }) => jobs.counts());
    expect(counts).toContainEqual(
      expect.objectContaining({ kind: 'deliver-interchange', state: 'due', count: 1 }),
    );
  });
});
