import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { amountAt, componentCode, differs, PLB_AMOUNTS } from './components.ts';
import { at, type Rule, type RuleTrigger, type SetRule, type TellRule, triggerAt } from './rule.ts';
import { TextTable } from './text-table.ts';

const BPR = tagOf('BPR');
const TRN = tagOf('TRN');
const AMT = tagOf('AMT');
const NO_PAYMENT = tagOf('NON');
const INTEREST = tagOf('L6');
const CLAIM_INTEREST = tagOf('I');
/** More headers than a set has in practice; a number that comes again behind them is not found. */
const HEADERS_MAX = 1024;

/**
 * 835, the payment: BPR02 is not negative, what would be goes into PLB as a forwarded balance (TR3 005010X221A1
 * §1.10.2.12; X12 interpretation 2660). Nothing paid is BPR04 NON (interpretation 1708); NON with money is a warning,
 * because payers who pay by virtual card write it. BPR10 and TRN03 name one payer (§2.4, BPR10, TRN03): a warning, the
 * money has come.
 */
export const payment: Rule = {
  segments: ['BPR', 'TRN'],
  begin: (tell) => new Payment(tell),
};

/**
 * 835, PLB: no adjustment of zero (X12 interpretation 1324). The interest of all claims, AMT*I, is what PLB pays as L6
 * with the sign turned (interpretations 2123, 2184; §1.10.2.9): a warning, AMT only informs. Not judged where no claim
 * tells of interest.
 */
export const providerAdjustments: Rule = {
  segments: ['2100/AMT', 'BPR', 'PLB'],
  begin: (tell) => new ProviderAdjustments(tell),
};

/** 835: LX01 tells the groups of claims apart (§2.4, 2000 LX). A warning: nothing refers to it. */
export const headerNumbers: Rule = {
  segments: ['LX'],
  begin: (tell) => {
    const numbers = new TextTable(HEADERS_MAX);
    return {
      segment(placed) {
        const { cursor } = placed;
        if (!cursor.has(1) || numbers.add(cursor.view, cursor.startOf(1), cursor.stopOf(1))) return;
        tell('situation.header-number-repeated', placed.place, at(placed, 1));
      },
    };
  },
};

class Payment implements SetRule {
  readonly #tell: TellRule;
  /** BPR10, and where it stands. */
  #payer = '';
  #trigger: RuleTrigger | undefined;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === BPR) {
      this.#payer = cursor.text(10);
      this.#trigger = triggerAt(placed, 10);
      this.#checkMethod(placed);
    } else if (cursor.tag === TRN && this.#payer !== '' && cursor.has(3) && cursor.text(3) !== this.#payer) {
      const place = at(placed, 3);
      this.#tell(
        'situation.payer-identifier-mismatch',
        placed.place,
        this.#trigger === undefined ? place : { ...place, trigger: this.#trigger },
      );
    }
  }

  #checkMethod(placed: PlacedSegment): void {
    const { cursor } = placed;
    const amount = amountAt(cursor, 2);
    const isNone = cursor.code(4) === NO_PAYMENT;
    if (amount < 0) this.#tell('situation.payment-negative', placed.place, at(placed, 2));
    else if (amount === 0 && !isNone && cursor.has(4)) {
      const trigger = triggerAt(placed, 2);
      this.#tell('situation.payment-method-of-nothing', placed.place, { ...at(placed, 4), trigger });
    } else if (amount > 0 && isNone) {
      const trigger = triggerAt(placed, 2);
      this.#tell('situation.payment-without-method', placed.place, { ...at(placed, 4), trigger });
    }
  }
}

class ProviderAdjustments implements SetRule {
  readonly #tell: TellRule;
  /** The sum of AMT*I; undefined where there is none. */
  #claimInterestCents: number | undefined;
  #providerInterestCents = 0;
  /** Of BPR, and of the first PLB that holds interest. */
  #payment: RuleTrigger | undefined;
  #interest: RuleTrigger | undefined;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === BPR) this.#payment = triggerAt(placed, 2);
    else if (cursor.tag === AMT) {
      if (cursor.code(1) === CLAIM_INTEREST) {
        this.#claimInterestCents = (this.#claimInterestCents ?? 0) + amountAt(cursor, 2);
      }
    } else this.#takeAdjustments(placed);
  }

  finish(): void {
    const place = this.#interest ?? this.#payment;
    const told = this.#claimInterestCents;
    // Paid interest is negative in PLB.
    if (place === undefined || told === undefined || !differs(told, 0 - this.#providerInterestCents)) return;
    const { segment, loop, element } = place;
    this.#tell('balance.interest', place.place, {
      segment,
      loop,
      ...(element === undefined ? {} : { element }),
    });
  }

  #takeAdjustments(placed: PlacedSegment): void {
    const { cursor } = placed;
    for (const position of PLB_AMOUNTS) {
      if (!cursor.has(position)) continue;
      const amount = amountAt(cursor, position);
      if (amount === 0) this.#tell('situation.provider-adjustment-zero', placed.place, at(placed, position));
      if (componentCode(cursor, position - 1, 1) !== INTEREST) continue;
      this.#providerInterestCents += amount;
      this.#interest ??= triggerAt(placed, position);
    }
  }
}
