import type { ProofAdjustment, ProofClaim, ProofProvider } from './proof-form.ts';

/** By how much, and where, an equation does not hold: what the parts make less what the payer reports. */
export interface ProofDifference {
  readonly level: 'service' | 'claim' | 'transaction';
  readonly claim?: number;
  readonly service?: number;
  readonly cents: number;
}

/** Differences that are told one by one; a remittance that is wrong throughout says so with the first of them. */
const DIFFERENCES_MAX = 100;

/**
 * The equations, from the terms alone: charge less adjustments is paid, for each line (X12 interpretation 2348) and each
 * claim with its lines' adjustments (358); what claims are paid less PLB is the payment (2184).
 */
export class ProofSums {
  claimsPaid = 0;
  providerAdjusted = 0;
  readonly differences: ProofDifference[] = [];
  #differenceCount = 0;

  get isBalanced(): boolean {
    return this.#differenceCount === 0;
  }

  addClaim({ claim, charge, paid, adjustments, services }: ProofClaim): void {
    let adjusted = total(adjustments);
    for (const [index, service] of services.entries()) {
      const ofLine = total(service.adjustments);
      adjusted += ofLine;
      this.#compare({ level: 'service', claim, service: index + 1 }, service.charge - ofLine, service.paid);
    }
    this.#compare({ level: 'claim', claim }, charge - adjusted, paid);
    this.claimsPaid += paid;
  }

  addProvider({ amounts }: ProofProvider): void {
    for (const { cents } of amounts) this.providerAdjusted += cents;
  }

  /** After the last claim payment and provider-level adjustment. */
  close(payment: number): void {
    this.#compare({ level: 'transaction' }, this.claimsPaid - this.providerAdjusted, payment);
  }

  #compare(where: Omit<ProofDifference, 'cents'>, expected: number, reported: number): void {
    if (expected === reported) return;
    this.#differenceCount++;
    if (this.differences.length < DIFFERENCES_MAX) {
      this.differences.push({ ...where, cents: expected - reported });
    }
  }
}

function total(adjustments: readonly ProofAdjustment[]): number {
  let sum = 0;
  for (const { amounts } of adjustments) for (const { cents } of amounts) sum += cents;
  return sum;
}
