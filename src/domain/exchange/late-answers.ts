import { type Cents, sumCents } from '../../base/money.ts';
import { ANSWER_KINDS, type AnswerKind, isAwaited } from './answer-kind.ts';

/** A claim in the interchange that it was last sent in, and the first answer that it still waits for. */
export interface SentClaim {
  readonly claimId: string;
  readonly interchangeId: string;
  readonly chargeCents: Cents;
  readonly awaiting?: AnswerKind;
}

/** A deadline that is over: the interchange's answer was due. */
export interface PassedDeadline {
  readonly interchangeId: string;
  readonly answer: AnswerKind;
}

/** Silence that a person must look into: of a whole interchange, or of one claim in it. */
export interface Silence {
  readonly interchangeId: string;
  /** Absent: not one claim of the interchange has these answers. */
  readonly claimId?: string;
  /** What is late, in the order of the journey. */
  readonly answers: readonly AnswerKind[];
  /** Charges of the claims concerned. */
  readonly amountCents: Cents;
}

export interface LateAnswers {
  readonly silences: readonly Silence[];
  readonly deadlines: readonly (PassedDeadline & { readonly isLate: boolean })[];
}

/**
 * What is late, from the deadlines that are over and what each claim of their interchanges still waits for. Nothing of
 * the past enters, so that it does not matter what was seen first: an answer or the end of its term. An answer that no
 * claim of an interchange has is one silence; one that some have is a silence for each claim without it.
 */
export function lateAnswers(passed: readonly PassedDeadline[], claims: readonly SentClaim[]): LateAnswers {
  const silences: Silence[] = [];
  const deadlines: LateAnswers['deadlines'][number][] = [];
  for (const [interchangeId, answers] of answersByInterchange(passed)) {
    const sent = claims.filter((claim) => claim.interchangeId === interchangeId);
    const ofAll: AnswerKind[] = [];
    const ofOne = new Map<SentClaim, AnswerKind[]>();
    for (const answer of answers) {
      const silent = sent.filter((claim) => isAwaited(answer, claim.awaiting));
      deadlines.push({ interchangeId, answer, isLate: silent.length > 0 });
      if (silent.length === 0) continue;
      if (silent.length === sent.length) ofAll.push(answer);
      else for (const claim of silent) ofOne.set(claim, [...(ofOne.get(claim) ?? []), answer]);
    }
    if (ofAll.length > 0) {
      const amountCents = sumCents(sent.map((claim) => claim.chargeCents));
      silences.push({ interchangeId, answers: ofAll, amountCents });
    }
    for (const [{ claimId, chargeCents }, late] of ofOne) {
      silences.push({ interchangeId, claimId, answers: late, amountCents: chargeCents });
    }
  }
  return { silences, deadlines };
}

function answersByInterchange(passed: readonly PassedDeadline[]): ReadonlyMap<string, AnswerKind[]> {
  const byInterchange = new Map<string, AnswerKind[]>();
  for (const answer of ANSWER_KINDS) {
    for (const deadline of passed) {
      if (deadline.answer !== answer) continue;
      const known = byInterchange.get(deadline.interchangeId);
      if (known === undefined) byInterchange.set(deadline.interchangeId, [answer]);
      else known.push(answer);
    }
  }
  return byInterchange;
}
