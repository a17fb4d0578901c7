import { type Cents, cents } from '../../base/money.ts';
import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { Share } from './plain-values.ts';
import type { Denial } from './remittance-schema.ts';
import type { LineOutcome, Outcome } from './scenario-schema.ts';

/** What an outcome decides of one line. */
export interface PricedLine {
  readonly line: ServiceLine;
  /** The line that it is paid within. */
  readonly bundledInto?: number;
  readonly paidCents: Cents;
  readonly adjustments: readonly ClaimAdjustment[];
  readonly remarkCodes: readonly string[];
}

type Pricing = Pick<Outcome, 'allowed' | 'deductible' | 'copay' | 'coinsurance'>;

/** CARC of a service that is paid within another. */
const BUNDLED: Denial = { group: 'CO', reason: '97', remarks: [] };

/**
 * Prices the lines of a claim in their order. What is said in dollars for the claim (allowed, deductible, copay) is
 * used up over its lines; a line with an outcome of its own takes no part in that. Fractions of a cent go to the
 * write-off and to the payer, never to the patient.
 */
export function priceLines(lines: readonly ServiceLine[], outcome: Outcome): PricedLine[] {
  const ofClaim = openPricing(outcome);
  return lines.map((line) => {
    const own = outcome.lines.find((one) => concerns(one, line));
    if (own?.bundledInto !== undefined) return { ...denied(line, BUNDLED), bundledInto: own.bundledInto };
    const denial = own === undefined ? outcome.deny : own.deny;
    if (denial !== undefined) return denied(line, denial);
    return priced(line, own === undefined ? ofClaim : openPricing(own));
  });
}

function concerns({ line, procedure, modifier }: LineOutcome, billed: ServiceLine): boolean {
  if (line !== undefined && line !== billed.number) return false;
  if (procedure !== undefined && !billed.procedure.code.startsWith(procedure)) return false;
  return modifier === undefined || billed.procedure.modifiers.includes(modifier);
}

function denied(line: ServiceLine, { group, reason, remarks }: Denial): PricedLine {
  const adjustments = [{ groupCode: group, reasonCode: reason, amountCents: line.chargeCents }];
  return {
    line,
    paidCents: cents(0),
    adjustments: adjustments.filter(({ amountCents }) => amountCents !== 0),
    remarkCodes: remarks,
  };
}

/** A part of each amount that it is taken from, or an amount that is used up. */
type Taker = (from: number) => number;

interface OpenPricing {
  readonly allowed: Taker;
  readonly deductible: Taker;
  readonly copay: Taker;
  readonly coinsurance: Taker;
}

function openPricing({ allowed, deductible, copay, coinsurance }: Pricing): OpenPricing {
  return {
    allowed: takerOf(allowed ?? { tenThousandths: 10_000 }),
    deductible: takerOf({ amountCents: deductible ?? cents(0) }),
    copay: takerOf({ amountCents: copay ?? cents(0) }),
    coinsurance: takerOf(coinsurance ?? { amountCents: cents(0) }),
  };
}

function takerOf(share: Share): Taker {
  if ('tenThousandths' in share) return (from) => Math.floor((from * share.tenThousandths) / 10_000);
  let left = share.amountCents as number;
  return (from) => {
    const taken = Math.min(from, left);
    left -= taken;
    return taken;
  };
}

function priced(line: ServiceLine, pricing: OpenPricing): PricedLine {
  const allowed = pricing.allowed(line.chargeCents);
  const deductible = pricing.deductible(allowed);
  const copay = pricing.copay(allowed - deductible);
  const coinsurance = pricing.coinsurance(allowed - deductible - copay);
  const parts: readonly (readonly [string, string, number])[] = [
    ['CO', '45', line.chargeCents - allowed],
    ['PR', '1', deductible],
    ['PR', '3', copay],
    ['PR', '2', coinsurance],
  ];
  return {
    line,
    paidCents: cents(allowed - deductible - copay - coinsurance),
    adjustments: parts
      .filter(([, , amount]) => amount !== 0)
      .map(([groupCode, reasonCode, amount]) => ({ groupCode, reasonCode, amountCents: cents(amount) })),
    remarkCodes: [],
  };
}
