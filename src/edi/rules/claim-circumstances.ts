import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import { componentCode } from './components.ts';
import {
  at,
  type Listen,
  type Rule,
  type RuleTrigger,
  type SetRule,
  type TellRule,
  triggerAt,
} from './rule.ts';

const CLM = tagOf('CLM');
const DTP = tagOf('DTP');
const REF = tagOf('REF');
const CR1 = tagOf('CR1');
const NM1 = tagOf('NM1');
const ORIGINAL = tagOf('1');
const REPLACEMENT = tagOf('7');
const VOID = tagOf('8');
const PAYER_CLAIM_NUMBER = tagOf('F8');
const ACCIDENT_DATE = tagOf('439');
const AUTO_ACCIDENT = tagOf('AA');
const OTHER_ACCIDENT = tagOf('OA');

/**
 * 837: what the claim says of itself and what it must therefore say too. A replacement or void (CLM05-3 is 7 or 8)
 * names the payer's number of the claim that it is about in REF*F8, an original claim does not (X12 interpretation
 * 812; §2.4, 2300 REF Payer Claim Control Number).
 */
export const claimFrequency: Rule = frequencyRule(false);

/**
 * 837P and 837D: the same, and frequency codes of professional and dental claims are 1, 7 and 8. A warning: the code list
 * behind CLM05-3 is that of institutional bills, and has more.
 */
export const usualFrequency: Rule = frequencyRule(true);

function frequencyRule(isUsual: boolean): Rule {
  return {
    segments: ['CLM', '2300/REF*F8'],
    whileListening: { segments: ['2400/LX'] },
    begin: (tell, listen) => new ClaimFrequency(tell, listen, isUsual),
  };
}

/**
 * 837P and 837D: an automobile accident (CLM11 is AA) has a state, or a country where there are no states, and an
 * accident of either kind has its date, DTP*439 (§2.4, 2300 CLM11-4 and DTP Accident Date).
 */
export const accident: Rule = {
  segments: ['CLM'],
  whileListening: { segments: ['2300/DTP*439', '2400/LX'] },
  begin: (tell, listen) => new Accident(tell, listen),
};

/** 837P: an ambulance claim (2300 CR1) has pick-up and drop-off (§2.4, 2310E and 2310F). */
export const ambulance: Rule = {
  segments: ['2300/CR1'],
  whileListening: { segments: ['CLM', '2310E/NM1', '2310F/NM1', '2400/LX'] },
  begin: (tell, listen) => new Ambulance(tell, listen),
};

class ClaimFrequency implements SetRule {
  readonly #tell: TellRule;
  readonly #listen: Listen;
  /** Whether no other frequency than the usual ones is known. */
  readonly #isUsual: boolean;
  /** Set where the number of the original claim is required. */
  #trigger: RuleTrigger | undefined;
  /** Of CLM, where the number would be wrong. */
  readonly #original = new KeptPlace();

  constructor(tell: TellRule, listen: Listen, isUsual: boolean) {
    this.#tell = tell;
    this.#listen = listen;
    this.#isUsual = isUsual;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    if (cursor.tag === CLM) {
      const frequency = componentCode(cursor, 5, 3);
      const needsNumber = frequency === REPLACEMENT || frequency === VOID;
      this.#trigger = needsNumber ? triggerAt(placed, 5, 3) : undefined;
      if (frequency === ORIGINAL) this.#original.keep(placed);
      else this.#original.forget();
      this.#listen(needsNumber);
      if (!this.#isUsual || needsNumber || frequency === ORIGINAL || frequency === 0) return;
      this.#tell('situation.frequency-unusual', placed.place, at(placed, 5, 3));
    } else if (cursor.tag === REF) {
      if (cursor.code(1) !== PAYER_CLAIM_NUMBER) return;
      this.#listen(false);
      if (!this.#original.isKept) return;
      const trigger = { place: this.#original, segment: 'CLM', loop, element: 5, component: 3 };
      this.#tell('situation.original-claim-number-present', placed.place, { ...at(placed), trigger });
    } else {
      this.#listen(false);
      this.#tell('situation.original-claim-number-missing', placed.place, {
        segment: 'REF',
        loop: '2300',
        ...(this.#trigger === undefined ? {} : { trigger: this.#trigger }),
      });
    }
  }
}

class Accident implements SetRule {
  readonly #tell: TellRule;
  /** It listens where a date is required. */
  readonly #listen: Listen;
  #trigger: RuleTrigger | undefined;

  constructor(tell: TellRule, listen: Listen) {
    this.#tell = tell;
    this.#listen = listen;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === CLM) {
      this.#trigger = undefined;
      if (cursor.has(11)) this.#takeCauses(placed);
      this.#listen(this.#trigger !== undefined);
    } else if (cursor.tag === DTP) {
      if (cursor.code(1) === ACCIDENT_DATE) this.#listen(false);
    } else {
      this.#listen(false);
      this.#tell('situation.accident-date-missing', placed.place, {
        segment: 'DTP',
        loop: '2300',
        ...(this.#trigger === undefined ? {} : { trigger: this.#trigger }),
      });
    }
  }

  #takeCauses(placed: PlacedSegment): void {
    const { cursor } = placed;
    const auto = causeOf(cursor, AUTO_ACCIDENT);
    const cause = auto || causeOf(cursor, OTHER_ACCIDENT);
    if (cause > 0) this.#trigger = triggerAt(placed, 11, cause);
    if (auto === 0 || componentCode(cursor, 11, 4) !== 0 || componentCode(cursor, 11, 5) !== 0) return;
    this.#tell('situation.accident-state-missing', placed.place, {
      ...at(placed, 11, 4),
      trigger: triggerAt(placed, 11, auto),
    });
  }
}

/** Which component of CLM11 names the cause; 0 when none does. */
function causeOf(claim: SegmentCursor, cause: number): number {
  if (componentCode(claim, 11, 1) === cause) return 1;
  return componentCode(claim, 11, 2) === cause ? 2 : 0;
}

class Ambulance implements SetRule {
  readonly #tell: TellRule;
  /** It listens from CR1 to the next claim. */
  readonly #listen: Listen;
  #transport: RuleTrigger | undefined;
  #hasPickUp = false;
  #hasDropOff = false;

  constructor(tell: TellRule, listen: Listen) {
    this.#tell = tell;
    this.#listen = listen;
  }

  segment(placed: PlacedSegment): void {
    const { cursor, loop } = placed;
    if (cursor.tag === CLM) {
      this.#listen(false);
      this.#transport = undefined;
      this.#hasPickUp = false;
      this.#hasDropOff = false;
    } else if (cursor.tag === CR1) {
      this.#listen(true);
      this.#transport = triggerAt(placed);
    } else if (this.#transport === undefined) return;
    else if (cursor.tag === NM1) {
      if (loop === '2310E') this.#hasPickUp = true;
      else this.#hasDropOff = true;
    } else this.#judge(placed, this.#transport);
  }

  /** At the first line, behind all locations of the claim. */
  #judge(placed: PlacedSegment, trigger: RuleTrigger): void {
    this.#transport = undefined;
    const missing = (loop: string): void =>
      this.#tell('situation.ambulance-location-missing', placed.place, { segment: 'NM1', loop, trigger });
    if (!this.#hasPickUp) missing('2310E');
    if (!this.#hasDropOff) missing('2310F');
  }
}
