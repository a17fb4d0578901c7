import type {
  EnvelopeHandler,
  GroupHeader,
  InterchangeHeader,
  SegmentPlace,
  SetHeader,
} from '../envelope/envelope-handler.ts';
import { EnvelopeReader } from '../envelope/envelope-reader.ts';
import { checkerFor } from '../guide/checker-for.ts';
import type { TransactionSetChecker } from '../guide/transaction-set-checker.ts';
import { problemAt } from '../problem-catalog.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import {
  type CheckedGroup,
  type CheckedInterchange,
  type CheckedSet,
  type CheckReport,
  hasError,
} from './check-report.ts';
import { isSetInItsGroup } from './set-kinds.ts';

/**
 * Problems kept of one file: a person reads a few, a 999 is made of some hundred a set, and a file of one fault
 * repeated must not fill memory.
 */
export const PROBLEMS_MAX = 5000;

type Building<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Checks a file: bytes in, then `finish()` gives what is wrong at each level and a verdict for each set. */
export class InterchangeChecker {
  readonly #reader: EnvelopeReader;
  readonly #report: { problems: Problem[]; interchanges: CheckedInterchange[]; omittedProblemCount: number };
  #keptCount = 0;
  #interchange: Building<CheckedInterchange> | undefined;
  #group: Building<CheckedGroup> | undefined;
  #set: Building<CheckedSet> | undefined;
  #checker: TransactionSetChecker | undefined;
  #place: SegmentPlace | undefined;

  constructor(decode: Latin1Decoder) {
    this.#report = { problems: [], interchanges: [], omittedProblemCount: 0 };
    this.#reader = new EnvelopeReader(decode, this.#handler());
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
      interchangeAcknowledgment: () => {
        if (this.#interchange !== undefined) this.#interchange.isAcknowledging = true;
      },
      groupOpened: (header) => this.#openGroup(header),
      setOpened: (header) => this.#openSet(header),
      segment: (segment, place) => this.#segment(segment, place),
      setClosed: (header, isComplete) => this.#closeSet(header, isComplete),
      groupClosed: (_header, _isComplete, declaredSetCount) => {
        if (this.#group !== undefined && declaredSetCount !== undefined) {
          this.#group.declaredSetCount = declaredSetCount;
        }
        this.#group = undefined;
      },
      interchangeClosed: () => {
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
    this.#group?.sets.push(this.#set);
    this.#checker = undefined;
    this.#place = undefined;
  }

  #segment(segment: SegmentCursor, place: SegmentPlace): void {
    const isFirst = this.#place === undefined;
    this.#place = place;
    if (isFirst && this.#set !== undefined) this.#chooseChecker(this.#set, place);
    this.#checker?.segment(segment, place);
  }

  /** At ST, whose place the problems of the choice have. */
  #chooseChecker(set: CheckedSet, place: SegmentPlace): void {
    const functionalIdentifier = this.#group?.header.functionalIdentifier ?? '';
    if (!isSetInItsGroup(set, functionalIdentifier)) {
      this.#tellAt('set.identifier-mismatch', place, 1);
      return;
    }
    this.#checker = checkerFor(set.guide, (problem) => this.#take(problem));
    if (this.#checker !== undefined) return;
    if (this.#set !== undefined) this.#set.verdict = 'unchecked';
    this.#tellAt('set.guide-unsupported', place, 3);
  }

  #closeSet(_header: SetHeader, isComplete: boolean): void {
    this.#checker?.finish(isComplete);
    this.#checker = undefined;
    this.#set = undefined;
  }

  #tellAt(code: ProblemCode, place: SegmentPlace, element: number): void {
    this.#take(problemAt(code, { ...place, segment: 'ST', element }));
  }

  /** Puts a problem where it belongs and lets it count, kept or not. */
  #take(problem: Problem): void {
    const set = isOfSet(problem) ? this.#set : undefined;
    if (set !== undefined) {
      if (problem.severity === 'error') set.verdict = 'rejected';
      else if (set.verdict === 'accepted') set.verdict = 'accepted-with-errors';
    }
    const level = set ?? this.#levelOf(problem);
    // The first error of a level is always kept: a rejection must say why.
    const isNeeded = problem.severity === 'error' && !hasError(level.problems);
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

function isOfSet({ code }: Problem): boolean {
  return !/^(file|interchange|group)\./.test(code);
}
