import type { Cents } from '../../base/money.ts';

/** What a rule looks at. Every part that is present must hold; a rule without any holds for all. */
export interface Predicate {
  readonly payers?: readonly string[];
  /** The procedure code begins with one of these (for a claim: that of any line). */
  readonly procedures?: readonly string[];
  /** A line (for a claim: any line) carries this modifier. */
  readonly modifier?: string;
  /** The subscriber's member id begins with this. */
  readonly memberIdPrefix?: string;
  readonly frequencies?: readonly string[];
}

/** Turned away before adjudication (277CA with STC03 = U); there will be no 835 for it. */
export interface Rejection {
  readonly kind: 'reject';
  readonly by: 'clearinghouse' | 'payer';
  /** Claim status category: A3, A6, A7 or A8. */
  readonly category: string;
  /** Claim status code. */
  readonly status: string;
  /** Entity code that the status speaks of: IL subscriber, 85 billing provider … */
  readonly entity?: string;
}

/** The whole charge of a line stays unpaid, for one reason. */
export interface Denial {
  readonly kind: 'deny';
  readonly groupCode: 'CO' | 'PR' | 'OA' | 'PI';
  readonly reasonCode: string;
  readonly remarkCodes: readonly string[];
}

/**
 * The claim is paid by a fee schedule; the patient's share comes off in this order: deductible, copay, coinsurance.
 * Deductible and copay are met once a claim, over its lines in order.
 */
export interface Benefit {
  readonly kind: 'pay';
  /** Allowed part of each line's charge; the rest is a contractual write-off (CO 45). */
  readonly allowedPercent: number;
  readonly deductibleCents?: Cents;
  readonly copayCents?: Cents;
  readonly coinsurancePercent?: number;
}

export type ClaimOutcome = Rejection | Denial | Benefit;

/** A line keeps what its claim's outcome says, or is denied by itself. */
export type LineOutcome = Denial | { readonly kind: 'keep' };

/** `weight`: its share among the drawn rules that hold; `always`: it decides alone, the first in the table first. */
export interface Rule<Outcome> {
  readonly name: string;
  readonly when: Predicate;
  readonly weight: number | 'always';
  readonly outcome: Outcome;
}

/** Part of what a claim pays that stands at provider level (PLB), in thousandths, rounded down to a cent. */
export interface ProviderAdjustmentOutcome {
  readonly kind: 'provider-adjustment';
  /** PLB03-1: E3 withhold, L6 interest … */
  readonly reasonCode: string;
  /** Positive lowers the payment, negative raises it. */
  readonly paidPermille: number;
}

export interface RuleTable {
  readonly claims: readonly Rule<ClaimOutcome>[];
  readonly lines: readonly Rule<LineOutcome>[];
  readonly providerAdjustments: readonly Rule<ProviderAdjustmentOutcome | { readonly kind: 'keep' }>[];
}
