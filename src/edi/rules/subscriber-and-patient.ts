import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { type Rule, type RulePlace, type SetRule, type TellRule, triggerAt } from './rule.ts';

const HL = tagOf('HL');
const SBR = tagOf('SBR');
const CLM = tagOf('CLM');
const NM1 = tagOf('NM1');
const N3 = tagOf('N3');
const N4 = tagOf('N4');
const DMG = tagOf('DMG');
const SELF = tagOf('18');
const PERSON = tagOf('1');

/**
 * 837: who the patient is. Either SBR02 is 18, and then the subscriber is the patient, has claims and no patient level
 * below; or SBR02 is empty, and then there is a patient level (2000C), which has the claims (TR3 005010X222A1
 * §1.4.3.2.2 and §2.4, 2000B SBR02, 2000C HL; X223A2 and X224A2 say the same). A subscriber with claims of both kinds
 * is written twice. Of a subscriber who is the patient, address and birth date are required (2010BA N3, N4, DMG).
 */
export const subscriberAndPatient: Rule = {
  segments: [
    '2000B/HL',
    '2000C/HL',
    '2000B/SBR',
    'CLM',
    ...['NM1', 'N3', 'N4', 'DMG'].map((segment) => `2010BA/${segment}`),
  ],
  loops: ['2000B', '2010BA', '2000C'],
  begin: (tell) => new SubscriberAndPatient(tell),
};

class SubscriberAndPatient implements SetRule {
  readonly #tell: TellRule;
  /** Of the HL that says whether there are patients below, and of SBR. */
  readonly #level = new KeptPlace();
  readonly #subscriber = new KeptPlace();
  #relationship = 0;
  #isPerson = false;
  #hasStreet = false;
  #hasCity = false;
  #hasBirth = false;
  /** The first claim of the subscriber. */
  readonly #ownClaim = new KeptPlace();
  #hasDependent = false;
  #isInDependent = false;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    switch (cursor.tag) {
      case HL:
        if (loop === '2000B') this.#beginSubscriber(placed);
        else this.#beginDependent(placed);
        return;
      case SBR:
        this.#subscriber.keep(placed);
        this.#relationship = cursor.code(2);
        return;
      case CLM:
        if (!this.#isInDependent && !this.#ownClaim.isKept) this.#ownClaim.keep(placed);
        return;
      case NM1:
        this.#isPerson = cursor.code(2) === PERSON;
        this.#hasStreet = false;
        this.#hasCity = false;
        this.#hasBirth = false;
        return;
      case N3:
        this.#hasStreet = true;
        return;
      case N4:
        this.#hasCity = true;
        return;
      case DMG:
        this.#hasBirth = true;
        return;
      default:
    }
  }

  loopEnded(loop: string, next: PlacedSegment): void {
    if (loop === '2010BA') this.#endName(next);
    else if (loop === '2000C') this.#isInDependent = false;
    else {
      this.#endSubscriber(next);
      this.#subscriber.forget();
    }
  }

  #beginSubscriber(placed: PlacedSegment): void {
    this.#level.keep(placed);
    this.#subscriber.forget();
    this.#relationship = 0;
    this.#ownClaim.forget();
    this.#hasDependent = false;
  }

  #beginDependent(placed: PlacedSegment): void {
    if (this.#relationship === SELF && this.#subscriber.isKept && !this.#hasDependent) {
      this.#tell('situation.subscriber-has-dependent', this.#subscriber, {
        segment: 'SBR',
        loop: '2000B',
        element: 2,
        trigger: triggerAt(placed),
      });
    }
    this.#hasDependent = true;
    this.#isInDependent = true;
  }

  #endName(next: PlacedSegment): void {
    if (this.#hasStreet && this.#hasCity && this.#hasBirth) return;
    if (this.#relationship !== SELF || !this.#subscriber.isKept || !this.#isPerson) return;
    const trigger = { place: this.#subscriber, segment: 'SBR', loop: '2000B', element: 2 };
    const missing = (segment: string): void =>
      this.#tell('situation.patient-details-missing', next.place, { segment, loop: '2010BA', trigger });
    if (!this.#hasStreet) missing('N3');
    if (!this.#hasCity) missing('N4');
    if (!this.#hasBirth) missing('DMG');
  }

  #endSubscriber(next: PlacedSegment): void {
    if (!this.#subscriber.isKept) return;
    if (this.#relationship === SELF) {
      if (this.#ownClaim.isKept || this.#hasDependent) return;
      const trigger = { place: this.#subscriber, segment: 'SBR', loop: '2000B', element: 2 };
      this.#tell('situation.claim-missing', next.place, { segment: 'CLM', loop: '2300', trigger });
    } else if (this.#relationship === 0 && (this.#ownClaim.isKept || !this.#hasDependent)) {
      this.#tell('situation.patient-undetermined', this.#subscriber, {
        segment: 'SBR',
        loop: '2000B',
        element: 2,
        ...this.#whyUndetermined(),
      });
    }
  }

  #whyUndetermined(): Pick<RulePlace, 'trigger'> {
    if (this.#ownClaim.isKept) {
      return { trigger: { place: this.#ownClaim, segment: 'CLM', loop: '2300' } };
    }
    if (!this.#level.isKept) return {};
    return { trigger: { place: this.#level, segment: 'HL', loop: '2000B', element: 4 } };
  }
}
