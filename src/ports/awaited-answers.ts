import type { Cents } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { AnswerKind } from '../domain/exchange/answer-kind.ts';
import type { PassedDeadline, SentClaim } from '../domain/exchange/late-answers.ts';

/** An answer that a partner owes to a delivered interchange and every claim in it. */
export interface AwaitedAnswer {
  readonly interchangeId: string;
  readonly partnerId: string;
  readonly answer: AnswerKind;
  /** From this moment on it is late. */
  readonly dueAt: Instant;
}

/** `answered` and `late` as they were found after the deadline; `answered-late` once all that was late has come. */
export type AwaitedAnswerState = 'awaited' | 'answered' | 'late' | 'answered-late';

/** An answer that claims of the interchange still wait for. */
export interface OutstandingAnswer extends AwaitedAnswer {
  /** Claims without the answer, and how many there are in the interchange. */
  readonly silentClaims: number;
  readonly claimCount: number;
  /** Charges of the claims without the answer. */
  readonly silentCents: Cents;
}

export interface AwaitedAnswerReader {
  byInterchanges(
    interchangeIds: readonly string[],
  ): Promise<readonly (AwaitedAnswer & { readonly state: AwaitedAnswerState })[]>;
  /** What has not come, earliest deadline first. `dueBy`: only what was due at that moment. */
  outstanding(options: {
    partnerId?: string;
    dueBy?: Instant;
    limit: number;
  }): Promise<readonly OutstandingAnswer[]>;
  /** Every claim that was last sent in one of the interchanges. */
  claimsOf(interchangeIds: readonly string[]): Promise<readonly SentClaim[]>;
  /**
   * Which of the interchanges have deadlines behind them that another look may judge anew: something is late there, or
   * one of its claims awaits again what had been settled.
   */
  unsettled(
    interchanges: readonly { interchangeId: string; awaiting?: AnswerKind }[],
  ): Promise<readonly string[]>;
}

export interface AwaitedAnswerWriter {
  /** Adds those not there yet. */
  insert(answers: readonly AwaitedAnswer[]): Promise<void>;
  /**
   * Interchanges with a deadline that is over and has not been looked at, the longest overdue first. Their claims are
   * locked until the transaction ends, so that no answer comes in between.
   */
  takeDue(now: Instant, limit: number): Promise<readonly string[]>;
  /** Locks and gives deadlines of the interchanges that were found to be over, or are at `now`. */
  takePassed(interchangeIds: readonly string[], now?: Instant): Promise<readonly PassedDeadline[]>;
  /** Records how each deadline stands. */
  judge(deadlines: readonly (PassedDeadline & { isLate: boolean })[]): Promise<void>;
}
