import * as fc from 'fast-check';
import { cents, sumCents } from '../../../src/base/money.ts';
import { addDays } from '../../../src/base/time.ts';
import type { ClaimAdjustment } from '../../../src/domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, Remittance } from '../../../src/domain/remittance/remittance.ts';
import { day } from '../../domain/support/claims.ts';
import { arbitraryRemittance, providerAdjustment } from '../../domain/support/remittances.ts';

const identifier = fc.stringMatching(/^[A-Z0-9]{1,17}$/);
const remarkCodes = fc.array(fc.constantFrom('MA01', 'N30', 'M62', 'N115'), { maxLength: 5 });
const procedure = fc.record({
  qualifier: fc.constantFrom('HC', 'ER', 'NU'),
  code: fc.constantFrom('99213', 'J0585', '0450'),
  modifiers: fc.array(fc.constantFrom('25', '59', 'GC', 'QW'), { maxLength: 4 }),
});
const cent = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents);
const date = fc.nat(1000).map((days) => addDays(day('2025-01-01'), days));

const person = fc.record({
  name: fc.record(
    {
      kind: fc.constant('person' as const),
      last: fc.constantFrom('SAMPLE', 'SAMPLE-TEST', 'OSAMPLE'),
      first: fc.constantFrom('FAY', 'ADA'),
      middle: fc.constantFrom('L', 'MAY'),
      suffix: fc.constantFrom('JR', 'III'),
    },
    { requiredKeys: ['kind', 'last', 'first'] },
  ),
  // NM109 has two characters at least.
  memberId: fc.stringMatching(/^[A-Z0-9]{2,17}$/),
});
const claimDates = fc.record({ start: date, end: date });

/** What a line may say beside its money. */
const lineExtras = fc.record(
  {
    originalProcedure: procedure,
    paidUnits: fc.constantFrom('1', '1.5', '12'),
    serviceDate: date,
    lineControlNumber: identifier,
    allowedCents: cent,
  },
  { requiredKeys: [] },
);
/** What a claim payment may say beside its money. */
const claimExtras = fc.record(
  {
    interestCents: cent,
    crossoverPayer: fc.constant({ name: 'CLAIMGATE SAMPLE SUPPLEMENT', identifier: 'CGPAY9' }),
  },
  { requiredKeys: [] },
);
/** CAS01 of the guide. */
const GROUPS: ReadonlySet<string> = new Set(['CO', 'OA', 'PI', 'PR']);

/**
 * As a payer that keeps to the guide has it: whatever the guide requires is there. What the claim itself may not have is
 * left out before, since a filter that looks only at what is given would never end.
 */
function completed(claim: ClaimPayment): fc.Arbitrary<ClaimPayment> {
  return fc
    .record({
      patientControlNumber: identifier,
      filingIndicator: fc.constantFrom('12', 'MB', 'MC'),
      payerClaimControlNumber: identifier,
      patient: person,
      people: fc.record(
        { insured: person, originalPayerClaimControlNumber: identifier, claimDates },
        { requiredKeys: [] },
      ),
      remarkCodes,
      extras: claimExtras,
      lines: fc.tuple(...claim.services.map(() => fc.record({ extras: lineExtras, procedure, remarkCodes }))),
      quantity: fc.constantFrom(undefined, '1', '2.5'),
    })
    .map(({ lines, quantity, people, extras, ...rest }) => ({
      ...claim,
      ...rest,
      ...people,
      ...extras,
      adjustments: claim.adjustments.map((one) => withQuantity(one, quantity)),
      services: claim.services.map((service, index) => {
        const line = lines[index];
        return {
          ...service,
          ...line?.extras,
          procedure: line?.procedure ?? service.procedure,
          remarkCodes: line?.remarkCodes ?? [],
        };
      }),
    }))
    .chain(withPatientResponsibility);
}

function withGroupsOfGuide(claim: ClaimPayment): ClaimPayment {
  return {
    ...claim,
    adjustments: claim.adjustments.map(inGroupOfGuide),
    services: claim.services.map((service) => ({
      ...service,
      adjustments: service.adjustments.map(inGroupOfGuide),
    })),
  };
}

function inGroupOfGuide(one: ClaimAdjustment): ClaimAdjustment {
  return GROUPS.has(one.groupCode) ? one : { ...one, groupCode: 'OA' };
}

/** Whether an adjustment of the claim stands in a line too (X12 interpretation 689). */
function repeatsAdjustment({ adjustments, services }: ClaimPayment): boolean {
  const keys = (all: readonly ClaimAdjustment[]): string[] =>
    all.map(({ groupCode, reasonCode, amountCents }) => `${groupCode} ${reasonCode} ${amountCents}`);
  const ofLines = new Set(services.flatMap((service) => keys(service.adjustments)));
  return keys(adjustments).some((key) => ofLines.has(key));
}

