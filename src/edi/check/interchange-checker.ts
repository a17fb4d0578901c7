import type { CodeSets } from '../codes/code-sets.ts';
import type {
  EnvelopeHandler,
  EnvelopeNumbers,
  GroupHeader,
  InterchangeHeader,
  SetHeader,
} from '../envelope/envelope-handler.ts';
import { EnvelopeReader } from '../envelope/envelope-reader.ts';
import { placeOf } from '../envelope/place-of.ts';
import { tellBoth } from '../envelope/tell-both.ts';
import { problemAt } from '../problem-catalog.ts';
import type { Problem } from '../problems.ts';
import { checkInterchangeAcknowledgment } from '../rules/interchange-acknowledgment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import {
  type CheckedGroup,
  type CheckedInterchange,
  type CheckedSet,
  type CheckReport,
  hasError,
} from './check-report.ts';
import { SetCheckers } from './set-checkers.ts';
import { isGuideOfGroup, isSetInItsGroup } from './set-kinds.ts';
import type { TransactionSetChecker } from './transaction-set-checker.ts';

/**
 * Problems kept of one file: a person reads a few, a 999 is made of some hundred a set, and a file of one fault
 * repeated must not fill memory.
 */
export const PROBLEMS_MAX = 5000;

/**
 * Envelopes in trouble kept of one file: a broken set needs no more than twelve bytes and is kept with what is wrong
 * with it. Sets that are accepted are kept however many they are, because they are longer than what is kept of them.
 */
export const TROUBLED_ENVELOPES_MAX = 50_000;

export interface InterchangeCheckerOptions {
  /** Told the same segments, in the same pass. */
  readonly beside?: EnvelopeHandler;
  /** Where codes that no guide fixes are looked up; absent, they are not looked at. */
  readonly codeSets?: CodeSets;
}

type Building<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Checks a file: bytes in, then `finish()` gives what is wrong at each level and a verdict for each set. */
export class InterchangeChecker {
  readonly #reader: EnvelopeReader;
  readonly #report: Building<CheckReport>;
  #keptCount = 0;
  #troubledCount = 0;
  #interchange: Building<CheckedInterchange> | undefined;
  #group: Building<CheckedGroup> | undefined;
  #set: Building<CheckedSet> | undefined;
  readonly #checkers: SetCheckers;
  #checker: TransactionSetChecker | undefined;

  constructor(decode: Latin1Decoder, { beside, codeSets }: InterchangeCheckerOptions = {}) {
    this.#checkers = new SetCheckers((problem) => this.#take(problem), codeSets);
    this.#report = { problems: [], interchanges: [], omittedProblemCount: 0, omittedEnvelopeCount: 0 };
    const handler = this.#handler();
    this.#reader = new EnvelopeReader(decode, beside === undefined ? handler : tellBoth(handler, beside));
  }

  feed(bytes: Uint8Array): void {
    this.#reader.feed(bytes);
  }

  finish(): CheckReport {
    this.#reader.finish();
    return this.#report;
  }

