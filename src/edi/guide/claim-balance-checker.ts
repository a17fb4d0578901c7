import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import { problemAt } from '../problem-catalog.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import { locate } from './locate.ts';
import type { TellProblem, TransactionSetChecker } from './transaction-set-checker.ts';

const CLM = tagOf('CLM');
const SV1 = tagOf('SV1');
const HL = tagOf('HL');

interface OpenClaim {
  readonly place: SegmentPlace;
  readonly claim: string;
  readonly totalCents: number;
  linesCents: number;
  lineCount: number;
  hasUnreadableLine: boolean;
}

/** 837P: the claim total CLM02 is the sum of the line charges SV102 (TR3 005010X222A1 §1.4.4; X12 interpretation 1294). */
export class ClaimBalanceChecker implements TransactionSetChecker {
  readonly #tell: TellProblem;
  #claim: OpenClaim | undefined;

  constructor(tell: TellProblem) {
    this.#tell = tell;
  }

  segment(segment: SegmentCursor, place: SegmentPlace): void {
    switch (segment.tag) {
      case CLM: {
        this.#closeClaim();
        const totalCents = segment.cents(2);
        if (totalCents === undefined) return;
        const claim = segment.text(1);
        this.#claim = { place, claim, totalCents, linesCents: 0, lineCount: 0, hasUnreadableLine: false };
        return;
      }
      case SV1: {
        if (this.#claim === undefined) return;
        const charge = segment.cents(2);
        this.#claim.lineCount++;
        if (charge === undefined) this.#claim.hasUnreadableLine = true;
        else this.#claim.linesCents += charge;
        return;
      }
      case HL:
        return this.#closeClaim();
      default:
    }
  }

  finish(isComplete: boolean): void {
    if (isComplete) this.#closeClaim();
  }

  #closeClaim(): void {
    const open = this.#claim;
    this.#claim = undefined;
    if (open === undefined || open.lineCount === 0 || open.hasUnreadableLine) return;
    if (open.linesCents === open.totalCents) return;
    this.#tell(
      problemAt(
        'balance.claim',
        locate(open.place, { segment: 'CLM', loop: '2300', claim: open.claim, element: 2 }),
        'CLM02 is not the sum of the line charges SV102.',
      ),
    );
  }
}
