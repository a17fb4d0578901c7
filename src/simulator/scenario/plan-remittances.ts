import { createHash } from 'node:crypto';
import { groupBy } from '../../base/groups.ts';
import { negateCents, sumCents } from '../../base/money.ts';
import type { AcceptedClaim } from '../payer/build-remittance.ts';
import { type ExpandedOutcome, expandOutcomes } from './expand-outcomes.ts';
import { forwardBalances } from './forward-balances.ts';
import { holds, isNamed } from './holds.ts';
import { planClaimPayment, reversalOf } from './plan-claim-payment.ts';
import type {
  PlannedClaimPayment,
  PlannedProviderAdjustment,
  PlannedRemittance,
  Take,
} from './planned-remittance.ts';
import type { WrittenRemittance } from './remittance-schema.ts';
import type { Scenario } from './scenario-schema.ts';

/**
 * All remittances that the claims taken so far give rise to. A remittance is planned once every claim that it names
 * has come; with more claims there are more remittances behind, and those that were there before stay as they were.
 */
export function planRemittances(scenario: Scenario, takes: readonly Take[]): readonly PlannedRemittance[] {
  const written = scenario.remittances.flatMap(
    (one, index) => plannedAsWritten(scenario, takes, { one, index }) ?? [],
  );
  const ruled = takes.flatMap((take) => plannedByRules(scenario, takes, take));
  return forwardBalances(
    [...written, ...ruled].toSorted(
      (one, other) => one.completedBy - other.completedBy || one.paidOn - other.paidOn,
    ),
  );
}

function plannedAsWritten(
  scenario: Scenario,
  takes: readonly Take[],
  { one, index }: { readonly one: WrittenRemittance; readonly index: number },
): PlannedRemittance | undefined {
  const claims = claimsOf(scenario, takes, one);
  if (claims === undefined) return undefined;
  const named = claims.map((claim) => takeOf(takes, claim.accepted));
  const take = named[0] ?? takes[0];
  const accepted = claims[0]?.accepted ?? take?.claims[0];
  if (take === undefined || accepted === undefined) return undefined;
  const day = Math.max(one.day, ...named.map((each) => each.day));
  const key = `written ${index}`;
  const traceNumber = one.trace ?? traceOf(scenario, key);
  return {
    completedBy: Math.max(take.arrival, ...named.map((each) => each.arrival)),
    day,
    paidOn: one.paidOn ?? day,
    fileKey: one.file === undefined ? key : `file ${one.file} ${day}`,
    answered: take.answered,
    accepted,
    payer: one.payer ?? accepted.claim.payer,
    traceNumber,
    ...(one.method === undefined ? {} : { method: one.method }),
    claims,
    providerAdjustments: withInterest(
      one.providerAdjustments.map((each) => referring(each, takes)),
      { claims, traceNumber },
    ),
    wishes: one,
  };
}

/** Undefined while one of its claims has not come. */
function claimsOf(
  scenario: Scenario,
  takes: readonly Take[],
  { claims }: WrittenRemittance,
): PlannedClaimPayment[] | undefined {
  const planned = claims.map((written) => {
    const accepted = claimNamed(written.claim, takes);
    if (accepted === undefined || written.reverses === undefined) {
      return accepted === undefined ? [] : [planClaimPayment(accepted, written)];
    }
    const reversed = scenario.remittances
      .filter(({ id }) => id === written.reverses)
      .flatMap((each) => each.claims)
      .filter((each) => each.claim === written.claim && each.reverses === undefined);
    return reversed.map((each) => reversalOf(planClaimPayment(accepted, each)));
  });
  return planned.some((each) => each.length === 0) ? undefined : planned.flat();
}

function plannedByRules(scenario: Scenario, takes: readonly Take[], take: Take): PlannedRemittance[] {
  const expanded = take.claims.flatMap((accepted) => {
    const rule = scenario.rules.find(({ when }) => holds(when, accepted));
    return expandOutcomes(accepted, rule?.outcomes ?? []).map((outcome) => ({ accepted, outcome }));
  });
  const groups = groupBy(expanded, ({ accepted, outcome }) => paymentKey(take, accepted, outcome));
  return [...groups.values()].map((group) => {
    const [{ accepted, outcome }] = group;
    const key = paymentKey(take, accepted, outcome);
    const traceNumber = traceOf(scenario, key);
    const claims = group.flatMap((each) => each.outcome.claims);
    return {
      completedBy: take.arrival,
      day: take.day + outcome.day,
      paidOn: take.day + outcome.day,
      fileKey: [take.arrival, outcome.day, outcome.payer.identifier].join(' '),
      answered: take.answered,
      accepted,
      payer: outcome.payer,
      traceNumber,
      claims,
      providerAdjustments: withInterest(
        group.flatMap((each) => each.outcome.providerAdjustments.map((one) => referring(one, takes))),
        { claims, traceNumber },
      ),
      wishes: { copies: [] },
    };
  });
}

function paymentKey({ arrival }: Take, { claim }: AcceptedClaim, { day, payer }: ExpandedOutcome): string {
  const { npi, taxId } = claim.billingProvider;
  return [arrival, day, payer.identifier, npi, taxId.value].join(' ');
}

function claimNamed(name: string, takes: readonly Take[]): AcceptedClaim | undefined {
  return takes.flatMap((take) => take.claims).find((accepted) => isNamed(name, accepted));
}

function takeOf(takes: readonly Take[], accepted: AcceptedClaim): Take {
  return takes.find((take) => take.claims.includes(accepted)) as Take;
}

/** `@NAME` stands for the payer's number of that claim. */
function referring(one: PlannedProviderAdjustment, takes: readonly Take[]): PlannedProviderAdjustment {
  if (one.reference?.startsWith('@') !== true) return one;
  const name = one.reference.slice(1);
  return { ...one, reference: claimNamed(name, takes)?.payerClaimControlNumber ?? name };
}

/** The interest of the claims is paid at provider level (X12 interpretation 2123), unless L6 is written there. */
function withInterest(
  adjustments: readonly PlannedProviderAdjustment[],
  of: { readonly claims: readonly PlannedClaimPayment[]; readonly traceNumber: string },
): readonly PlannedProviderAdjustment[] {
  const interest = sumCents(of.claims.map((claim) => claim.payment.interestCents ?? 0));
  if (interest === 0 || adjustments.some(({ reasonCode }) => reasonCode === 'L6')) return adjustments;
  return [
    ...adjustments,
    { reasonCode: 'L6', reference: of.traceNumber, amountCents: negateCents(interest) },
  ];
}

/** Unique between payer and payee (X12 interpretation 1874), and the same for the same seed. */
function traceOf({ seed }: Scenario, key: string): string {
  const digest = createHash('sha256').update(`${seed}\ntrace\n${key}`).digest();
  return `SIM${String(digest.readUIntBE(0, 6) % 1_000_000_000).padStart(9, '0')}`;
}
