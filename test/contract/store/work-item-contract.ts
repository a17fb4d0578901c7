import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type {
  StoredWorkItem,
  WorkItem,
  WorkItemFilter,
  WorkItemScope,
} from '../../../src/ports/work-item-store.ts';
import type { ContractCase } from './contract-store.ts';
import { newRemittance, sha256 } from './store-rows.ts';

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

    test('are listed by kind, open or closed, and found by id', async () => {
      await run(({ workItems }) => workItems.open([denial, held, silence]));
      const kinds = ['denial', 'answer-late'] as const;
      const found = await run(({ workItems }) => workItems.list({ kinds, limit: 9 }));
      expect(found.map(({ id }) => id)).toEqual([silence.id, denial.id]);
      expect(await run(({ workItems }) => workItems.list({ kinds, isClosed: true, limit: 9 }))).toEqual([]);
      const byId = await run(({ workItems }) => workItems.byIds([silence.id, 'none', denial.id]));
      expect(byId).toEqual(found);
    });
  });

  test('work items are found by code, and by the payer of their remittance, by name or identifier', async () => {
    const payerKey = '1900000099|CGPAY1|INVENTED HEALTH';
    await run(async ({ remittances, workItems }) => {
      await remittances.insert(newRemittance('R1', { payerName: 'Invented Health', payerKey }));
      await remittances.insert(newRemittance('R2', { payerKey: '||' }));
      await workItems.open([
        { id: 'denial:R1:1', kind: 'denial', remittanceId: 'R1', codes: ['CO-29', 'CO-50'] },
        { id: 'denial:R2:1', kind: 'denial', remittanceId: 'R2', codes: ['CO-50'] },
      ]);
    });
    const found = async (filter: WorkItemFilter): Promise<string[]> =>
      (await run(({ workItems }) => workItems.list({ ...filter, limit: 9 }))).map(({ id }) => id);
    expect(await found({ code: 'CO-50' })).toEqual(['denial:R1:1', 'denial:R2:1']);
    expect(await found({ code: 'CO-29' })).toEqual(['denial:R1:1']);
    expect(await found({ code: 'CO-5' })).toEqual([]);
    for (const payer of ['invented health', 'cgpay1', '1900000099']) {
      expect(await found({ payer })).toEqual(['denial:R1:1']);
    }
    expect(await found({ payer: 'invented' })).toEqual([]);
    expect(await found({ payer: 'CGPAY1', code: 'CO-29', kinds: ['adjustment-review'] })).toEqual([]);
  });

  describe('work items of remittances', () => {
    const KINDS = ['denial', 'unmatched-claim-payment', 'posting-exception'] as const;
    const item = (id: string, changes: Partial<WorkItem> = {}): WorkItem => ({
      id,
      kind: 'denial',
      claimId: 'A',
      remittanceId: 'R1',
      amountCents: cents(500),
      codes: ['CO-50'],
      ...changes,
    });
    const keep = (items: readonly WorkItem[], scope: Partial<WorkItemScope> = { claimIds: ['A'] }) =>
      run(({ workItems }) => workItems.keep({ kinds: KINDS, ...scope }, items));
    const states = async (): Promise<Record<string, string>> => {
      const all = await run(async ({ workItems }) => [
        ...(await workItems.list({ limit: 99 })),
        ...(await workItems.list({ isClosed: true, limit: 99 })),
      ]);
      return Object.fromEntries(all.map(({ id, closedAs }) => [id, closedAs ?? 'open']));
    };

    test('are kept as they are said to be: opened, corrected, settled, and opened again', async () => {
      await keep([item('one'), item('two')]);
      const [first] = await run(({ workItems }) => workItems.list({ limit: 1 }));
      await keep([item('one', { codes: ['CO-97'], amountCents: cents(7), claimId: 'B' }), item('three')]);
      expect(await states()).toEqual({ one: 'open', two: 'settled', three: 'open' });
      const [corrected] = await run(({ workItems }) => workItems.byIds(['one']));
      expect(corrected).toEqual({ ...first, codes: ['CO-97'], amountCents: 7, claimId: 'B' });
      await keep([item('two')]);
      expect(await states()).toEqual({ one: 'open', two: 'open', three: 'settled' });
      const [, reopened] = await run(({ workItems }) => workItems.byIds(['one', 'two']));
      expect(reopened).not.toHaveProperty('closedAt');
    });

    test('are closed only in the scope: of its kinds, and its own or about its claims or remittances', async () => {
      const items = [
        item('of claim', { remittanceId: 'R2' }),
        item('of remittance', { claimId: 'B' }),
        item('of both'),
        item('of neither', { claimId: 'B', remittanceId: 'R2' }),
        item('named', { claimId: 'B', remittanceId: 'R2' }),
        item('of another kind', { kind: 'remittance-held' }),
      ];
      await run(({ workItems }) => workItems.open(items));
      await keep([], {});
      expect(new Set(Object.values(await states()))).toEqual(new Set(['open']));
      await keep([], { ids: ['named', 'none'], claimIds: ['A', 'none'], remittanceIds: ['R1'] });
      expect(await states()).toEqual({
        'of claim': 'settled',
        'of remittance': 'settled',
        'of both': 'settled',
        'of neither': 'open',
        named: 'settled',
        'of another kind': 'open',
      });
    });

    test('that a person resolved stay so until their codes or amount change', async () => {
      await keep([item('one'), item('two'), item('three')]);
      const resolved = await run(({ workItems }) => workItems.resolve(['one', 'two', 'three', 'none']));
      expect(resolved.toSorted()).toEqual(['one', 'three', 'two']);
      expect(await run(({ workItems }) => workItems.resolve(['one']))).toEqual([]);
      await keep([item('one', { claimId: 'B' })]);
      expect(await states()).toEqual({ one: 'resolved', two: 'resolved', three: 'resolved' });
      await keep([item('one', { amountCents: cents(6) }), item('two', { codes: ['CO-50', 'CO-97'] })]);
      expect(await states()).toEqual({ one: 'open', two: 'open', three: 'resolved' });
    });

    test('that were resolved can be opened again, and no others', async () => {
      await keep([item('one'), item('two')]);
      await keep([item('one')]);
      await run(({ workItems }) => workItems.resolve(['one']));
      expect(await run(({ workItems }) => workItems.reopen(['one', 'two', 'none']))).toEqual(['one']);
      expect(await states()).toEqual({ one: 'open', two: 'settled' });
    });

    test('are kept by the thousand in one call', async () => {
      const items = Array.from({ length: 5500 }, (_, i) => item(`item:${i}`, { claimId: `C${i}` }));
      const claimIds = items.map(({ claimId = '' }) => claimId);
      await keep(items, { claimIds });
      await keep(items.slice(1), { claimIds });
      expect((await states())['item:0']).toBe('settled');
      expect(await run(({ workItems }) => workItems.list({ limit: 9999 }))).toHaveLength(5499);
    });

    test('are of the kinds that are looked after', async () => {
      await expect(keep([item('one', { kind: 'remittance-held' })])).rejects.toThrow('of the kinds');
    });
  });
}
