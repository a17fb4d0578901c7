import { describe, expect, test } from 'vitest';
import type { PartnerProbe } from '../../../src/ports/partner-probe.ts';
import type { ContractCase } from './contract-store.ts';

export const PROBE: PartnerProbe = {
  partnerId: 'p1',
  mode: 'plain-rename',
  capabilities: {
    exclusiveCreate: 'yes',
    rename: 'yes',
    posixRename: 'no',
    fsync: 'no',
    readBack: 'yes',
    sameFileSystem: 'unknown',
    temporaryApart: 'yes',
  },
};

export function partnerProbeContract({ run }: ContractCase): void {
  describe('partner probes', () => {
    test('are kept one a partner, the last in the place of the one before', async () => {
      await run(async ({ partnerProbes }) => {
        expect(await partnerProbes.get('p1')).toBeUndefined();
        await partnerProbes.save(PROBE);
        const saved = await partnerProbes.get('p1');
        expect(saved).toEqual({ ...PROBE, probedAt: saved?.probedAt });
        const later: PartnerProbe = {
          ...PROBE,
          mode: 'posix-rename',
          capabilities: { ...PROBE.capabilities, posixRename: 'yes' },
        };
        await partnerProbes.save(later);
        expect(await partnerProbes.get('p1')).toMatchObject(later);
        expect(await partnerProbes.get('p2')).toBeUndefined();
      });
    });
  });
}
