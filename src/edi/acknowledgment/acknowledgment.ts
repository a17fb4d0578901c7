import type { ProblemTrigger } from '../problems.ts';

/**
 * What the TA1 segments and 999 sets of a file say, as data. It holds codes, positions and the control numbers that
 * are answered, and of the copies of bad data (IK404) nothing. What is not written as the standard has it is ''.
 */
export interface Acknowledgment {
  readonly interchanges: readonly InterchangeAnswer[];
  readonly groups: readonly GroupAnswer[];
}

/** TA1. */
export interface InterchangeAnswer {
  /** TA101: ISA13. */
  readonly controlNumber: string;
  /** TA104: A, E or R. */
  readonly verdict: string;
  /** TA105; '000' is none. */
  readonly note: string;
}

/** AK1 to AK9. */
export interface GroupAnswer {
  /** AK101: GS01. */
  readonly functionalIdentifier: string;
  /** AK102: GS06. */
  readonly controlNumber: string;
  /** AK901: A, E, P, or a rejection. */
  readonly verdict: string;
  /** AK905 to AK909. */
  readonly codes: readonly string[];
  readonly sets: readonly SetAnswer[];
}

/** AK2 to IK5. */
export interface SetAnswer {
  /** AK202: ST02. */
  readonly controlNumber: string;
  /** IK501: A, E, or a rejection. */
  readonly verdict: string;
  /** IK502 to IK506. */
  readonly codes: readonly string[];
  readonly segments: readonly SegmentNote[];
}

/** IK3 and the CTX and IK4 segments that follow it. */
export interface SegmentNote {
  /** IK301. */
  readonly segment: string;
  /** IK302, 0 where it is no number. */
  readonly segmentOrdinal: number;
  /** IK303, at most the first four characters of the loop. */
  readonly loop: string;
  /** IK304. */
  readonly code: string;
  /** What CTX names the claim by, CLM01 or TRN02. */
  readonly claim: string;
  readonly trigger?: ProblemTrigger;
  readonly elements: readonly ElementNote[];
}

/** IK4. Positions count from 1; 0 is none. */
export interface ElementNote {
  readonly element: number;
  readonly component: number;
  readonly repetition: number;
  /** IK403. */
  readonly code: string;
  readonly trigger?: ProblemTrigger;
}

/** Whether TA104, IK501 or AK901 takes what was sent, with errors noted or without; P takes a part. */
export function isAccepting(verdict: string): boolean {
  return verdict === 'A' || verdict === 'E' || verdict === 'P';
}
