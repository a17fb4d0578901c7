import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import type { ApplyContext } from '../../../src/flows/applied-answers.ts';
import { noPendingAnswers, recordAnswers } from '../../../src/flows/pending-answers.ts';
import { openRemittance } from '../../../src/flows/post-remittance.ts';
import { surveyRemittances } from '../../../src/flows/survey-remittances.ts';
import { decodeLatin1 } from '../../../src/main/latin-1.ts';
import { readRemittance } from '../../translate/support/read-answers.ts';
import type { ClaimPaymentAnswer } from '../support/answers.ts';
import { type FlowBench, openFlowBench } from '../support/flow-bench.ts';
import { finalState, type MoneyBench, moneyBench, remittanceOf } from '../support/money-bench.ts';

/** Two stores in which tenants have the same names, so that claims and remittances have the same ids. */
let benches: readonly [FlowBench, FlowBench];

beforeAll(async () => {
  benches = [await openFlowBench(), await openFlowBench()];
});
afterAll(() => Promise.all(benches.map((bench) => bench.stop())));

const DECISIONS = {
  original: { charge: '120', paid: '80', adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'] },
  reversal: { status: '22', charge: '-120', paid: '-80', adjustments: ['CAS*CO*45*-24', 'CAS*PR*2*-16'] },
  correction: { charge: '120', paid: '90', adjustments: ['CAS*CO*45*20', 'CAS*PR*2*10'] },
  denial: { charge: '120', paid: '0', adjustments: ['CAS*CO*50*120'] },
} as const;

const decided = fc.record({
  claim: fc.constantFrom(0, 1, 2),
  decision: fc.constantFrom<keyof typeof DECISIONS>('original', 'reversal', 'correction', 'denial'),
});

/** Claim payments of one remittance, and the order and the groups in which they are posted. */
const posted = fc.array(decided, { minLength: 2, maxLength: 8 }).chain((payments) =>
  fc.record({
    payments: fc.constant(payments),
    order: fc.shuffledSubarray(
      payments.map((_, index) => index),
      { minLength: payments.length },
    ),
    isLast: fc.array(fc.boolean(), { minLength: payments.length, maxLength: payments.length }),
  }),
);

/** Posts one remittance in groups, and records what it says after each. */
async function post(
  { store, archive }: FlowBench,
  { tenant }: MoneyBench,
  payments: readonly ClaimPaymentAnswer[],
  grouped: (all: readonly ClaimPayment[]) => readonly (readonly ClaimPayment[])[],
): Promise<void> {
  // A claim that nobody sent makes good what reversals take.
  const bytes = remittanceOf({ control: 7, trace: 'T7', date: '20260310' }, [
    ...payments,
    { patientControlNumber: 'NOTOURS', charge: '9000', paid: '9000', adjustments: [] },
  ]);
  const { sha256, sizeBytes } = await archive.put([bytes]);
  const file = { sha256, decode: decodeLatin1, bytes: archive.open(sha256) };
  const surveyed = surveyRemittances(file, archive);
  const { value: proven } = await surveyed.next();
  await surveyed.return();
  const all = readRemittance(bytes).claims;
  await store.inTransaction(tenant.tenantId, async (transaction) => {
    const sighting = { remotePath: '/out/large', sizeBytes, modifiedAtSeconds: 1 };
    await transaction.files.record({ partnerId: tenant.profile.id, sha256, sizeBytes, sighting });
    const received = await transaction.files.get(sha256);
    const context: ApplyContext = {
      transaction,
      tenantId: tenant.tenantId,
      partnerId: tenant.profile.id,
      profile: tenant.profile,
      fileSha256: sha256,
      pending: noPendingAnswers(),
      pairing: tenant.resolvingAt('2026-03-11T00:00:00Z'),
    };
    if (proven === undefined || received === undefined) throw new Error('the remittance was to be read');
    const publication = await openRemittance({ ...context, receivedAt: received.receivedAt }, proven);
    for (const group of grouped(all)) {
      await publication?.post(group);
      await recordAnswers(transaction, context.pending);
    }
    publication?.close();
    await recordAnswers(transaction, context.pending);
  });
}

test('a remittance that is posted in whatever groups and order ends in the same books, work and claims', async () => {
  await fc.assert(
    fc.asyncProperty(posted, async ({ payments, order, isLast }) => {
      const [one, other] = [await moneyBench(benches[0], 3), await moneyBench(benches[1], 3)];
      const answers = payments.map(({ claim, decision }) => ({
        ...DECISIONS[decision],
        patientControlNumber: one.claims[claim]?.number ?? '',
      }));
      await post(benches[0], one, answers, (all) => [all]);
      await post(benches[1], other, answers, (all) => {
        const groups: ClaimPayment[][] = [[]];
        for (const [place, index] of order.entries()) {
          const payment = all[index];
          if (payment !== undefined) groups.at(-1)?.push(payment);
          if (isLast[place] === true) groups.push([]);
        }
        return [...groups, all.slice(payments.length)];
      });
      const expected = await finalState(one);
      expect(await finalState(other)).toEqual(expected);
      expect(await other.publications()).toEqual(['charges', 'remittance']);
      const check = await benches[1].store.inTransaction(other.tenant.tenantId, ({ ledger }) =>
        ledger.checkChain({ limit: 9 }),
      );
      expect(check.fault).toBeUndefined();
    }),
    { numRuns: 15 },
  );
});
