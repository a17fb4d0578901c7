import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import { KeptPlace } from '../guide/kept-place.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';
import { componentCode, componentStart, integerOf } from './components.ts';
import { at, type Rule, type RuleTrigger, type SetRule, type TellRule } from './rule.ts';

const HI = tagOf('HI');
const CLM = tagOf('CLM');
const SV1 = tagOf('SV1');
const SV3 = tagOf('SV3');
const PRINCIPAL = tagOf('ABK');
/** Of ICD-9-CM, and of SNODENT in dental claims. */
const FORMER_PRINCIPAL = tagOf('BK');
const DENTAL_DIAGNOSIS = tagOf('TQ');
const POINTERS_MAX = 4;
const FIRST_EXTERNAL_CAUSE = 0x56;
const LAST_EXTERNAL_CAUSE = 0x59;

/**
 * 837: a code for an external cause (ICD-10-CM chapter 20, V00 to Y99) is never the first diagnosis (ICD-10-CM
 * Official Guidelines, section I.C.20.a.6).
 */
export const principalDiagnosis: Rule = {
  segments: ['HI'],
  begin: (tell) => ({
    segment(placed) {
      if (componentCode(placed.cursor, 1, 1) === PRINCIPAL) checkPrincipal(placed, tell);
    },
  }),
};

/**
 * 837P and 837D: the same, and a diagnosis pointer of a line (SV107, SV311) is the position of a diagnosis that the claim has in HI
 * (§2.4, 2400 SV107, SV311).
 */
export const diagnoses: Rule = {
  segments: ['CLM', 'HI', 'SV1', 'SV3'],
  begin: (tell) => new Diagnoses(tell),
};

class Diagnoses implements SetRule {
  readonly #tell: TellRule;
  #count = 0;
  readonly #diagnoses = new KeptPlace();

  constructor(tell: TellRule) {
    this.#tell = tell;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case CLM:
        this.#count = 0;
        this.#diagnoses.forget();
        return;
      case HI:
        return this.#takeDiagnoses(placed);
      case SV1:
        // Where a professional claim has no diagnosis, that is told once, and not for each pointer.
        if (this.#diagnoses.isKept) this.#checkPointers(placed, 7);
        return;
      case SV3:
        this.#checkPointers(placed, 11);
        return;
      default:
    }
  }

  #takeDiagnoses(placed: PlacedSegment): void {
    const { cursor } = placed;
    const qualifier = componentCode(cursor, 1, 1);
    if (qualifier === PRINCIPAL) checkPrincipal(placed, this.#tell);
    if (!isDiagnosis(qualifier)) return;
    this.#count = lastFilled(cursor);
    this.#diagnoses.keep(placed);
  }

  #checkPointers(placed: PlacedSegment, position: number): void {
    const { cursor } = placed;
    const { bytes, delimiters } = cursor;
    const elementStop = cursor.stopOf(position);
    let start = cursor.startOf(position);
    for (let component = 1; component <= POINTERS_MAX && start < elementStop; component++) {
      let stop = start;
      while (stop < elementStop && bytes[stop] !== delimiters.component) stop++;
      const pointer = integerOf(bytes, start, stop);
      start = stop + 1;
      // What is no number is told as such.
      if (Number.isNaN(pointer) || (pointer >= 1 && pointer <= this.#count)) continue;
      this.#tell('situation.diagnosis-pointer-dangling', placed.place, {
        ...at(placed, position, component),
        ...(this.#diagnoses.isKept ? { trigger: triggerOf(this.#diagnoses) } : {}),
      });
    }
  }
}

function checkPrincipal(placed: PlacedSegment, tell: TellRule): void {
  const { cursor } = placed;
  const start = componentStart(cursor, 1, 2);
  if (start < 0) return;
  const first = cursor.bytes[start] as number;
  if (first < FIRST_EXTERNAL_CAUSE || first > LAST_EXTERNAL_CAUSE) return;
  tell('situation.external-cause-principal', placed.place, at(placed, 1, 2));
}

function isDiagnosis(qualifier: Tag): boolean {
  return qualifier === PRINCIPAL || qualifier === FORMER_PRINCIPAL || qualifier === DENTAL_DIAGNOSIS;
}

function triggerOf(place: SegmentPlace): RuleTrigger {
  return { place, segment: 'HI', loop: '2300' };
}

/** The position of the last element that is not empty. */
function lastFilled(segment: SegmentCursor): number {
  let position = segment.elementCount;
  while (position > 0 && !segment.has(position)) position--;
  return position;
}
