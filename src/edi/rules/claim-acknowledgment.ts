import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { amountAt, componentCode, differs } from './components.ts';
import { at, type Rule, type SetRule, type TellRule, triggerAt } from './rule.ts';

const HL = tagOf('HL');
const TRN = tagOf('TRN');
const STC = tagOf('STC');
const ACCEPTED = tagOf('WQ');
const REJECTED = tagOf('U');
const ACKNOWLEDGMENT = 0x41;
const UNAVAILABLE = 0x45;
const RESPONSE_NOT_POSSIBLE = tagOf('E0');
const ACCEPTING: readonly Tag[] = ['A0', 'A1', 'A2'].map(tagOf);
const REJECTING: readonly Tag[] = ['A3', 'A4', 'A6', 'A7', 'A8'].map(tagOf);

/**
 * 277CA: the category of a status, STC01-1, is one of acknowledgments, A; in real time also E, when the system is
 * unavailable, and never E0 (X12 interpretation 1942). It agrees with the action, STC03: WQ accepts and U rejects, A3,
 * A6, A7 and A8 reject (interpretation 2203). A warning: payers are known to write WQ beside a rejection, which is one.
 */
export const acknowledgedStatuses: Rule = {
  segments: ['STC'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      const category = componentCode(cursor, 1, 1);
      if (category === 0) return;
      const first = cursor.bytes[cursor.startOf(1)];
      const isAcknowledgment = first === ACKNOWLEDGMENT || first === UNAVAILABLE;
      if (!isAcknowledgment || category === RESPONSE_NOT_POSSIBLE) {
        tell('situation.status-category-wrong', placed.place, at(placed, 1, 1));
        return;
      }
      if (!contradicts(cursor.code(3), category)) return;
      const trigger = triggerAt(placed, 1, 1);
      tell('situation.status-contradictory', placed.place, { ...at(placed, 3), trigger });
    },
  }),
};

/**
 * 277CA: the numbers and charges of accepted and rejected claims, QTY and AMT of the receiver (2200B) and of each
 * provider (2200C), are those of the claims below (TR3 005010X214 §2.4, QTY and AMT of both loops). A provider whose
 * claims are not told one by one counts with its own numbers; a receiver without providers is not judged. Nor is
 * anything above a claim whose action and categories contradict each other: senders count it on either side.
 */
export const acknowledgedTotals: Rule = {
  segments: ['HL', 'TRN', 'STC', 'QTY', 'AMT'],
  loops: ['2000B', '2000C', '2200D'],
  begin: (tell) => new AcknowledgedTotals(tell),
};

type Total = 'acceptedCount' | 'rejectedCount' | 'acceptedCents' | 'rejectedCents';

/** The qualifiers of QTY01 and AMT01: of the receiver, and of a provider. */
const TOTALS: ReadonlyMap<Tag, Total> = new Map([
  [tagOf('90'), 'acceptedCount'],
  [tagOf('AA'), 'rejectedCount'],
  [tagOf('QA'), 'acceptedCount'],
  [tagOf('QC'), 'rejectedCount'],
  [tagOf('YU'), 'acceptedCents'],
  [tagOf('YY'), 'rejectedCents'],
]);

/** Where a status has its categories. */
const STATUSES = [1, 10, 11];

/** Numbers are in hundredths like amounts, because QTY02 is a decimal too. */
const ONE = 100;

class AcknowledgedTotals implements SetRule {
  readonly #tell: TellRule;
  readonly #receiver = new Level();
  readonly #provider = new Level();
  #isRejected = false;
  #isContradictory = false;
  /** Of the claim at hand: STC04 of its first status; undefined before. */
  #chargeCents: number | undefined;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    switch (cursor.tag) {
      case HL:
        if (loop === '2000B') this.#receiver.begin();
        else if (loop === '2000C') this.#provider.begin();
        return;
      case TRN:
        this.#isRejected = false;
        this.#isContradictory = false;
        this.#chargeCents = undefined;
        return;
      case STC:
        if (loop === '2200D') this.#takeStatus(cursor);
        return;
      default: {
        const total = TOTALS.get(cursor.code(1));
        const level = loop === '2200B' ? this.#receiver : this.#provider;
        if (total !== undefined) level.declare(total, placed, amountAt(cursor, 2));
      }
    }
  }

  loopEnded(loop: string): void {
    if (loop === '2200D') this.#countClaim(this.#provider);
    else if (loop === '2000C') {
      if (this.#provider.claimCount > 0) this.#provider.compare(this.#tell);
      this.#receiver.addProvider(this.#provider);
    } else if (this.#receiver.claimCount > 0) this.#receiver.compare(this.#tell);
  }

  #takeStatus(cursor: SegmentCursor): void {
    const action = cursor.code(3);
    this.#chargeCents ??= amountAt(cursor, 4);
    if (action === REJECTED) this.#isRejected = true;
    for (const position of STATUSES) {
      if (contradicts(action, componentCode(cursor, position, 1))) this.#isContradictory = true;
    }
  }

  #countClaim(provider: Level): void {
    provider.claimCount++;
    // A claim without a status is neither accepted nor rejected, and that is told as such.
    if (this.#isContradictory || this.#chargeCents === undefined) return provider.forget();
    provider.add(this.#isRejected ? 'rejectedCount' : 'acceptedCount', ONE);
    provider.add(this.#isRejected ? 'rejectedCents' : 'acceptedCents', this.#chargeCents);
  }
}

function contradicts(action: Tag, category: Tag): boolean {
  return (
    (action === ACCEPTED && REJECTING.includes(category)) ||
    (action === REJECTED && ACCEPTING.includes(category))
  );
}

/** The receiver or a provider: what it declares, and what its claims come to. */
class Level {
  /** Claims below, or providers that stand for theirs. */
  claimCount = 0;
  readonly #declared = new Map<
    Total,
    { readonly placed: ReturnType<typeof triggerAt>; readonly value: number }
  >();
  readonly #counted = new Map<Total, number>();

  begin(): void {
    this.claimCount = 0;
    this.#declared.clear();
    this.#counted.clear();
  }

  declare(total: Total, placed: PlacedSegment, value: number): void {
    this.#declared.set(total, { placed: triggerAt(placed, 2), value });
  }

  /** Nobody knows what its claims come to. */
  forget(): void {
    for (const total of TOTALS.values()) this.#counted.set(total, Number.NaN);
  }

  add(total: Total, value: number): void {
    this.#counted.set(total, this.countOf(total) + value);
  }

  countOf(total: Total): number {
    return this.#counted.get(total) ?? 0;
  }

  /** Adds a provider: its claims where they are told, or what it declares of them. */
  addProvider(provider: Level): void {
    const isTold = provider.claimCount > 0;
    const isSilent = !isTold && provider.#declared.size === 0;
    for (const total of new Set(TOTALS.values())) {
      const value = isTold ? provider.countOf(total) : (provider.#declared.get(total)?.value ?? 0);
      this.add(total, isSilent ? Number.NaN : value);
    }
    this.claimCount++;
  }

  compare(tell: TellRule): void {
    for (const [total, { placed, value }] of this.#declared) {
      if (!differs(this.countOf(total), value)) continue;
      const { place, segment, loop } = placed;
      tell('balance.acknowledged-claims', place, { segment, loop, element: 2 });
    }
  }
}