  #handler(): EnvelopeHandler {
    return {
      interchangeOpened: (header) => this.#openInterchange(header),
      interchangeAcknowledgment: (segment, place) => {
        if (this.#interchange !== undefined) this.#interchange.isAcknowledging = true;
        checkInterchangeAcknowledgment(segment, place, (problem) => this.#take(problem));
      },
      groupOpened: (header) => this.#openGroup(header),
      setOpened: (header) => this.#openSet(header),
      countedSegment: (segment, ordinal, numbers) => {
        if (ordinal === 1) this.#chooseChecker(segment, numbers);
        this.#checker?.segment(segment, ordinal);
      },
      setClosed: (header, isComplete) => this.#closeSet(header, isComplete),
      groupClosed: (_header, _isComplete, declaredSetCount) => {
        const group = this.#group;
        if (group === undefined) return;
        if (declaredSetCount !== undefined) group.declaredSetCount = declaredSetCount;
        if (group.sets.length === 0) this.#boundTroubled(group, this.#interchange?.groups);
        this.#group = undefined;
      },
      interchangeClosed: () => {
        const interchange = this.#interchange;
        if (interchange?.groups.length === 0) this.#boundTroubled(interchange, this.#report.interchanges);
        this.#interchange = undefined;
      },
      problem: (problem) => this.#take(problem),
    };
  }

  #openInterchange(header: InterchangeHeader): void {
    this.#interchange = {
      controlNumber: header.controlNumber,
      header,
      isAcknowledging: false,
      problems: [],
      groups: [],
    };
    this.#report.interchanges.push(this.#interchange);
  }

  #openGroup(header: GroupHeader): void {
    this.#group = { controlNumber: header.controlNumber, header, problems: [], sets: [] };
    this.#interchange?.groups.push(this.#group);
  }

  #openSet(header: SetHeader): void {
    const { controlNumber, identifier, guide } = header;
    this.#set = { controlNumber, identifier, guide, verdict: 'accepted', problems: [] };
    const before = this.#group?.sets.at(-1);
    // Texts that are the same in every set of a group are kept once.
    if (before?.identifier === identifier) this.#set.identifier = before.identifier;
    if (before?.guide === guide) this.#set.guide = before.guide;
    this.#group?.sets.push(this.#set);
    this.#checker = undefined;
  }

  /** At ST, where the problems of the choice stand. */
  #chooseChecker(st: SegmentCursor, numbers: EnvelopeNumbers): void {
    const set = this.#set;
    if (set === undefined) return;
    const location = { ...placeOf(st, 1, numbers), segment: 'ST' };
    if (!isSetInItsGroup(set, this.#group?.header.functionalIdentifier ?? '')) {
      this.#take(problemAt('set.identifier-mismatch', { ...location, element: 1 }));
      return;
    }
    this.#checker = this.#checkers.begin(set, numbers);
    if (this.#checker !== undefined) {
      if (isGuideOfGroup(st.text(3), this.#group?.header.version ?? '')) return;
      this.#take(problemAt('set.guide-mismatch', { ...location, element: 3 }));
      return;
    }
    set.verdict = 'unchecked';
    this.#take(problemAt('set.guide-unsupported', { ...location, element: 3 }));
  }

  #closeSet(_header: SetHeader, isComplete: boolean): void {
    this.#checker?.finish(isComplete);
    this.#checker = undefined;
    const set = this.#set;
    this.#set = undefined;
    if (set === undefined) return;
    // What is missing, or does not balance, is found behind its place. The sorted copy has no room to grow.
    set.problems = set.problems.toSorted(bySegment);
    if (set.verdict === 'rejected' || set.verdict === 'unchecked')
      this.#boundTroubled(set, this.#group?.sets);
  }

  /** Counts an envelope in trouble that has ended, the last of those beside it; takes it out again past the most kept. */
  #boundTroubled({ problems }: { readonly problems: readonly Problem[] }, beside: unknown[] = []): void {
    this.#troubledCount++;
    if (this.#troubledCount <= TROUBLED_ENVELOPES_MAX) return;
    beside.pop();
    this.#report.omittedEnvelopeCount++;
    this.#report.omittedProblemCount += problems.length;
  }

  /** Puts a problem where it belongs and lets it count, kept or not. */
  #take(problem: Problem): void {
    const set = isOfSet(problem) ? this.#set : undefined;
    if (set !== undefined) {
      if (problem.severity === 'error') set.verdict = 'rejected';
      else if (set.verdict === 'accepted') set.verdict = 'accepted-with-errors';
    }
    const level = set ?? this.#levelOf(problem);
    // What is wrong with an envelope is always kept, as there are not many to a set, and so is the first error of a
    // level: a rejection must say why.
    const isNeeded = isOfEnvelope(problem) || (problem.severity === 'error' && !hasError(level.problems));
    if (this.#keptCount >= PROBLEMS_MAX && !isNeeded) {
      this.#report.omittedProblemCount++;
      return;
    }
    this.#keptCount++;
    level.problems.push(problem);
  }

  #levelOf({ code }: Problem): { problems: Problem[] } {
    if (code.startsWith('file.')) return this.#report;
    const group = code.startsWith('interchange.') ? undefined : this.#group;
    return group ?? this.#interchange ?? this.#report;
  }
}

/** Problems of one set in the order of its segments and their elements; what has no segment stands at the end. */
function bySegment({ location: one }: Problem, { location: other }: Problem): number {
  const ordinals = (one.segmentOrdinal ?? Infinity) - (other.segmentOrdinal ?? Infinity);
  if (ordinals !== 0 && !Number.isNaN(ordinals)) return ordinals;
  return (one.element ?? 0) - (other.element ?? 0) || (one.component ?? 0) - (other.component ?? 0);
}

function isOfEnvelope({ code }: Problem): boolean {
  return /^(file|interchange|group|set)\./.test(code);
}

function isOfSet({ code }: Problem): boolean {
  return !/^(file|interchange|group)\./.test(code);
}
