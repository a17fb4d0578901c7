import { describe, expect, test } from 'vitest';
import type { BankPaymentOnFile } from '../../../src/domain/reassociation/bank-payment.ts';
import type { NewRemittance } from '../../../src/ports/remittance-store.ts';
import { day } from '../../domain/support/claims.ts';
import { eftOf } from '../../domain/support/reassociation.ts';
import type { ContractCase } from './contract-store.ts';
import { newRemittance, sha256 } from './store-rows.ts';

const TERM = { since: day('2026-03-01'), until: day('2026-03-10'), limit: 100 };

/** A remittance that pays by EFT under the trace number. */
function paid(id: string, traceNumber: string, changes: Partial<NewRemittance> = {}): NewRemittance {
  const payerKey = '1000000001|P1|INVENTED HEALTH';
  return newRemittance(id, { traceNumber, payerKey, paymentDate: day('2026-03-10'), ...changes });
}

let ordinal = 0;
function eft(traceNumber: string, changes: Partial<BankPaymentOnFile> = {}): BankPaymentOnFile {
  return eftOf({ ordinal: ++ordinal, trace: { traceNumber, originatorId: '1000000001' }, ...changes });
}

export function reassociationContract({ run }: ContractCase): void {
  async function file(
    remittances: readonly NewRemittance[],
    payments: readonly BankPaymentOnFile[] = [],
  ): Promise<void> {
    await run(async (transaction) => {
      for (const remittance of remittances) await transaction.remittances.insert(remittance);
      await transaction.reassociation.insert(payments);
    });
  }

  const unpaired = (term: Partial<typeof TERM & { after: string }> = {}): Promise<readonly string[]> =>
    run(({ reassociation }) => reassociation.unpaired({ ...TERM, ...term }));

  describe('reassociation', () => {
    test('payments come back whole, with and without a date and a trace', async () => {
      const { effectiveDate: _, ...undated } = eft('E1');
      const { trace: _trace, ...untraced } = eft('E1');
      const debit = eft('E2', { direction: 'debit', fileSha256: sha256('another file') });
      await file([], [undated, untraced, debit]);
      await run(async ({ reassociation }) => {
        expect(await reassociation.paymentsByTraceNumbers(['E1', 'none'])).toEqual([undated]);
        expect(new Set(await reassociation.paymentsByTraceNumbers(['E2', 'E1', 'E2']))).toEqual(
          new Set([undated, debit]),
        );
        expect(await reassociation.payment(untraced.fileSha256, untraced.ordinal)).toEqual(untraced);
        expect(await reassociation.payment(untraced.fileSha256, 9999)).toBeUndefined();
      });
    });

    test('remittances are told as far as their payment is concerned', async () => {
      const { paymentDate: _, ...undated } = paid('R2', 'E1', { state: 'held', holdCode: 'unreadable' });
      await file([paid('R1', 'E1'), undated, paid('R3', 'E1', { paymentMethod: 'CHK' }), paid('R4', 'E2')]);
      const told = await run(({ reassociation }) => reassociation.remittancesByTraceNumbers(['E1']));
      const one = { traceNumber: 'E1', originator: '1000000001', paidCents: 10_000 };
      expect(told).toEqual([
        { ...one, remittanceId: 'R1', paymentDate: '2026-03-10', isPublished: true, isByEft: true },
        { ...one, remittanceId: 'R2', isPublished: false, isByEft: true },
        { ...one, remittanceId: 'R3', paymentDate: '2026-03-10', isPublished: true, isByEft: false },
      ]);
    });

    test('a remittance without its payment is unpaired, unless nothing was to come or it is looked after', async () => {
      await file(
        [
          paid('R1', 'missing'),
          paid('R2', 'too early', { paymentDate: day('2026-02-28') }),
          paid('R3', 'too late', { paymentDate: day('2026-03-11') }),
          paid('R4', 'cheque', { paymentMethod: 'CHK' }),
          paid('R5', 'held', { state: 'held', holdCode: 'unreadable' }),
          paid('R6', 'nothing', { paidCents: 0 as never }),
          paid('R7', 'known'),
          paid('R8', 'there'),
          paid('R9', 'of another payer'),
        ],
        [
          eft('there'),
          eft('of another payer', { trace: { traceNumber: 'of another payer', originatorId: 'X' } }),
        ],
      );
      await run(({ workItems }) =>
        workItems.open([{ id: 'reassociation:R7', kind: 'reassociation', codes: ['eft-missing'] }]),
      );
      expect(await unpaired()).toEqual(['missing', 'of another payer']);
    });

    test('a payment without its remittance is unpaired, held ones included', async () => {
      const { effectiveDate: _, ...undated } = eft('undated');
      const known = eft('known');
      await file(
        [paid('R1', 'held', { state: 'held', holdCode: 'unreadable' })],
        [
          eft('missing'),
          undated,
          known,
          eft('held'),
          eft('debit', { direction: 'debit' }),
          eft('too early', { effectiveDate: day('2026-02-28') }),
          eft('too late', { effectiveDate: day('2026-03-11') }),
        ],
      );
      const id = `reassociation:${known.fileSha256}:${known.ordinal}`;
      await run(({ workItems }) =>
        workItems.open([{ id, kind: 'reassociation', codes: ['remittance-missing'] }]),
      );
      expect(await unpaired()).toEqual(['missing', 'undated']);
    });

    test('of one number what one side has more of is unpaired', async () => {
      await file(
        [paid('R1', 'A', { identity: '1' }), paid('R2', 'A', { identity: '2' }), paid('R3', 'B')],
        [eft('A'), eft('B'), eft('B')],
      );
      expect(await unpaired()).toEqual(['A', 'B']);
    });

    test('is asked for page by page', async () => {
      await file([paid('R1', 'a'), paid('R2', 'B'), paid('R3', 'C')]);
      expect(await unpaired({ limit: 2 })).toEqual(['B', 'C']);
      expect(await unpaired({ limit: 2, after: 'C' })).toEqual(['a']);
      expect(await unpaired({ limit: 2, after: 'a' })).toEqual([]);
    });
  });
}
