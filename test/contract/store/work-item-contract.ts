import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { WorkItem } from '../../../src/ports/money-store.ts';
import type { ContractCase } from './contract-store.ts';
import { sha256 } from './store-rows.ts';

export function workItemContract({ run }: ContractCase): void {
  describe('work items', () => {
    const denial: WorkItem = {
      id: 'denial:R1:1',
      kind: 'denial',
      claimId: 'A',
      remittanceId: 'R1',
      fileSha256: sha256('file'),
      amountCents: cents(12_500),
      codes: ['CO-50', 'PI-"quoted", {braces}'],
    };
    const held: WorkItem = { id: 'delivery-held:I1', kind: 'delivery-held', interchangeId: 'I1', codes: [] };

    test('are opened once and come back whole, oldest first', async () => {
      await run(({ workItems }) => workItems.open([denial]));
      await run(({ workItems }) => workItems.open([held, { ...denial, codes: ['CO-97'] }, held]));
      const listed = await run(({ workItems }) => workItems.list({ limit: 9 }));
      expect(listed.map(({ openedAt: _, ...item }) => item)).toEqual([denial, held]);
      expect(listed[0]?.openedAt).toMatch(/Z$/);
      expect(await run(({ workItems }) => workItems.list({ limit: 1 }))).toEqual(listed.slice(0, 1));
    });

    test('are found for a claim', async () => {
      await run(({ workItems }) => workItems.open([denial, held]));
      const found = await run(({ workItems }) => workItems.forClaim('A'));
      expect(found.map(({ id }) => id)).toEqual([denial.id]);
      expect(await run(({ workItems }) => workItems.forClaim('B'))).toEqual([]);
    });
  });
}
