import type { Cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { FactBody } from '../domain/claim/fact.ts';
import type { FoldedFact } from '../domain/claim/folded-fact.ts';
import type { ClaimHeadline, ClaimStatus } from '../domain/claim/status.ts';
import type { Source } from '../domain/exchange/source.ts';
import type { MatchCandidate } from '../domain/matching/match-candidate.ts';

export interface NewClaim {
  readonly id: string;
  /** Idempotency key: unique for a tenant, for ever. */
  readonly key: string;
  /** SHA-256 of the claim's canonical JSON. */
  readonly contentSha256: string;
  /** Where the submitted bytes stand in the archive. */
  readonly archiveSha256: string;
  readonly partnerId: string;
  readonly claim: ProfessionalClaim;
  readonly status: ClaimStatus;
}

export interface StoredClaim extends NewClaim {
  readonly createdAt: Instant;
}

/** One sending of a claim. */
export interface ClaimAttempt {
  readonly claimId: string;
  /** 1, 2, …: a resubmission is a new attempt. */
  readonly number: number;
  /** CLM01 of this attempt, unique for a tenant. */
  readonly patientControlNumber: string;
  readonly interchangeId: string;
  readonly setControlNumber: string;
}

export interface ClaimSummary {
  readonly id: string;
  readonly accountNumber: string;
  readonly payerName: string;
  readonly serviceDate: BusinessDate;
  readonly chargeCents: Cents;
  readonly headline: ClaimHeadline;
}

export interface Fact {
  /** Derived from source and subject, so that the same fact is stored once. */
  readonly id: string;
  readonly subjectKind: 'claim' | 'interchange';
  readonly subjectId: string;
  /** Absent for what the gateway itself did. */
  readonly source?: Source;
  readonly body: FactBody;
}

export interface StoredFact extends Fact {
  readonly recordedAt: Instant;
}

export interface ClaimReader {
  findByKeys(keys: readonly string[]): Promise<readonly StoredClaim[]>;
  /** Those of these ids that there are, oldest first. */
  byIds(ids: readonly string[]): Promise<readonly StoredClaim[]>;
  /** By claim id, the biller's account number, or a patient control number. */
  lookUp(reference: string): Promise<readonly StoredClaim[]>;
  /**
   * Claims to compare claim payments with: those that went out under one of these numbers, that a payer gave one of its
   * numbers, and that replace what has it. Each once, by id.
   */
  candidatesByNumbers(numbers: {
    readonly patientControlNumbers: readonly string[];
    readonly payerClaimControlNumbers: readonly string[];
  }): Promise<readonly MatchCandidate[]>;
  /** Those of these ids that were sent. */
  candidatesByIds(claimIds: readonly string[]): Promise<readonly MatchCandidate[]>;
  /** Claims of a subscriber with this number, whatever its case and dashes, whose first service was on this day. */
  candidatesByMembers(
    services: readonly { readonly memberId: string; readonly serviceDate: BusinessDate }[],
  ): Promise<readonly MatchCandidate[]>;
  attemptsByControlNumbers(patientControlNumbers: readonly string[]): Promise<readonly ClaimAttempt[]>;
  attemptsByClaims(claimIds: readonly string[]): Promise<readonly ClaimAttempt[]>;
  attemptsByInterchange(interchangeId: string): Promise<readonly ClaimAttempt[]>;
  /** Oldest first. `after` is the last id of the page before. */
  list(options: {
    headline?: ClaimHeadline;
    after?: string;
    limit: number;
  }): Promise<readonly ClaimSummary[]>;
  countByHeadline(): Promise<readonly { headline: ClaimHeadline; count: number; chargeCents: Cents }[]>;
}

export interface ClaimWriter {
  insert(claims: readonly NewClaim[]): Promise<void>;
  /** Locks and gives ready claims of the partner, oldest first; those another transaction holds are passed over. */
  takeReady(partnerId: string, limit: number): Promise<readonly StoredClaim[]>;
  insertAttempts(attempts: readonly ClaimAttempt[]): Promise<void>;
  /** Rewrites the projection of the fold where it has changed. */
  updateStatuses(statuses: readonly { claimId: string; status: ClaimStatus }[]): Promise<void>;
}

export interface FactReader {
  /**
   * Facts of each of these claims, by its id, and of the interchanges it went in, oldest recorded first. Left out is
   * what a 999 says of other transaction sets than the claim's own. A claim without facts is not in the map.
   */
  forClaims(claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredFact[]>>;
  /**
   * What the fold sees of the same facts and no more, in any order: for thousands of claims. Left out is that a claim
   * was accepted, which changes no status.
   */
  toFold(claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly FoldedFact[]>>;
}

export interface FactWriter {
  /** Adds those not there yet; gives the ids of the claims that any of these speaks of, new or not. */
  append(facts: readonly Fact[]): Promise<readonly string[]>;
}
