import { describe, expect, test } from 'vitest';
import type { PaymentOnFile } from '../../../src/domain/posting/payment-on-file.ts';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import type { NewPaymentMatch } from '../../../src/ports/claim-payment-store.ts';
import { day } from '../../domain/support/claims.ts';
import { adjustment, claimPayment, servicePayment } from '../../domain/support/remittances.ts';
import type { ContractCase } from './contract-store.ts';
import { newRemittance } from './store-rows.ts';

/** Claim payment `ordinal` of a remittance, paid on the 20th of June unless it says otherwise. */
export function onFile(
  remittanceId: string,
  ordinal: number,
  changes: Partial<ClaimPayment> = {},
  paidOn = '2026-06-20',
): PaymentOnFile {
  const services = [servicePayment(8000, [adjustment('CO-45', 2000), adjustment('PR-2', 2500)])];
  return {
    remittanceId,
    ordinal,
    payerKey: '1900000099|CGPAY1|CLAIMGATE SAMPLE HEALTH',
    effectiveDate: day(paidOn),
    payment: { ...claimPayment({ ordinal, services }), ...changes },
  };
}

export function matched(
  remittanceId: string,
  ordinal: number,
  changes: Partial<NewPaymentMatch> = {},
): NewPaymentMatch {
  return {
    remittanceId,
    ordinal,
    disposition: 'match',
    claimId: 'A',
    tier: 1,
    evidence: { patientControlNumber: 'exact' },
    decidedBy: 'rule',
    ...changes,
  };
}

function unmatched(remittanceId: string, ordinal: number, reason = 'no-claim'): NewPaymentMatch {
  const evidence = { proposals: [] };
  return { remittanceId, ordinal, disposition: 'none', evidence, decidedBy: 'rule', reason };
}

const placeOf = ({ remittanceId, ordinal }: { remittanceId: string; ordinal: number }): string =>
  `${remittanceId}:${ordinal}`;