/** CLP05 is the sum of the adjustments of group PR (X12 interpretation 2548); nothing may be left out. */
function withPatientResponsibility(claim: ClaimPayment): fc.Arbitrary<ClaimPayment> {
  const adjustments = [...claim.adjustments, ...claim.services.flatMap((service) => service.adjustments)];
  const patientResponsibilityCents = sumCents(
    adjustments.filter(({ groupCode }) => groupCode === 'PR').map(({ amountCents }) => amountCents),
  );
  const said = { ...claim, patientResponsibilityCents };
  return patientResponsibilityCents === 0 ? fc.constantFrom(claim, said) : fc.constant(said);
}

function withQuantity(adjustment: ClaimAdjustment, quantity: string | undefined): ClaimAdjustment {
  return quantity === undefined ? adjustment : { ...adjustment, quantity };
}

/**
 * A payer carries a debt forward, since BPR02 is never negative (interpretation 2660); a payment of nothing has method
 * NON (interpretation 1708), and no provider adjustment is zero (interpretation 1324).
 */
export function withForwardedBalance(remittance: Remittance): Remittance {
  const { amountCents } = remittance.payment;
  const providerAdjustments = remittance.providerAdjustments.filter((one) => one.amountCents !== 0);
  if (amountCents > 0) return { ...remittance, providerAdjustments };
  const forwarded = amountCents === 0 ? [] : [providerAdjustment('FB', amountCents)];
  return {
    ...remittance,
    payment: { ...remittance.payment, amountCents: cents(0), method: 'NON' },
    providerAdjustments: [...providerAdjustments, ...forwarded],
  };
}

/** Where claims say interest, all of it together is what PLB L6 pays (interpretation 2123): the first takes the rest. */
function withInterestOfAll(remittance: Remittance): Remittance {
  const first = remittance.claims.find((claim) => claim.interestCents !== undefined);
  const paid = remittance.providerAdjustments.filter((one) => one.reasonCode === 'L6');
  const others = remittance.claims.filter((claim) => claim !== first);
  const interestCents = sumCents([
    ...paid.map((one) => 0 - one.amountCents),
    ...others.map((claim) => 0 - (claim.interestCents ?? 0)),
  ]);
  return {
    ...remittance,
    claims: remittance.claims.map((claim) => (claim === first ? { ...claim, interestCents } : claim)),
  };
}

/** A remittance that balances and says all that the guide requires, and often more. */
export const arbitraryFullRemittance: fc.Arbitrary<Remittance> = arbitraryRemittance
  .map(withForwardedBalance)
  .map((remittance) => ({ ...remittance, claims: remittance.claims.map(withGroupsOfGuide) }))
  .filter(({ claims }) => !claims.some(repeatsAdjustment))
  .chain((remittance) =>
    fc.tuple(...remittance.claims.map(completed)).chain((claims) =>
      fc
        .record({
          references: fc
            .infiniteStream(fc.option(identifier, { nil: undefined }))
            .map((stream) => [...stream.take(remittance.providerAdjustments.length)]),
          identifier: fc.option(identifier, { nil: undefined }),
          taxId: fc.constantFrom(undefined, '900000011'),
        })
        .map((extras) => ({
          ...remittance,
          payer: {
            ...remittance.payer,
            ...(extras.identifier === undefined ? {} : { identifier: extras.identifier }),
          },
          payee: { ...remittance.payee, ...(extras.taxId === undefined ? {} : { taxId: extras.taxId }) },
          claims,
          providerAdjustments: remittance.providerAdjustments.map((one, index) => {
            const reference = extras.references[index];
            return reference === undefined ? one : { ...one, reference };
          }),
        }))
        .map(withInterestOfAll),
    ),
  );

/** The adjustments of one group together, as an 835 has them. */
function byGroup(adjustments: readonly ClaimAdjustment[]): ClaimAdjustment[] {
  const groups = [...new Set(adjustments.map((one) => one.groupCode))];
  return groups.flatMap((group) => adjustments.filter((one) => one.groupCode === group));
}

/** The same remittance with its adjustments in the order in which an 835 can say them. */
export function withGroupedAdjustments(remittance: Remittance): Remittance {
  return {
    ...remittance,
    claims: remittance.claims.map((claim) => ({
      ...claim,
      adjustments: byGroup(claim.adjustments),
      services: claim.services.map((service) => ({ ...service, adjustments: byGroup(service.adjustments) })),
    })),
  };
}
