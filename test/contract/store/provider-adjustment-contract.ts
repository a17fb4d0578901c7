import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { ProviderAdjustmentOnFile } from '../../../src/domain/posting/open-item.ts';
import type { ProviderAdjustment } from '../../../src/domain/remittance/remittance.ts';
import { day } from '../../domain/support/claims.ts';
import { providerAdjustment } from '../../domain/support/remittances.ts';
import type { ContractCase } from './contract-store.ts';
import { newRemittance } from './store-rows.ts';

const PAYER = '1900000099|CGPAY1|CLAIMGATE SAMPLE HEALTH';

/** Adjustment 1 of a remittance, as `plb('R1', '2026-06-20', 'WO', -500, { reference: 'P1' })`. */
export function plb(
  remittanceId: string,
  paidOn: string,
  reasonCode: string,
  amountCents: number,
  changes: Partial<ProviderAdjustment> = {},
): ProviderAdjustmentOnFile {
  return {
    remittanceId,
    ordinal: 1,
    payerKey: PAYER,
    effectiveDate: day(paidOn),
    adjustment: { ...providerAdjustment(reasonCode, amountCents), ...changes },
  };
}

export function providerAdjustmentContract({ run }: ContractCase): void {
  async function file(
    adjustments: readonly ProviderAdjustmentOnFile[],
    payerNames: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await run(async ({ remittances, providerAdjustments }) => {
      for (const id of new Set(adjustments.map(({ remittanceId }) => remittanceId))) {
        const payerName = payerNames[id] ?? 'CLAIMGATE SAMPLE HEALTH';
        const held = id === 'HELD' ? ({ state: 'held', holdCode: 'out-of-balance-claim' } as const) : {};
        await remittances.insert(newRemittance(id, { payerName, ...held }));
      }
      await providerAdjustments.insert(adjustments);
    });
  }

  describe('provider-level adjustments', () => {
    test('come back whole, with and without a reference and a period', async () => {
      const adjustments = [
        { ...plb('R1', '2026-06-20', 'E3', 700, { fiscalPeriodEnd: undefined }), ordinal: 2 },
        plb('R1', '2026-06-20', 'WO', -500, { reference: 'P1' }),
      ];
      await file(adjustments);
      expect(await run(({ providerAdjustments }) => providerAdjustments.ofRemittance('R1'))).toEqual(
        adjustments.toReversed(),
      );
      expect(await run(({ providerAdjustments }) => providerAdjustments.ofRemittance('R2'))).toEqual([]);
    });

    test('of one payer, kind and reference are one open item until they come to zero', async () => {
      const long = 'X'.repeat(9000);
      await file(
        [
          plb('R1', '2026-06-20', 'WO', -500, { reference: 'P1 ' }),
          plb('R2', '2026-07-01', '72', 200, { reference: 'P1' }),
          { ...plb('R2', '2026-07-01', 'WO', 300, { reference: 'P2' }), ordinal: 2 },
          { ...plb('R2', '2026-07-01', 'FB', 300, { reference: 'P2' }), ordinal: 3 },
          { ...plb('R3', '2026-07-02', 'B2', -300, { reference: 'P2' }), payerKey: `${PAYER} OF OHIO` },
          { ...plb('R3', '2026-07-02', 'PI', -900), ordinal: 2 },
          { ...plb('R3', '2026-07-02', 'L6', -5), ordinal: 3 },
          { ...plb('R3', '2026-07-02', 'WO', 7, { reference: long }), ordinal: 4, payerKey: long },
          plb('HELD', '2026-07-02', 'WO', 1, { reference: 'P1' }),
        ],
        { R2: 'SAMPLE HEALTH', R3: 'SAMPLE HEALTH OF OHIO' },
      );
      const payer = { payerOrigin: '1900000099', payerName: 'SAMPLE HEALTH' };
      const open = [
        {
          ...payer,
          family: 'recovery',
          reference: 'P1',
          balanceCents: -300,
          adjustmentCount: 2,
          since: '2026-06-20',
          latest: '2026-07-01',
        },
        {
          ...payer,
          family: 'forwarded',
          reference: 'P2',
          balanceCents: 300,
          adjustmentCount: 1,
          since: '2026-07-01',
          latest: '2026-07-01',
        },
        {
          ...payer,
          payerName: 'SAMPLE HEALTH OF OHIO',
          family: 'advance',
          reference: '',
          balanceCents: -900,
          adjustmentCount: 1,
          since: '2026-07-02',
          latest: '2026-07-02',
        },
        {
          payerOrigin: long,
          payerName: 'SAMPLE HEALTH OF OHIO',
          family: 'recovery',
          reference: long,
          balanceCents: 7,
          adjustmentCount: 1,
          since: '2026-07-02',
          latest: '2026-07-02',
        },
      ];
      await run(async ({ providerAdjustments }) => {
        expect(await providerAdjustments.openItems()).toEqual(open);
        const all = await providerAdjustments.openItems({ includeClosed: true });
        expect(all.map(({ family, reference, balanceCents }) => [family, reference, balanceCents])).toEqual([
          ['recovery', 'P1', -300],
          ['forwarded', 'P2', 300],
          ['recovery', 'P2', 0],
          ['advance', '', -900],
          ['recovery', long, 7],
        ]);
      });
    });

    test('are found by their open items, those of many in one look', async () => {
      const adjustments = [
        plb('R2', '2026-06-20', 'WO', -500, { reference: 'P1' }),
        plb('R1', '2026-06-20', 'WO', 500, { reference: 'P1' }),
        plb('R3', '2026-06-19', 'FB', -5, { reference: 'R3' }),
        { ...plb('R3', '2026-06-19', 'FB', 4, { reference: 'R1' }), ordinal: 2 },
        plb('HELD', '2026-06-19', 'FB', 4, { reference: 'R3' }),
      ];
      await file(adjustments);
      const found = await run(({ providerAdjustments }) =>
        providerAdjustments.ofItems([
          { payerOrigin: '1900000099', family: 'recovery', reference: 'P1' },
          { payerOrigin: '1900000099', family: 'forwarded', reference: 'R3' },
          { payerOrigin: '1900000099', family: 'recovery', reference: 'R3' },
          { payerOrigin: 'another', family: 'forwarded', reference: 'R1' },
        ]),
      );
      expect(found).toEqual([adjustments[2], adjustments[1], adjustments[0]]);
      expect(await run(({ providerAdjustments }) => providerAdjustments.ofItems([]))).toEqual([]);
    });

    test('are each filed once', async () => {
      await file([plb('R1', '2026-06-20', 'WO', -500)]);
      const again = run(({ providerAdjustments }) =>
        providerAdjustments.insert([plb('R1', '2026-06-20', 'WO', cents(-500))]),
      );
      await expect(again).rejects.toMatchObject({ code: 'store.key-exists' });
    });
  });
}
