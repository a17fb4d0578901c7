import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { StoredWorkItem, WorkItem } from '../../../src/ports/work-item-store.ts';
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

    const silence: WorkItem = {
      id: 'answer-late:I1',
      kind: 'answer-late',
      interchangeId: 'I1',
      amountCents: cents(25_000),
      codes: ['999', '277CA'],
    };
    const ofClaim: WorkItem = { ...silence, id: 'answer-late:I1:A', claimId: 'A', codes: ['277CA'] };
    const keep = (...items: WorkItem[]): Promise<void> =>
      run(({ workItems }) => workItems.keepLateAnswers(['I1'], items));
    const listed = (isClosed: boolean): Promise<readonly StoredWorkItem[]> =>
      run(({ workItems }) => workItems.list({ isClosed, limit: 9 }));

    test('about silence are closed by what is no longer missed, and no other item is', async () => {
      const elsewhere = { ...silence, id: 'answer-late:I2', interchangeId: 'I2' };
      await run(({ workItems }) => workItems.open([held, elsewhere]));
      await keep(silence);
      await keep(ofClaim);
      expect((await listed(false)).map(({ id }) => id)).toEqual([elsewhere.id, held.id, ofClaim.id]);
      const closed = await listed(true);
      expect(closed).toMatchObject([{ id: silence.id, closedAs: 'answered-late' }]);
      expect(closed[0]?.closedAt).toMatch(/Z$/);
      await keep();
      expect(await run(({ workItems }) => workItems.forClaim('A'))).toMatchObject([
        { id: ofClaim.id, closedAs: 'answered-late' },
      ]);
    });

    test('about silence say what is missed now, and open again where it is missed again', async () => {
      await keep(silence);
      const [first] = await listed(false);
      await keep({ ...silence, codes: ['277CA'] });
      expect(await listed(false)).toEqual([{ ...first, codes: ['277CA'] }]);
      await keep();
      await keep(silence);
      expect(await listed(false)).toEqual([first]);
      expect(await listed(true)).toEqual([]);
    });
  });
}
