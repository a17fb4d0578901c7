import type { MatchCandidate } from '../../domain/matching/match-candidate.ts';

/** Payers' numbers of claims that were told before, so that telling them again makes no waiting payment match. */
export class KnownNumbers {
  readonly #known = new Map<string, ReadonlySet<string>>();

  note({ claimId, payerClaimControlNumbers }: MatchCandidate): void {
    if (payerClaimControlNumbers.length > 0) this.#known.set(claimId, new Set(payerClaimControlNumbers));
  }

  has(claimId: string, number: string): boolean {
    return this.#known.get(claimId)?.has(number) ?? false;
  }

  clear(): void {
    this.#known.clear();
  }
}
