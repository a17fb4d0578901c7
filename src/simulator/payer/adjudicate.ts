import { invariant } from '../../base/invariant.ts';
import { type Cents, cents, sumCents } from '../../base/money.ts';
import type { ProfessionalClaim, ServiceLine } from '../../domain/claim/claim.ts';
import { priorDecidedCents } from '../../domain/posting/claim-terms.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import { claimFeatures, drawnRule, forcedRule, lineFeatures } from './choose-rule.ts';
import { denyLine, type LineDecision, type OpenBenefit, openBenefit, payLine } from './decide-line.ts';
import type { ClaimOutcome, Rejection, RuleTable } from './rule.ts';
import { USUAL_RULES } from './rules.ts';

export interface AdjudicatedLine extends LineDecision {
  readonly line: ServiceLine;
}

/** A provider-level adjustment that one claim gives rise to; an 835 sums them by reason. */
export interface ProviderShare {
  readonly reasonCode: string;
  /** Positive lowers the payment (X12 interpretation 2184). */
  readonly amountCents: Cents;
}

/** What the simulated world decides of a claim. `rule` is the name of the claim rule that did. */
export type Adjudication =
  | { readonly kind: 'rejected'; readonly rule: string; readonly rejection: Rejection }
  | {
      readonly kind: 'decided';
      readonly rule: string;
      /** CLP02: 1, 2, 3 by the payer's rank; a denial is a decision like any other (X12 interpretation 1423). */
      readonly statusCode: string;
      readonly chargeCents: Cents;
      readonly paidCents: Cents;
      /** All PR of the lines (X12 interpretation 2548). */
      readonly patientResponsibilityCents: Cents;
      readonly lines: readonly AdjudicatedLine[];
      readonly providerShares: readonly ProviderShare[];
    };

export interface AdjudicationOptions {
  readonly seed: string;
  readonly rules?: RuleTable;
}

const STATUS_CODES = { P: '1', S: '2', T: '3' } as const;

/**
 * Decides a claim by the rule table: whole cents, every line and the claim balanced (X12 interpretations 2348, 358).
 * It depends on the seed and on what the claim says, not on its numbers or when it arrives.
 */
export function adjudicate(claim: ProfessionalClaim, options: AdjudicationOptions): Adjudication {
  const rules = options.rules ?? USUAL_RULES;
  const features = claimFeatures(claim);
  const subject = { claim, lines: claim.lines };
  const forced = forcedRule(rules.claims, subject);
  const rule = forced ?? drawnRule(rules.claims, subject, { seed: options.seed, purpose: 'claim', features });
  if (rule.outcome.kind === 'reject') return { kind: 'rejected', rule: rule.name, rejection: rule.outcome };

  // A forced claim is forced as a whole: what a scenario asks for is not changed by a lot.
  const lot = forced === undefined ? { seed: options.seed, features } : undefined;
  const lines = decideLines(claim, rule.outcome, rules, lot);
  const paidCents = sumCents(lines.map((line) => line.paidCents));
  const adjustments = lines.flatMap((line) => line.adjustments);
  const chargeCents = sumCents(claim.lines.map((line) => line.chargeCents));
  invariant(
    chargeCents - sumCents(adjustments.map(amountOf)) === paidCents,
    'an adjudicated claim balances with its adjustments',
  );
  return {
    kind: 'decided',
    rule: rule.name,
    statusCode: STATUS_CODES[claim.payerRank],
    chargeCents,
    paidCents,
    patientResponsibilityCents: sumCents(adjustments.filter((each) => each.groupCode === 'PR').map(amountOf)),
    lines,
    providerShares: providerShares(claim, paidCents, rules, lot),
  };
}

/** What a drawn rule is drawn by; absent for a claim whose outcome is forced. */
type Lot = { readonly seed: string; readonly features: string } | undefined;

function decideLines(
  claim: ProfessionalClaim,
  outcome: Exclude<ClaimOutcome, Rejection>,
  rules: RuleTable,
  lot: Lot,
): AdjudicatedLine[] {
  let benefit: OpenBenefit | undefined;
  if (outcome.kind === 'pay') benefit = openBenefit(outcome);
  let priorLeft = priorDecidedCents(claim) as number;
  return claim.lines.map((line) => {
    const { chargeCents } = line;
    const settledCents = cents(Math.min(priorLeft, chargeCents));
    priorLeft -= settledCents;
    const open = { chargeCents, settledCents };
    if (outcome.kind === 'deny') return { line, ...denyLine(open, outcome) };
    const subject = { claim, lines: [line] };
    let rule = forcedRule(rules.lines, subject);
    if (rule === undefined && lot !== undefined) {
      const features = `${lot.features}\n${lineFeatures(line)}`;
      rule = drawnRule(rules.lines, subject, { seed: lot.seed, purpose: 'line', features });
    }
    if (rule?.outcome.kind === 'deny') return { line, ...denyLine(open, rule.outcome) };
    invariant(benefit, 'a claim that is not denied has a benefit');
    return { line, ...payLine(open, benefit) };
  });
}

function providerShares(
  claim: ProfessionalClaim,
  paidCents: Cents,
  rules: RuleTable,
  lot: Lot,
): ProviderShare[] {
  const subject = { claim, lines: claim.lines };
  let rule = forcedRule(rules.providerAdjustments, subject);
  if (rule === undefined && lot !== undefined) {
    rule = drawnRule(rules.providerAdjustments, subject, { ...lot, purpose: 'provider-adjustment' });
  }
  if (rule?.outcome.kind !== 'provider-adjustment') return [];
  const { reasonCode, paidPermille } = rule.outcome;
  const amountCents = cents(Math.trunc((paidCents * paidPermille) / 1000));
  return amountCents === 0 ? [] : [{ reasonCode, amountCents }];
}

function amountOf(adjustment: ClaimAdjustment): Cents {
  return adjustment.amountCents;
}
