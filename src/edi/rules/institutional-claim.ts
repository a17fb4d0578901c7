import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { componentCode } from './components.ts';
import { type Rule, type RuleTrigger, type SetRule, type TellRule, triggerAt } from './rule.ts';

const CLM = tagOf('CLM');
const DTP = tagOf('DTP');
const HI = tagOf('HI');
const NM1 = tagOf('NM1');
const LX = tagOf('LX');
const ADMISSION = tagOf('435');
const ADMITTING: readonly Tag[] = [tagOf('ABJ'), tagOf('BJ')];
const AMBULANCE_REVENUE = [0x30, 0x35, 0x34];

/**
 * Facility types whose bills are inpatient for the admission date as well as for the admitting diagnosis, whatever
 * else is: hospital and skilled nursing facility inpatient, swing bed, religious hospital. Other types are inpatient
 * for one of the two and not for the other, which the billing manual says and the guide does not (X12 interpretations
 * 1479, 1520), and are left alone.
 */
const INPATIENT: readonly Tag[] = ['11', '18', '21', '41'].map(tagOf);

/**
 * 837I: an inpatient bill has an admission date, DTP*435 (§2.4, 2300 DTP Admission Date/Hour; §1.12.6; X12
 * interpretation 1520), and an admitting diagnosis, HI*ABJ (§2.4, 2300 HI Admitting Diagnosis; interpretation 1479; a
 * warning, because a bill without payment may lack it).
 */
export const inpatient: Rule = {
  segments: ['CLM', '2300/DTP*435', 'HI', 'LX'],
  begin: (tell) => new Inpatient(tell),
};

/** 837I: a claim for more than ambulance rides has an attending provider (§2.4, 2310A). */
export const attendingProvider: Rule = {
  segments: ['CLM', '2310A/NM1', '2400/LX', '2400/SV2'],
  begin: (tell) => new AttendingProvider(tell),
};

class Inpatient implements SetRule {
  readonly #tell: TellRule;
  /** CLM05-1 of an inpatient bill; undefined for others, and once it is judged. */
  #bill: RuleTrigger | undefined;
  #hasAdmissionDate = false;
  #hasAdmittingDiagnosis = false;

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === CLM) {
      const isInpatient = INPATIENT.includes(componentCode(cursor, 5, 1));
      this.#bill = isInpatient ? triggerAt(placed, 5, 1) : undefined;
      this.#hasAdmissionDate = false;
      this.#hasAdmittingDiagnosis = false;
    } else if (this.#bill === undefined) return;
    else if (cursor.tag === DTP) {
      if (cursor.code(1) === ADMISSION) this.#hasAdmissionDate = true;
    } else if (cursor.tag === HI) {
      if (ADMITTING.includes(componentCode(cursor, 1, 1))) this.#hasAdmittingDiagnosis = true;
    } else this.#judge(placed, this.#bill);
  }

  /** At the first line, behind all dates and diagnoses of the claim. */
  #judge(placed: PlacedSegment, trigger: RuleTrigger): void {
    this.#bill = undefined;
    if (!this.#hasAdmissionDate) {
      const missing = { segment: 'DTP', loop: '2300', trigger };
      this.#tell('situation.admission-date-missing', placed.place, missing);
    }
    if (!this.#hasAdmittingDiagnosis) {
      const missing = { segment: 'HI', loop: '2300', trigger };
      this.#tell('situation.admitting-diagnosis-missing', placed.place, missing);
    }
  }
}

class AttendingProvider implements SetRule {
  readonly #tell: TellRule;
  #hasAttending = false;
  /** Where it would have stood at the latest. */
  readonly #firstLine = new KeptPlace();

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (cursor.tag === CLM) {
      this.#hasAttending = false;
      this.#firstLine.forget();
    } else if (cursor.tag === NM1) this.#hasAttending = true;
    else if (this.#hasAttending) return;
    else if (cursor.tag === LX) {
      if (!this.#firstLine.isKept) this.#firstLine.keep(placed);
    } else if (this.#firstLine.isKept && !isAmbulance(placed)) {
      // Told once for the claim.
      this.#hasAttending = true;
      this.#tell('situation.attending-provider-missing', this.#firstLine, {
        segment: 'NM1',
        loop: '2310A',
        trigger: triggerAt(placed, 1),
      });
    }
  }
}

/** Revenue codes 0540 to 0549. */
function isAmbulance({ cursor }: PlacedSegment): boolean {
  const start = cursor.startOf(1);
  return (
    cursor.stopOf(1) - start === AMBULANCE_REVENUE.length + 1 &&
    AMBULANCE_REVENUE.every((byte, index) => cursor.bytes[start + index] === byte)
  );
}
