import { type Cents, cents, sumCents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { ClaimPayment, Remittance } from '../../domain/remittance/remittance.ts';
import type { RemittanceDetails } from '../../translate/remittance-835.ts';
import { NOWHERE, payeeOf, payerTaxId } from '../payer/build-remittance.ts';
import { remittanceDetails } from '../payer/remittance-details.ts';
import { plannedAmount } from './forward-balances.ts';
import type { PlannedRemittance, RemittanceWishes } from './planned-remittance.ts';

/** A remittance to be written, with what is written of it beside. */
export interface ComposedRemittance {
  readonly planned: PlannedRemittance;
  readonly remittance: Remittance;
  readonly details: RemittanceDetails;
}

/** One payment, dated with the day on which it is due; balanced, unless the scenario has it otherwise. */
export function composeRemittance(planned: PlannedRemittance, date: BusinessDate): ComposedRemittance {
  const { accepted, payer, claims } = planned;
  const amountCents = cents(plannedAmount(planned));
  const { billingProvider } = accepted.claim;
  const balanced: Remittance = {
    payment: {
      amountCents,
      method: planned.method ?? (amountCents === 0 ? 'NON' : 'ACH'),
      date,
      traceNumber: planned.traceNumber,
      originatorId: `1${payerTaxId(payer.identifier)}`,
    },
    payer: { name: payer.name, identifier: payer.identifier },
    payee: payeeOf(billingProvider),
    claims: claims.map(({ payment }, index) => ({ ...payment, ordinal: index + 1 })),
    providerAdjustments: planned.providerAdjustments.map((each) => ({
      ...each,
      providerId: billingProvider.npi,
      fiscalPeriodEnd: `${date.slice(0, 4)}-12-31` as BusinessDate,
      place: NOWHERE,
    })),
    unreadable: [],
    place: NOWHERE,
  };
  const details = remittanceDetails(date);
  return { planned, remittance: unbalanced(balanced, planned.wishes.outOfBalance), details };
}

/** Breaks the equation of one level and leaves those of the others. */
function unbalanced(remittance: Remittance, wish: RemittanceWishes['outOfBalance']): Remittance {
  if (wish === undefined) return remittance;
  switch (wish.level) {
    case 'line':
      return withFirstClaim(remittance, (claim) => ({
        ...claim,
        services: claim.services.map((service, index) =>
          index === 0 ? { ...service, paidCents: sumCents([service.paidCents, wish.by]) } : service,
        ),
      }));
    case 'claim':
      return withAmount(
        withFirstClaim(remittance, (claim) => ({
          ...claim,
          paidCents: sumCents([claim.paidCents, wish.by]),
        })),
        wish.by,
      );
    case 'transaction':
      return withAmount(remittance, wish.by);
    default:
      return wish.level satisfies never;
  }
}

function withFirstClaim(remittance: Remittance, change: (claim: ClaimPayment) => ClaimPayment): Remittance {
  const claims = remittance.claims.map((claim, index) => (index === 0 ? change(claim) : claim));
  return { ...remittance, claims };
}

function withAmount(remittance: Remittance, by: Cents): Remittance {
  const amountCents = sumCents([remittance.payment.amountCents, by]);
  return { ...remittance, payment: { ...remittance.payment, amountCents } };
}
