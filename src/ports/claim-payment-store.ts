import type { Instant } from '../base/time.ts';
import type { PaymentOnFile } from '../domain/posting/payment-on-file.ts';

/** Names a claim payment among those of all remittances. */
export type PaymentPlace = Pick<PaymentOnFile, 'remittanceId' | 'ordinal'>;

/**
 * `match`: the payment is the claim's. `none`: it is no claim's. `held`: a person took it out of the claim's books, though
 * it is that claim's.
 */
export type MatchDisposition = 'match' | 'none' | 'held';

/** Which claim a claim payment belongs to, as a rule or a person decided it; the last decision holds. */
export interface NewPaymentMatch extends PaymentPlace {
  readonly disposition: MatchDisposition;
  /** With `match` and `held`. */
  readonly claimId?: string;
  /** How it was found, 1 the surest; absent where it was not, or a person found it. */
  readonly tier?: 1 | 2 | 3 | 4;
  /** What was compared and how that went, or the claims proposed. Never a value from a file. */
  readonly evidence: object;
  readonly decidedBy: 'rule' | 'person';
  /** The code of a rule's refusal, or the person's words. */
  readonly reason?: string;
}

export interface StoredPaymentMatch extends NewPaymentMatch {
  /** Counts the decisions about its claim payment from 1. */
  readonly number: number;
  readonly decidedAt: Instant;
}

export interface StoredClaimPayment extends PaymentOnFile {
  /** The decision that holds; absent: none was made. */
  readonly match?: StoredPaymentMatch;
}

/** Claim payments of published remittances; those of a remittance that is held are found by it alone. */
export interface ClaimPaymentReader {
  /** All that are matched to each of these claims, by its id: by payment date, remittance and CLP ordinal. */
  onFile(claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly PaymentOnFile[]>>;
  get(remittanceId: string, ordinal: number): Promise<StoredClaimPayment | undefined>;
  /** By CLP ordinal. */
  ofRemittance(remittanceId: string): Promise<readonly StoredClaimPayment[]>;
  /** Those in no claim's books, longest decided first. */
  unmatched(options: { limit: number }): Promise<readonly StoredClaimPayment[]>;
  /** Whether there are any that a rule found no claim for. */
  hasUnmatched(): Promise<boolean>;
  /**
   * Those that a rule found no claim for and that have one of these numbers, a payer's in CLP07 or REF*F8: what a claim
   * that came later may be.
   */
  unmatchedByNumbers(numbers: {
    readonly patientControlNumbers: readonly string[];
    readonly payerClaimControlNumbers: readonly string[];
  }): Promise<readonly StoredClaimPayment[]>;
  /** Which of these numbers, the payer's or ours, are of a claim payment that was taken back (CLP02 22), and by whom. */
  reversedNumbers(
    numbers: readonly string[],
  ): Promise<readonly { readonly payerKey: string; readonly number: string }[]>;
  /** Every decision about the claim payment, the first one first. */
  matchesOf(remittanceId: string, ordinal: number): Promise<readonly StoredPaymentMatch[]>;
}

/**
 * The books of a claim follow from all of its payments, and two files may each bring one: `posting`, nobody else decides
 * about claim payments. `beside-others` only tells numbers that payments may be found by, any number of transactions at
 * once and beside the one that posts. `alone`: nobody else does either. Who posts and leaves a payment without a claim must
 * be alone when it looks for it: a number that is told meanwhile would find it, and it is not seen yet by who tells.
 */
export type PaymentTurn = 'alone' | 'posting' | 'beside-others';

export interface ClaimPaymentWriter {
  /**
   * Takes a turn among the transactions of the tenant that concern claim payments, and keeps it to the end of this one.
   * Gives whether it was taken now: what was looked up before it may have changed while we waited.
   */
  takeTurn(turn: PaymentTurn): Promise<boolean>;
  insert(payments: readonly PaymentOnFile[]): Promise<void>;
  /** Adds the first decision about each of these claim payments, which this transaction has put on file. */
  decideFirst(matches: readonly NewPaymentMatch[]): Promise<void>;
  /** Adds decisions, one a claim payment; those before stay as they are and hold no longer. */
  decide(matches: readonly NewPaymentMatch[]): Promise<void>;
}
