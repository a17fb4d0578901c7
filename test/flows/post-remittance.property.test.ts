import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClaimPaymentAnswer, claimAcknowledgment } from './support/answers.ts';
import { type FlowBench, openFlowBench } from './support/flow-bench.ts';
import { finalState, type MoneyBench, moneyBench, type Plb, remittanceOf } from './support/money-bench.ts';

/** Two stores in which tenants have the same names, so that claims and remittances have the same ids. */
let benches: readonly [FlowBench, FlowBench];

beforeAll(async () => {
  benches = [await openFlowBench(), await openFlowBench()];
});
afterAll(() => Promise.all(benches.map((bench) => bench.stop())));

const DECISIONS = {
  original: { paid: '80', adjustments: ['CAS*CO*45*24', 'CAS*PR*2*16'] },
  correction: { paid: '90', adjustments: ['CAS*CO*45*20', 'CAS*PR*2*10'] },
  denial: { paid: '0', adjustments: ['CAS*CO*50*120'] },
} as const;

/** One remittance of one claim payment. */
interface Remitted {
  readonly claim: number;
  readonly decision: keyof typeof DECISIONS;
  readonly isReversal: boolean;
  readonly day: string;
  /** Our number is lost: only the payer's says which claim it is. */
  readonly isByPayerNumber: boolean;
}

const remitted: fc.Arbitrary<Remitted> = fc.record({
  claim: fc.constantFrom(0, 1),
  decision: fc.constantFrom('original', 'correction', 'denial'),
  isReversal: fc.boolean(),
  day: fc.constantFrom('20260310', '20260311', '20260312'),
  isByPayerNumber: fc.boolean(),
});

/** What is received, which of it a 277CA goes before, and in which files and order it comes another time. */
const received = fc.array(remitted, { minLength: 2, maxLength: 7 }).chain((remittances) => {
  const indexes = remittances.map((_, index) => index);
  return fc.record({
    remittances: fc.constant(remittances),
    order: fc
      .tuple(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.constantFrom(...indexes), { maxLength: 3 }),
      )
      .map(([all, again]) => [...all, ...again]),
    /** After how many remittances a file ends. */
    cuts: fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
    toldAt: fc.option(fc.nat({ max: remittances.length })),
  });
});

function negated(amount: string): string {
  return amount === '0' ? '0' : `-${amount}`;
}

function paymentOf({ claim, decision, isReversal, isByPayerNumber }: Remitted, { claims }: MoneyBench) {
  const { paid, adjustments } = DECISIONS[decision];
  const payment: ClaimPaymentAnswer = {
    patientControlNumber: isByPayerNumber ? '0' : (claims[claim]?.number ?? ''),
    payerClaimControlNumber: `P${claim}`,
    charge: isReversal ? '-120' : '120',
    paid: isReversal ? negated(paid) : paid,
    adjustments: isReversal ? adjustments.map((one) => one.replace(/(\d+)$/, '-$1')) : adjustments,
    ...(isReversal ? { status: '22' } : {}),
  };
  const plb: Plb | undefined =
    isReversal && paid !== '0'
      ? { segment: `PLB*1999999984*20261231*FB:NEXT*-${paid}`, amount: -Number(paid) }
      : undefined;
  return { payment, plb };
}

/** Takes files in, each of several interchanges under control numbers of their own. */
async function takeFiles(
  money: MoneyBench,
  remittances: readonly Remitted[],
  { order, cuts, toldAt }: { order: readonly number[]; cuts: Iterator<number>; toldAt: number | null },
): Promise<void> {
  let control = 0;
  let left = [...order];
  let takenCount = 0;
  let isTold = toldAt === null;
  while (left.length > 0) {
    const count = Number(cuts.next().value);
    const interchanges = left.slice(0, count).map((index) => {
      const one = remittances[index] as Remitted;
      const { payment, plb } = paymentOf(one, money);
      return remittanceOf({ control: ++control, trace: `T${index}`, date: one.day }, [payment], plb);
    });
    left = left.slice(count);
    if (!isTold && takenCount >= Number(toldAt)) {
      isTold = true;
      await tell(money);
    }
    await money.tenant.take(Buffer.concat(interchanges));
    takenCount += count;
  }
  if (!isTold) await tell(money);
}

/** The payer tells its numbers of the claims. */
async function tell({ tenant, claims }: MoneyBench): Promise<void> {
  await tenant.take(
    claimAcknowledgment(
      { control: 900 },
      'PR',
      claims.map(({ number: patientControlNumber }, index) => ({
        patientControlNumber,
        status: 'A2:20',
        action: 'WQ',
        payerClaimControlNumber: `P${index}`,
      })),
    ),
  );
}

test('any order, repetition and division into files of the same remittances ends in the same books, work and claims', async () => {
  await fc.assert(
    fc.asyncProperty(received, async ({ remittances, order, cuts, toldAt }) => {
      const [one, other] = [await moneyBench(benches[0], 2), await moneyBench(benches[1], 2)];
      const inOrder = remittances.map((_, index) => index);
      const singly = { next: () => ({ value: 1 }) } as Iterator<number>;
      await takeFiles(one, remittances, { order: inOrder, cuts: singly, toldAt: toldAt === null ? null : 0 });
      await takeFiles(other, remittances, { order, cuts, toldAt });
      const expected = await finalState(one);
      expect(await finalState(other)).toEqual(expected);
      const publications = await other.publications();
      await takeAgain(other, remittances, order);
      expect(await finalState(other)).toEqual(expected);
      expect(await other.publications()).toEqual(publications);
    }),
    { numRuns: 12 },
  );
});

/** The same once more, in new envelopes. */
async function takeAgain(
  money: MoneyBench,
  remittances: readonly Remitted[],
  order: readonly number[],
): Promise<void> {
  let control = 500;
  for (const index of new Set(order)) {
    const one = remittances[index] as Remitted;
    const { payment, plb } = paymentOf(one, money);
    const place = { control: ++control, trace: `T${index}`, date: one.day };
    await money.tenant.take(remittanceOf(place, [payment], plb));
  }
}
