import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { MatchCandidate } from '../../../src/domain/matching/match-candidate.ts';
import type { ClaimPayment } from '../../../src/domain/remittance/remittance.ts';
import { day, serviceLine, soundClaim } from '../support/claims.ts';
import { candidate, decisions, payment } from '../support/matching.ts';

const { subscriber, billingProvider } = soundClaim();
const IDS = ['CGA0000000000', 'CGB0000000000', 'CGC0000000000', 'CGD0000000000'];
const NUMBERS = [...IDS.map((id) => `${id}01`), ...IDS, 'cga-0000000000-01', '0', 'NOBODY'];
const PAYER_NUMBERS = ['P1', 'P2', 'P3'];

/** Few values of everything, so that claims and payments meet and collide often. */
const someCharge = fc.constantFrom(12_500, 10_000, 2500).map(cents);
const someDay = fc.constantFrom('2026-06-03', '2026-06-04').map(day);
const someMember = fc.constantFrom('CGM100900', 'CGM100901');
const someProcedure = fc
  .constantFrom('99213', '87880')
  .map((code) => ({ qualifier: 'HC', code, modifiers: [] }));
const OTHER_PROVIDER = {
  ...billingProvider,
  npi: '1999990018',
  taxId: { kind: 'ein', value: '900000012' },
} as const;

const arbitraryClaim = fc
  .record({
    chargeCents: someCharge,
    serviceDate: someDay,
    memberId: someMember,
    procedure: someProcedure,
    billingProvider: fc.constantFrom(billingProvider, OTHER_PROVIDER),
    told: fc.subarray(PAYER_NUMBERS),
    replaced: fc.option(fc.constantFrom(...PAYER_NUMBERS), { nil: undefined }),
    accountNumber: fc.constantFrom('ONE', 'TWO', 'THREE'),
  })
  .map(
    ({ chargeCents, serviceDate, memberId, procedure, told, replaced, ...rest }) =>
      (claimId: string) =>
        candidate(
          claimId,
          {
            ...rest,
            chargeCents,
            subscriber: { ...subscriber, memberId },
            lines: [serviceLine(1, chargeCents, { serviceDate, procedure })],
            ...(replaced === undefined ? {} : { payerClaimControlNumber: replaced }),
          },
          told,
        ),
  );

const arbitraryCandidates: fc.Arbitrary<readonly MatchCandidate[]> = fc
  .array(arbitraryClaim, { maxLength: IDS.length })
  .map((made) => made.map((claimOf, index) => claimOf(IDS[index] ?? '')));

const arbitraryPayment: fc.Arbitrary<ClaimPayment> = fc
  .record({
    patientControlNumber: fc.constantFrom(...NUMBERS),
    statusCode: fc.constantFrom('1', '2', '4', '22', '25'),
    chargeCents: someCharge,
    remarkCodes: fc.constantFrom([], ['MA15']),
    extras: fc.record(
      {
        payerClaimControlNumber: fc.constantFrom(...PAYER_NUMBERS),
        originalPayerClaimControlNumber: fc.constantFrom(...PAYER_NUMBERS),
        claimDates: fc.record({ start: someDay }),
      },
      { requiredKeys: [] },
    ),
    memberId: someMember,
    procedure: someProcedure,
  })
  .map(({ memberId, procedure, extras, ...rest }) => {
    const { services, patient } = payment();
    return payment({
      ...rest,
      ...extras,
      patient: { ...patient, memberId },
      services: services.map((service) => ({ ...service, procedure })),
    });
  });

const arbitraryPayments = fc.array(arbitraryPayment, { minLength: 1, maxLength: 6 });
const arbitraryParties = fc.record(
  { payer: fc.constantFrom({ name: 'CLAIMGATE SAMPLE HEALTH' }, { name: 'ANOTHER SAMPLE PLAN' }) },
  { requiredKeys: [] },
);

/** The same things in another order; `at` says for each place which of the things left comes next. */
function reordered<T>(
  things: readonly T[],
  at: readonly number[],
): { readonly thing: T; readonly from: number }[] {
  const left = things.map((thing, from) => ({ thing, from }));
  return things.flatMap((_, index) => left.splice((at[index] ?? 0) % left.length, 1));
}

const arbitraryOrder = fc.array(fc.nat(100), { minLength: 6, maxLength: 6 });

test('a decision depends neither on the order of payments nor on that of candidates', () => {
  fc.assert(
    fc.property(
      arbitraryPayments,
      arbitraryCandidates,
      arbitraryParties,
      arbitraryOrder,
      (payments, candidates, parties, order) => {
        const decided = decisions(payments, candidates, parties);
        const shuffled = reordered(payments, order);
        const again = decisions(
          shuffled.map(({ thing }) => thing),
          reordered(candidates, order).map(({ thing }) => thing),
          parties,
        );
        expect(again).toEqual(shuffled.map(({ from }) => decided[from]));
      },
    ),
  );
});

test('no match is safe once a second claim fits as well', () => {
  fc.assert(
    fc.property(arbitraryPayments, arbitraryCandidates, arbitraryParties, (payments, candidates, parties) => {
      for (const [index, decision] of decisions(payments, candidates, parties).entries()) {
        if (!decision.isSafe) continue;
        const own = candidates.find(({ claimId }) => claimId === decision.claimId) as MatchCandidate;
        const twin = { ...own, claimId: 'CGT0000000000' };
        const withTwin = decisions(payments, [...candidates, twin], parties)[index];
        expect(withTwin).toMatchObject({ isSafe: false, code: 'ambiguous-claim' });
      }
    }),
  );
});

test('a payment to another payee than the claim’s is never safe', () => {
  fc.assert(
    fc.property(arbitraryPayments, arbitraryCandidates, (payments, candidates) => {
      const payee = { name: 'X', npi: '1999990026', taxId: '900000013' };
      for (const decision of decisions(payments, candidates, { payee })) expect(decision.isSafe).toBe(false);
    }),
  );
});

test('a safe match is of a claim that the payment names by a number, and charges what the claim does or a part', () => {
  let safe = 0;
  fc.assert(
    fc.property(arbitraryPayments, arbitraryCandidates, arbitraryParties, (payments, candidates, parties) => {
      for (const [index, decision] of decisions(payments, candidates, parties).entries()) {
        if (!decision.isSafe) continue;
        safe++;
        const one = payments[index] as ClaimPayment;
        const own = candidates.find(({ claimId }) => claimId === decision.claimId) as MatchCandidate;
        const told = [...own.payerClaimControlNumbers, own.originalPayerClaimControlNumber];
        const names =
          own.patientControlNumbers.includes(one.patientControlNumber) ||
          [one.payerClaimControlNumber, one.originalPayerClaimControlNumber].some(
            (number) => number !== undefined && told.includes(number),
          );
        expect(names).toBe(true);
        expect(one.statusCode === '22' || one.chargeCents <= own.chargeCents).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
  expect(safe).toBeGreaterThan(10);
});
