import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { type Rule, type RuleTrigger, type SetRule, type TellRule, triggerAt } from './rule.ts';

const HL = tagOf('HL');
const NM1 = tagOf('NM1');
const EB = tagOf('EB');
const LS = tagOf('LS');
const LE = tagOf('LE');

/** 271: a subscriber about whom no request is refused (AAA) has a name, NM103 of 2100C (X12 interpretation 1681). */
export const subscriberNames: Rule = {
  segments: ['2000C/HL', '2100C/NM1', 'AAA'],
  loops: ['2000C'],
  begin: (tell) => new SubscriberNames(tell),
};

/**
 * 271: the entities of a benefit, 2120, stand between LS and LE, which belong together (TR3 005010X279A1 §2.4, 2110 LS
 * and LE; X12.6 on bounded loops).
 */
export const boundedLoops: Rule = {
  segments: ['EB', 'LS', 'LE', '2120C/NM1', '2120D/NM1'],
  loops: ['2110C', '2110D'],
  begin: (tell) => new BoundedLoops(tell),
};

class SubscriberNames implements SetRule {
  readonly #tell: TellRule;
  readonly #nameless = new KeptPlace();
  #isRefused = false;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === HL) {
      this.#nameless.forget();
      this.#isRefused = false;
    } else if (cursor.tag !== NM1) this.#isRefused = true;
    else if (!cursor.has(3)) this.#nameless.keep(placed);
  }

  loopEnded(): void {
    if (this.#nameless.isKept && !this.#isRefused) {
      const at = { segment: 'NM1', loop: '2100C', element: 3 };
      this.#tell('situation.subscriber-name-missing', this.#nameless, at);
    }
    this.#nameless.forget();
  }
}

class BoundedLoops implements SetRule {
  readonly #tell: TellRule;
  /** LS, while its LE has not come. */
  #header: RuleTrigger | undefined;
  #isTold = false;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case EB:
        this.#header = undefined;
        this.#isTold = false;
        return;
      case LS:
        this.#header = triggerAt(placed);
        return;
      case LE:
        if (this.#header === undefined) this.#tellHeaderMissing(placed);
        this.#header = undefined;
        return;
      default:
        if (this.#header === undefined) this.#tellHeaderMissing(placed);
    }
  }

  loopEnded(loop: string, next: PlacedSegment): void {
    const header = this.#header;
    this.#header = undefined;
    if (header === undefined) return;
    this.#tell('situation.loop-trailer-missing', next.place, { segment: 'LE', loop, trigger: header });
  }

  /** Once for each benefit. */
  #tellHeaderMissing(placed: PlacedSegment): void {
    if (this.#isTold) return;
    this.#isTold = true;
    const loop = placed.loop?.endsWith('C') === true ? '2110C' : '2110D';
    this.#tell('situation.loop-header-missing', placed.place, {
      segment: 'LS',
      loop,
      trigger: triggerAt(placed),
    });
  }
}
