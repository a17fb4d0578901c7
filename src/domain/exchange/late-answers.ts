import { type Cents, sumCents } from '../../base/money.ts';
import { ANSWER_KINDS, type AnswerKind, isAwaited } from './answer-kind.ts';

/** A claim in the interchange that it was last sent in, and the first answer that it still waits for. */
export interface WaitingClaim {
  readonly claimId: string;
  readonly interchangeId: string;
  readonly chargeCents: Cents;
  readonly awaiting: AnswerKind;
}

/** A deadline that is over: the interchange's answer was due. */
export interface PassedDeadline {
  readonly interchangeId: string;
  readonly answer: AnswerKind;
  /** Claims in the interchange, those that wait for nothing too. */
  readonly claimCount: number;
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
export function lateAnswers(
  passed: readonly PassedDeadline[],
  waiting: readonly WaitingClaim[],
): LateAnswers {
  const ofAll = new Map<string, Silence>();
  const ofOne = new Map<string, Silence>();
  const deadlines: LateAnswers['deadlines'][number][] = [];
  const inOrder = passed.toSorted((a, b) => ANSWER_KINDS.indexOf(a.answer) - ANSWER_KINDS.indexOf(b.answer));
  for (const deadline of inOrder) {
    const { interchangeId, answer, claimCount } = deadline;
    const silent = waiting.filter(
      (claim) => claim.interchangeId === interchangeId && isAwaited(answer, claim.awaiting),
    );
    deadlines.push({ ...deadline, isLate: silent.length > 0 });
    if (silent.length === claimCount) {
      const amountCents = sumCents(silent.map((claim) => claim.chargeCents));
      add(ofAll, interchangeId, { interchangeId, answers: [answer], amountCents });
      continue;
    }
    for (const { claimId, chargeCents } of silent) {
      add(ofOne, claimId, { interchangeId, claimId, answers: [answer], amountCents: chargeCents });
    }
  }
  return { silences: [...ofAll.values(), ...ofOne.values()], deadlines };
}

/** Of one who misses several answers there is one silence. */
function add(silences: Map<string, Silence>, subject: string, silence: Silence): void {
  const known = silences.get(subject);
  const answers = [...(known?.answers ?? []), ...silence.answers];
  silences.set(subject, { ...silence, answers });
}