export function claimPaymentContract({ run }: ContractCase): void {
  /** Files claim payments with their remittances, all published but `HELD`. */
  async function file(
    payments: readonly PaymentOnFile[],
    matches: readonly NewPaymentMatch[],
  ): Promise<void> {
    await run(async ({ remittances, claimPayments }) => {
      for (const id of new Set(payments.map(({ remittanceId }) => remittanceId))) {
        await remittances.insert(
          newRemittance(id, id === 'HELD' ? { state: 'held', holdCode: 'out-of-balance-claim' } : {}),
        );
      }
      await claimPayments.insert(payments);
      await claimPayments.decide(matches);
    });
  }

  const decide = (...matches: NewPaymentMatch[]): Promise<void> =>
    run(({ claimPayments }) => claimPayments.decide(matches));
  const placesOnFile = async (...claimIds: string[]): Promise<Record<string, string[]>> => {
    const found = await run(({ claimPayments }) => claimPayments.onFile(claimIds));
    return Object.fromEntries([...found].map(([claimId, payments]) => [claimId, payments.map(placeOf)]));
  };
  const unmatchedPlaces = async (limit = 9): Promise<string[]> =>
    (await run(({ claimPayments }) => claimPayments.unmatched({ limit }))).map(placeOf);

  describe('claim payments', () => {
    test('come back whole with the decision that holds, one by one and by remittance', async () => {
      const payments = [onFile('R1', 2, { payerClaimControlNumber: 'P2' }), onFile('R1', 1)];
      await file(payments, [matched('R1', 1)]);
      await run(async ({ claimPayments }) => {
        const found = await claimPayments.ofRemittance('R1');
        expect(found).toEqual([
          {
            ...payments[1],
            match: { ...matched('R1', 1), number: 1, decidedAt: found[0]?.match?.decidedAt },
          },
          payments[0],
        ]);
        expect(found[0]?.match?.decidedAt).toMatch(/Z$/);
        expect(await claimPayments.get('R1', 1)).toEqual(found[0]);
        expect(await claimPayments.get('R1', 3)).toBeUndefined();
        expect(await claimPayments.ofRemittance('R2')).toEqual([]);
      });
    });

    test('of claims come in the order of payment, remittance and place, published ones only', async () => {
      const payments = [
        onFile('R2', 1),
        onFile('R1', 2),
        onFile('R1', 10),
        onFile('R1', 1, {}, '2026-07-01'),
        onFile('R3', 1, {}, '2026-06-19'),
        onFile('HELD', 1),
      ];
      await file(
        payments,
        payments.map((one) =>
          matched(one.remittanceId, one.ordinal, { claimId: one.ordinal === 10 ? 'B' : 'A' }),
        ),
      );
      expect(await placesOnFile('B', 'A', 'none', 'A')).toEqual({
        A: ['R3:1', 'R1:2', 'R2:1', 'R1:1'],
        B: ['R1:10'],
      });
      const found = await run(({ claimPayments }) => claimPayments.onFile(['B']));
      expect(found.get('B')).toEqual([payments[2]]);
      expect(await placesOnFile()).toEqual({});
    });

    test('belong where the last decision says, and every decision stays', async () => {
      await file([onFile('R1', 1)], [unmatched('R1', 1)]);
      expect([await placesOnFile('A', 'B'), await unmatchedPlaces()]).toEqual([{}, ['R1:1']]);
      await decide(matched('R1', 1, { tier: 3, decidedBy: 'person', reason: 'the patient’s name' }));
      expect([await placesOnFile('A', 'B'), await unmatchedPlaces()]).toEqual([{ A: ['R1:1'] }, []]);
      await decide(matched('R1', 1, { claimId: 'B', decidedBy: 'person', reason: 'a mistake' }));
      expect(await placesOnFile('A', 'B')).toEqual({ B: ['R1:1'] });
      await decide(matched('R1', 1, { claimId: 'B', disposition: 'held', decidedBy: 'person' }));
      expect([await placesOnFile('A', 'B'), await unmatchedPlaces()]).toEqual([{}, ['R1:1']]);
      const history = await run(({ claimPayments }) => claimPayments.matchesOf('R1', 1));
      expect(
        history.map(({ number, disposition, claimId, reason }) => [number, disposition, claimId, reason]),
      ).toEqual([
        [1, 'none', undefined, 'no-claim'],
        [2, 'match', 'A', 'the patient’s name'],
        [3, 'match', 'B', 'a mistake'],
        [4, 'held', 'B', undefined],
      ]);
      const current = await run(({ claimPayments }) => claimPayments.get('R1', 1));
      expect(current?.match).toEqual(history[3]);
    });

    test('in no claim’s books are listed longest decided first, page by page, published ones only', async () => {
      await file([onFile('HELD', 1)], [unmatched('HELD', 1)]);
      await file([onFile('R2', 1)], [unmatched('R2', 1)]);
      await file([onFile('R1', 1), onFile('R1', 2)], [unmatched('R1', 2), unmatched('R1', 1)]);
      expect(await unmatchedPlaces()).toEqual(['R2:1', 'R1:1', 'R1:2']);
      expect(await unmatchedPlaces(1)).toEqual(['R2:1']);
      await decide(unmatched('R2', 1, 'ambiguous-claim'));
      expect(await unmatchedPlaces()).toEqual(['R1:1', 'R1:2', 'R2:1']);
    });

    test('that a rule found no claim for are told to be there, and those that a person decided are not', async () => {
      const has = (): Promise<boolean> => run(({ claimPayments }) => claimPayments.hasUnmatched());
      await file([onFile('R1', 1), onFile('R1', 2)], [matched('R1', 1)]);
      expect(await has()).toBe(false);
      await decide(unmatched('R1', 2));
      expect(await has()).toBe(true);
      await decide({ ...unmatched('R1', 2), decidedBy: 'person' });
      expect(await has()).toBe(false);
    });

    test('that a rule found no claim for are found by any number, each once', async () => {
      const long = 'X'.repeat(9000);
      const payments = [
        onFile('R1', 1, { patientControlNumber: 'OURS', payerClaimControlNumber: 'THEIRS' }),
        onFile('R1', 2, {
          patientControlNumber: '0',
          payerClaimControlNumber: 'THEIRS',
          originalPayerClaimControlNumber: 'BEFORE',
        }),
        onFile('R1', 3, { patientControlNumber: 'OURS' }),
        onFile('R1', 4, { patientControlNumber: 'OURS' }),
        onFile('R1', 5, { patientControlNumber: long, payerClaimControlNumber: long }),
        onFile('HELD', 1, { patientControlNumber: 'OURS' }),
      ];
      await file(payments, [
        unmatched('R1', 1),
        unmatched('R1', 2),
        matched('R1', 3),
        { ...unmatched('R1', 4), decidedBy: 'person' },
        unmatched('R1', 5),
        unmatched('HELD', 1),
      ]);
      const find = async (patientControlNumbers: string[], payerClaimControlNumbers: string[]) =>
        (
          await run(({ claimPayments }) =>
            claimPayments.unmatchedByNumbers({ patientControlNumbers, payerClaimControlNumbers }),
          )
        ).map(placeOf);
      expect(await find(['OURS'], [])).toEqual(['R1:1']);
      expect(await find(['OURS', 'OURS'], ['THEIRS'])).toEqual(['R1:1', 'R1:2']);
      expect(await find([], ['BEFORE', 'THEIRS'])).toEqual(['R1:1', 'R1:2']);
      expect(await find(['THEIRS', 'BEFORE'], ['OURS'])).toEqual([]);
      expect(await find([], [])).toEqual([]);
      // Longer than any number of a claim, and than an index takes.
      expect(await find([long], [long])).toEqual([]);
    });

    test('that were taken back say whose numbers they have', async () => {
      const other = '1900000098|CGPAY2|EXAMPLE MUTUAL';
      await file(
        [
          onFile('R1', 1, { patientControlNumber: 'OURS', payerClaimControlNumber: 'P1', statusCode: '22' }),
          {
            ...onFile('R1', 2, {
              patientControlNumber: 'OURS',
              originalPayerClaimControlNumber: 'P9',
              statusCode: '22',
            }),
            payerKey: other,
          },
          onFile('R1', 3, { patientControlNumber: 'PAID', statusCode: '1' }),
          onFile('HELD', 1, { patientControlNumber: 'HELD', statusCode: '22' }),
        ],
        [],
      );
      const [{ payerKey }] = [onFile('R1', 1)];
      expect(
        await run(({ claimPayments }) => claimPayments.reversedNumbers(['OURS', 'P1', 'PAID', 'HELD', 'P9'])),
      ).toEqual([
        { payerKey: other, number: 'OURS' },
        { payerKey: other, number: 'P9' },
        { payerKey, number: 'OURS' },
        { payerKey, number: 'P1' },
      ]);
    });

    test.each(['alone', 'posting', 'beside-others'] as const)(
      'are decided about by one transaction at a time, and not while another one tells numbers (%s)',
      async (mode) => {
        const underWay: string[] = [];
        const seen = new Set<string>();
        const work = (name: string, turn: typeof mode): Promise<void> =>
          run(async ({ claimPayments }) => {
            await claimPayments.takeTurn(turn);
            underWay.push(name);
            for (let look = 0; look < 20; look++) {
              await claimPayments.hasUnmatched();
              seen.add(underWay.join(' and '));
            }
            underWay.splice(underWay.indexOf(name), 1);
          });
        await Promise.all([work('first', 'alone'), work('second', mode), work('third', 'alone')]);
        expect([...seen].toSorted()).toEqual(['first', 'second', 'third']);
      },
    );

    test('are posted by one transaction at a time, whose turn is taken once', async () => {
      const turns: boolean[] = [];
      let atWork = 0;
      const post = (): Promise<void> =>
        run(async ({ claimPayments }) => {
          turns.push(await claimPayments.takeTurn('posting'));
          expect(++atWork).toBe(1);
          for (let look = 0; look < 20; look++) await claimPayments.hasUnmatched();
          turns.push(await claimPayments.takeTurn('posting'), await claimPayments.takeTurn('alone'));
          turns.push(await claimPayments.takeTurn('beside-others'));
          atWork--;
        });
      await Promise.all([post(), post()]);
      expect(turns).toEqual([true, false, true, false, true, false, true, false]);
    });

    test('go in by the thousand in one call, and so do decisions', async () => {
      const payments = Array.from({ length: 5500 }, (_, i) => onFile('R1', i + 1));
      await file(
        payments,
        payments.map(({ ordinal }) => matched('R1', ordinal, { claimId: `C${ordinal}` })),
      );
      const ids = payments.map(({ ordinal }) => `C${ordinal}`);
      expect((await run(({ claimPayments }) => claimPayments.onFile(ids))).size).toBe(5500);
    });

    test.each([
      ['a match with no claim', { claimId: undefined }],
      ['no match with a claim', { disposition: 'none' }],
      ['a tier that is none', { tier: 5 }],
    ])('refuse %s', async (_, wrong) => {
      const { claimId, ...rest } = { ...matched('R1', 1), ...wrong } as NewPaymentMatch;
      const decided = file([onFile('R1', 1)], [claimId === undefined ? rest : { ...rest, claimId }]);
      await expect(decided).rejects.toMatchObject({ code: 'store.constraint' });
    });
  });
}
