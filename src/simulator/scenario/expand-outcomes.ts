import { createHash } from 'node:crypto';
import { cents, sumCents } from '../../base/money.ts';
import type { PayerRank } from '../../domain/claim/claim.ts';
import type { AcceptedClaim } from '../payer/build-remittance.ts';
import { planClaimPayment, reversalOf } from './plan-claim-payment.ts';
import type { PlannedClaimPayment, PlannedProviderAdjustment } from './planned-remittance.ts';
import { type PricedLine, priceLines } from './price-lines.ts';
import type { PayerOfScenario, WrittenClaimPayment, WrittenService } from './remittance-schema.ts';
import type { Outcome } from './scenario-schema.ts';

/** What one outcome has a payer say on one day. */
export interface ExpandedOutcome {
  /** After the claim was taken. */
  readonly day: number;
  readonly payer: PayerOfScenario;
  readonly claims: readonly PlannedClaimPayment[];
  readonly providerAdjustments: readonly PlannedProviderAdjustment[];
}

/** Marks each part of a claim that a payer split (X12 interpretations 137, 1076). */
const SPLIT = 'MA15';
const REMARKS_MAX = 5;

/** Turns the outcomes of a claim into claim payments as they could be written by hand. */
export function expandOutcomes(accepted: AcceptedClaim, outcomes: readonly Outcome[]): ExpandedOutcome[] {
  const expanded: ExpandedOutcome[] = [];
  let decided: readonly PlannedClaimPayment[] = [];
  for (const outcome of outcomes) {
    const { day, providerAdjustments } = outcome;
    const claims = outcome.reversal === true ? decided.map(reversalOf) : decide(accepted, outcome);
    expanded.push({ day, payer: accepted.claim.payer, claims, providerAdjustments });
    if (outcome.reversal === true) continue;
    decided = claims;
    if (outcome.crossover === undefined) continue;
    const { payer, day: later } = outcome.crossover;
    const passedOn = claims.map((claim) => decideAfter(claim, payer));
    expanded.push({ day: later, payer, claims: passedOn, providerAdjustments: [] });
  }
  return expanded;
}

function decide(accepted: AcceptedClaim, outcome: Outcome): PlannedClaimPayment[] {
  const priced = priceLines(accepted.claim.lines, outcome);
  const parts = (outcome.split ?? [undefined]).map((numbers) => ({
    numbers,
    lines: writtenLines(priced, numbers),
  }));
  // A part of lines that the claim does not have is none.
  const standing = parts.filter(({ lines }) => lines.length > 0);
  return standing.map(({ numbers, lines }, index) => {
    const remarks = numbers === undefined ? outcome.remarks : [SPLIT, ...outcome.remarks];
    return planClaimPayment(accepted, {
      claim: accepted.patientControlNumber,
      ...(outcome.status === undefined ? {} : { status: outcome.status }),
      adjust: [],
      remarks: remarks.slice(0, REMARKS_MAX),
      // Of the claim, so it stands in its first part.
      ...(outcome.interest === undefined || index > 0 ? {} : { interest: outcome.interest }),
      ...(outcome.crossover === undefined ? {} : { forwardedTo: outcome.crossover.payer }),
      lines,
    });
  });
}

function writtenLines(
  priced: readonly PricedLine[],
  numbers: readonly number[] | undefined,
): WrittenService[] {
  return priced
    .filter(({ line }) => numbers?.includes(line.number) ?? true)
    .map(({ line, bundledInto, paidCents, adjustments, remarkCodes }) => {
      const into = priced.find((other) => other.line.number === bundledInto);
      return {
        line: line.number,
        ...(into === undefined ? {} : { procedure: into.line.procedure.code }),
        paid: paidCents,
        adjust: [...adjustments],
        remarks: [...remarkCodes],
      };
    });
}

const NEXT_STATUS: Readonly<Record<PayerRank, string>> = { P: '2', S: '3', T: '3' };

/** Prior payers' decisions, informational. */
const PRIOR_PAYERS = { groupCode: 'OA', reasonCode: '23' } as const;

/** What the next payer decides of a claim that was passed on to it: it pays what the first left to the patient. */
function decideAfter(
  { accepted, payment, lineNumbers }: PlannedClaimPayment,
  payer: PayerOfScenario,
): PlannedClaimPayment {
  const digest = createHash('sha256').update(`${payer.identifier}\n${accepted.payerClaimControlNumber}`);
  const written: WrittenClaimPayment = {
    claim: accepted.patientControlNumber,
    status: NEXT_STATUS[accepted.claim.payerRank],
    payerNumber: `X${digest.digest('hex').slice(0, 14).toUpperCase()}`,
    adjust: [],
    remarks: [...payment.remarkCodes],
    lines: lineNumbers.map((line, index) => {
      const { adjustments = [], chargeCents = 0 } = payment.services[index] ?? {};
      const left = adjustments.filter((one) => one.groupCode === 'PR').map((one) => one.amountCents);
      const settled = cents(chargeCents - sumCents(left));
      const adjust = settled === 0 ? [] : [{ ...PRIOR_PAYERS, amountCents: settled }];
      return { line, adjust, remarks: [] };
    }),
  };
  return planClaimPayment(accepted, written);
}
