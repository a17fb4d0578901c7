import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import { CARRIED_GUIDES, guideById } from '../guides/carried.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { ClaimBalanceChecker } from './claim-balance-checker.ts';
import { compileGuide } from './compiled-guide.ts';
import { GuideChecker } from './guide-checker.ts';
import { RemittanceBalanceChecker } from './remittance-balance-checker.ts';
import type { TellProblem, TransactionSetChecker } from './transaction-set-checker.ts';

const COMPILED = new Map(CARRIED_GUIDES.map((guide) => [guide, compileGuide(guide)]));

/**
 * The checker for one transaction set of a guide (ST03 or GS08 as written), undefined for a guide that is not
 * carried. A checker serves one set.
 */
export function checkerFor(guideId: string, tell: TellProblem): TransactionSetChecker | undefined {
  const guide = guideById(guideId);
  const compiled = guide === undefined ? undefined : COMPILED.get(guide);
  if (guide === undefined || compiled === undefined) return undefined;
  const structure = new GuideChecker(compiled, tell);
  if (guide.setIdentifier === '837') return new BothCheckers(structure, new ClaimBalanceChecker(tell));
  if (guide.setIdentifier === '835') return new BothCheckers(structure, new RemittanceBalanceChecker(tell));
  return structure;
}

class BothCheckers implements TransactionSetChecker {
  readonly #structure: TransactionSetChecker;
  readonly #balance: TransactionSetChecker;

  constructor(structure: TransactionSetChecker, balance: TransactionSetChecker) {
    this.#structure = structure;
    this.#balance = balance;
  }

  segment(segment: SegmentCursor, place: SegmentPlace): void {
    this.#structure.segment(segment, place);
    this.#balance.segment(segment, place);
  }

  finish(isComplete: boolean): void {
    this.#structure.finish(isComplete);
    this.#balance.finish(isComplete);
  }
}
