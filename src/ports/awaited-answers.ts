import type { Cents } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { AnswerKind } from '../domain/exchange/answer-kind.ts';
import type { PassedDeadline, WaitingClaim } from '../domain/exchange/late-answers.ts';

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
  /** Interchanges with a deadline that is over and has not been looked at, the longest overdue first. */
  due(now: Instant, limit: number): Promise<readonly string[]>;
  /** The claims that were last sent in one of the interchanges and wait for anything. */
  waitingClaims(interchangeIds: readonly string[]): Promise<readonly WaitingClaim[]>;
}

export interface AwaitedAnswerWriter {
  /** Adds those not there yet. */
  insert(answers: readonly AwaitedAnswer[]): Promise<void>;
  /**
   * Which of the interchanges have deadlines behind them that must be judged anew: something is late there, or one of
   * its claims awaits again what had been settled. Until the transaction ends nobody else judges a deadline of any of
   * them, so that none is judged by what its claims waited for before the answer that is being applied.
   */
  takeUnsettled(
    interchanges: readonly { interchangeId: string; awaiting?: AnswerKind }[],
  ): Promise<readonly string[]>;
  /** Locks and gives deadlines of the interchanges that were found to be over, or are at `now`. */
  takePassed(interchangeIds: readonly string[], now?: Instant): Promise<readonly PassedDeadline[]>;
  /** Records how each deadline stands. */
  judge(deadlines: readonly { interchangeId: string; answer: AnswerKind; isLate: boolean }[]): Promise<void>;
}
