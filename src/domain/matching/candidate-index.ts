import { addToGroup } from '../../base/groups.ts';
import { claimIdWithin, plainIdentifier } from '../claim/control-numbers.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import type { MatchCandidate } from './match-candidate.ts';

type Index = ReadonlyMap<string, readonly MatchCandidate[]>;

const NONE: readonly MatchCandidate[] = [];

/** Finds candidates by whatever a claim payment says of its claim, in the order of their ids. */
export class CandidateIndex {
  readonly #candidates: readonly MatchCandidate[];
  readonly #byNumber: Index;
  readonly #byPayerNumber: Index;
  readonly #byOriginalNumber: Index;
  #byClaimId: Index | undefined;
  #byMember: Index | undefined;

  constructor(candidates: readonly MatchCandidate[]) {
    const byId = new Map(candidates.map((candidate) => [candidate.claimId, candidate]));
    this.#candidates = [...byId.values()].toSorted(byClaimId);
    this.#byNumber = indexed(this.#candidates, (one) => one.patientControlNumbers);
    this.#byPayerNumber = indexed(this.#candidates, (one) => one.payerClaimControlNumbers);
    this.#byOriginalNumber = indexed(this.#candidates, ({ originalPayerClaimControlNumber: number }) =>
      number === undefined ? [] : [number],
    );
  }

  /** CLP01 is CLM01 of a sending. */
  byNumber({ patientControlNumber }: ClaimPayment): readonly MatchCandidate[] {
    return this.#byNumber.get(patientControlNumber) ?? NONE;
  }

  /** CLP07 was given to the claim before. */
  byPayerNumber({ payerClaimControlNumber: number }: ClaimPayment): readonly MatchCandidate[] {
    return (number === undefined ? undefined : this.#byPayerNumber.get(number)) ?? NONE;
  }

  /** REF*F8 of the payment was given to the claim before, or CLP07 is the number that the claim replaces. */
  byOriginalNumber(payment: ClaimPayment): readonly MatchCandidate[] {
    const { payerClaimControlNumber: number, originalPayerClaimControlNumber: original } = payment;
    const told = original === undefined ? undefined : this.#byPayerNumber.get(original);
    const replaced = number === undefined ? undefined : this.#byOriginalNumber.get(number);
    return [...new Set([...(told ?? NONE), ...(replaced ?? NONE)])].toSorted(byClaimId);
  }

  /** CLP01 begins like CLM01, whatever its case and dashes. */
  byBeginning({ patientControlNumber }: ClaimPayment): readonly MatchCandidate[] {
    this.#byClaimId ??= indexed(this.#candidates, (one) => [
      ...new Set(one.patientControlNumbers.flatMap((number) => claimIdWithin(number) ?? [])),
    ]);
    const claimId = claimIdWithin(patientControlNumber);
    return (claimId === undefined ? undefined : this.#byClaimId.get(claimId)) ?? NONE;
  }

  byMember({ patient, insured }: ClaimPayment): readonly MatchCandidate[] {
    this.#byMember ??= indexed(this.#candidates, (one) => [plainIdentifier(one.memberId)]);
    const found = new Set<MatchCandidate>();
    for (const person of [patient, insured]) {
      if (person?.memberId === undefined) continue;
      for (const one of this.#byMember.get(plainIdentifier(person.memberId)) ?? NONE) found.add(one);
    }
    return [...found].toSorted(byClaimId);
  }
}

function byClaimId(one: MatchCandidate, other: MatchCandidate): number {
  return one.claimId < other.claimId ? -1 : 1;
}

function indexed(
  candidates: readonly MatchCandidate[],
  keysOf: (candidate: MatchCandidate) => readonly string[],
): Index {
  const index = new Map<string, [MatchCandidate, ...MatchCandidate[]]>();
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) addToGroup(index, key, candidate);
  }
  return index;
}
