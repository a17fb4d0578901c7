import { describe, expect, test } from 'vitest';
import type { NewResolution } from '../../../src/ports/resolution-store.ts';
import type { ContractCase } from './contract-store.ts';

/** Why nothing more is done about work item `w`. */
export function resolutionOf(id: string, changes: Partial<NewResolution> = {}): NewResolution {
  return {
    id,
    workItemId: 'w',
    action: 'accept',
    reason: 'the payer confirmed it',
    actor: 'a biller',
    ...changes,
  };
}

export function resolutionContract({ run }: ContractCase): void {
  const record = (...resolutions: NewResolution[]): Promise<void> =>
    run(async ({ workItems, resolutions: store }) => {
      await workItems.open(['w', 'v'].map((id) => ({ id, kind: 'denial', codes: [] })));
      await store.record(resolutions);
    });

  describe('resolutions', () => {
    test('come back whole, by id and by work item, oldest first', async () => {
      const first = resolutionOf('B', { action: 'write-off', publicationId: 'P1' });
      const second = resolutionOf('A', { action: 'undo', undoes: 'B' });
      await record(first);
      await record(second, resolutionOf('C', { workItemId: 'v' }));
      await run(async ({ resolutions }) => {
        const found = await resolutions.ofWorkItems(['w', 'none']);
        expect(found.map(({ resolvedAt: _, ...resolution }) => resolution)).toEqual([first, second]);
        expect(found[0]?.resolvedAt).toMatch(/Z$/);
        expect(await resolutions.byIds(['A', 'B', 'none'])).toEqual(found);
        expect(await resolutions.ofWorkItems([])).toEqual([]);
      });
    });

    test('are taken back once', async () => {
      await record(resolutionOf('A'), resolutionOf('B', { action: 'undo', undoes: 'A' }));
      await expect(record(resolutionOf('C', { action: 'undo', undoes: 'A' }))).rejects.toMatchObject({
        code: 'store.key-exists',
      });
    });

    test.each([
      ['without a reason', { reason: '' }],
      ['by nobody', { actor: '' }],
      ['of no work item', { workItemId: 'none' }],
      ['that takes back none', { undoes: 'none' }],
    ])('%s are refused', async (_, wrong) => {
      await expect(record(resolutionOf('A', wrong))).rejects.toMatchObject({ code: 'store.constraint' });
    });
  });
}
