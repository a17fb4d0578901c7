import { type Cents, cents, sumCents } from '../../base/money.ts';
import type { ClaimAdjustment } from './claim-adjustment.ts';
import type { ClaimPayment, Remittance, RemittanceParticulars } from './remittance.ts';

/** One equation of the proof: `expectedCents` computed from the parts, `reportedCents` as the payer wrote it. */
export interface BalanceLine {
  readonly level: 'service' | 'claim' | 'transaction';
  /** CLP ordinal, absent at transaction level. */
  readonly claimPaymentOrdinal?: number;
  /** Service ordinal within the claim, from 1. */
  readonly serviceOrdinal?: number;
  readonly expectedCents: Cents;
  readonly reportedCents: Cents;
}

/** Proof that a remittance balances at the three levels, or by how much and where it does not. */
export interface BalanceProof {
  readonly isBalanced: boolean;
  readonly checkedCount: {
    readonly services: number;
    readonly claims: number;
    readonly transactions: number;
  };
  /** Only the equations that do not hold; of thousands of them the first. */
  readonly failures: readonly BalanceLine[];
  /** By how much those of each level do not hold, one too high and one too low added up; 0 where all hold. */
  readonly differenceCents: Readonly<Record<BalanceLine['level'], Cents>>;
  readonly claimPaidCents: Cents;
  readonly providerAdjustmentCents: Cents;
  readonly paymentCents: Cents;
}

function adjustmentTotal(adjustments: readonly ClaimAdjustment[]): number {
  let total = 0;
  for (const { amountCents } of adjustments) total += amountCents;
  return total;
}

/** Enough for whoever mends a file; a file with millions of wrong claims is not kept in memory for it. */
const FAILURES_MAX = 10_000;

/** SVC02 − ΣCAS = SVC03 for each line (interpretation 2348), CLP03 − Σ(claim and line CAS) = CLP04 (interpretation 358). */
function findClaimFailures(claim: ClaimPayment, fail: (failure: BalanceLine) => void): void {
  let lineAdjustments = 0;
  let serviceOrdinal = 0;
  for (const service of claim.services) {
    serviceOrdinal++;
    const adjusted = adjustmentTotal(service.adjustments);
    lineAdjustments += adjusted;
    const expectedCents = cents(service.chargeCents - adjusted);
    if (expectedCents === service.paidCents) continue;
    fail({
      level: 'service',
      claimPaymentOrdinal: claim.ordinal,
      serviceOrdinal,
      expectedCents,
      reportedCents: service.paidCents,
    });
  }
  const expectedCents = cents(claim.chargeCents - adjustmentTotal(claim.adjustments) - lineAdjustments);
  if (expectedCents !== claim.paidCents) {
    fail({
      level: 'claim',
      claimPaymentOrdinal: claim.ordinal,
      expectedCents,
      reportedCents: claim.paidCents,
    });
  }
}

/**
 * Proves a remittance at service line, claim and transaction level, in cents. The transaction must satisfy
 * ΣCLP04 − ΣPLB = BPR02, where a positive provider-level adjustment lowers the payment (interpretation 2184).
 */
export function proveBalance(remittance: Remittance): BalanceProof {
  const prover = new BalanceProver();
  for (const claim of remittance.claims) prover.add(claim);
  return prover.close(remittance);
}

/** The same of a remittance whose claim payments come one at a time and are not kept. */
export class BalanceProver {
  readonly #failures: BalanceLine[] = [];
  readonly #differences = { service: 0, claim: 0, transaction: 0 };
  readonly #fail = (failure: BalanceLine): void => {
    this.#differences[failure.level] += Math.abs(failure.reportedCents - failure.expectedCents);
    const isKept = failure.level === 'transaction' || this.#failures.length < FAILURES_MAX;
    if (isKept) this.#failures.push(failure);
  };
  #claimPaid = 0;
  #claimCount = 0;
  #serviceCount = 0;

  add(claim: ClaimPayment): void {
    findClaimFailures(claim, this.#fail);
    this.#claimPaid += claim.paidCents;
    this.#claimCount++;
    this.#serviceCount += claim.services.length;
  }

  close({ payment, providerAdjustments }: RemittanceParticulars): BalanceProof {
    const claimPaidCents = cents(this.#claimPaid);
    const providerAdjustmentCents = sumCents(providerAdjustments.map((one) => one.amountCents));
    const paymentCents = payment.amountCents;
    const expectedCents = cents(claimPaidCents - providerAdjustmentCents);
    if (expectedCents !== paymentCents) {
      this.#fail({ level: 'transaction', expectedCents, reportedCents: paymentCents });
    }
    const { service, claim, transaction } = this.#differences;
    return {
      isBalanced: this.#failures.length === 0,
      checkedCount: { services: this.#serviceCount, claims: this.#claimCount, transactions: 1 },
      failures: this.#failures,
      differenceCents: {
        service: cents(service),
        claim: cents(claim),
        transaction: cents(transaction),
      },
      claimPaidCents,
      providerAdjustmentCents,
      paymentCents,
    };
  }
}
