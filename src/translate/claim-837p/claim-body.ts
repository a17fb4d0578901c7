import type { BusinessDate } from '../../base/time.ts';
import type { Accident, ProfessionalClaim, ServiceLine } from '../../domain/claim/claim.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { type Tag, tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { type BillingLevel, NOBODY } from './billing-level.ts';
import { type ClaimLoop, LEFT_OUT, type NamingLoop } from './claim-loop.ts';
import { type ClaimFault, type ClaimValues, codesOf } from './claim-values.ts';
import { CoverageLoop } from './coverage-loop.ts';
import { type HeaderLoop, NO_SUBMITTER } from './header-loop.ts';
import type { LineLoops } from './line-loops.ts';
import { FacilityLoop, ProviderLoop } from './party-loops.ts';
import { NO_PAYER, NO_SUBSCRIBER, type PatientLevel, type SubscriberLevel } from './subscriber-level.ts';
import { NOT_SENT, type TransmittedClaim } from './transmitted-claim.ts';

const DTP = tagOf('DTP');
const AMT = tagOf('AMT');
const REF = tagOf('REF');
const NTE = tagOf('NTE');
const HI = tagOf('HI');

const ONSET = tagOf('431');
const ACCIDENT = tagOf('439');
const PATIENT_PAID = tagOf('F5');
const REFERRING = tagOf('DN');
const RENDERING = tagOf('82');
const FACILITY = tagOf('77');

/** Until they are read; a claim without them is never given out. */
const NO_DIAGNOSES: readonly string[] = [];
const NO_LINES: readonly ServiceLine[] = [];

const FREQUENCIES = codesOf('1', '7', '8');
const YES_OR_NO = codesOf('Y', 'N');
const ASSIGNMENTS = codesOf('A', 'B', 'C');
const BENEFITS_ASSIGNMENTS = codesOf('Y', 'N', 'W');
const RELEASES = codesOf('Y', 'I');
const ACCIDENT_CAUSES = codesOf('AA', 'EM', 'OA');
const NOTE_KINDS = codesOf('ADD', 'CER', 'DCP', 'DGN', 'TPO');

/** The levels around a claim; without a patient the subscriber is the patient. */
export interface ClaimLevels {
  readonly header: HeaderLoop;
  readonly billing: BillingLevel;
  readonly subscriber: SubscriberLevel;
  readonly patient: PatientLevel | undefined;
}

/** References of a claim, by REF01. */
const REFERENCES: ReadonlyMap<
  Tag,
  'payerClaimControlNumber' | 'priorAuthorizationNumber' | 'referralNumber'
> = new Map([
  [tagOf('F8'), 'payerClaimControlNumber'],
  [tagOf('G1'), 'priorAuthorizationNumber'],
  [tagOf('9F'), 'referralNumber'],
]);

/** Loop 2300, and the claim that it gives together with the levels around it, which are complete when it begins. */
export class ClaimBody implements NamingLoop {
  readonly faults: ClaimFault[] = [];
  /** Where its CLM stands. */
  readonly place: SourcePlace;
  readonly #claim: Building<ProfessionalClaim>;
  readonly #coverages: CoverageLoop[] = [];
  readonly #lines: LineLoops;
  /** As CLM11 tells it; its day stands in DTP*439. */
  readonly #accident: Omit<Accident, 'date'> | undefined;
  #accidentDate: BusinessDate | undefined;
  #facility: FacilityLoop | undefined;
  #hasDiagnoses = false;
  /** REF01 of the references that were met. */
  readonly #met: Tag[] = [];

  constructor(levels: ClaimLevels, lines: LineLoops, values: ClaimValues) {
    this.#lines = lines;
    this.place = values.place;
    values.faults = this.faults;
    this.#claim = readClaim(levels, values);
    this.#accident = readAccident(values);
  }

  take(values: ClaimValues): void {
    const { segment } = values;
    switch (segment.tag) {
      case DTP:
        if (segment.code(1) === ONSET) this.#claim.onsetDate ??= values.date(3);
        else if (segment.code(1) === ACCIDENT && this.#accident !== undefined) {
          this.#accidentDate ??= values.date(3);
        }
        return;
      case AMT:
        if (segment.code(1) === PATIENT_PAID) this.#claim.patientPaidCents ??= values.cents(2);
        return;
      case REF:
        return this.#takeReference(segment);
      case NTE:
        this.#claim.note ??= { kind: values.code(1, NOTE_KINDS), text: values.text(2) };
        return;
      case HI:
        return this.#takeDiagnoses(values);
      default:
    }
  }

  party(values: ClaimValues): ClaimLoop {
    const claim = this.#claim;
    const role = values.segment.code(1);
    if (role === FACILITY && this.#facility === undefined) {
      this.#facility = new FacilityLoop(values);
      return this.#facility;
    }
    const member =
      role === RENDERING ? 'renderingProvider' : role === REFERRING ? 'referringProvider' : undefined;
    if (member === undefined || claim[member] !== undefined) return LEFT_OUT;
    const loop = new ProviderLoop(values);
    claim[member] = loop.provider;
    return loop;
  }

  /** The loop 2320 that begins. */
  coverage(values: ClaimValues): NamingLoop {
    const loop = new CoverageLoop(values);
    this.#coverages.push(loop);
    return loop;
  }

  /** The loop 2400 that begins. */
  line(values: ClaimValues): NamingLoop {
    this.#lines.open(values);
    return this.#lines;
  }

  /** The claim has ended. With a fault it is not what was sent. */
  end(values: ClaimValues): TransmittedClaim {
    const claim = this.#claim;
    if (this.#accident !== undefined && this.#accidentDate === undefined) values.missing('DTP', this.place);
    else if (this.#accident !== undefined) {
      claim.accident = { ...this.#accident, date: this.#accidentDate ?? NOT_SENT.birthDate };
    }
    if (this.#facility !== undefined) claim.serviceFacility = this.#facility.facility(values);
    if (this.#coverages.length > 0) {
      claim.otherCoverages = this.#coverages.map((loop) => loop.coverage(values));
    }
    if (!this.#hasDiagnoses) values.missing('HI', this.place);
    const { lines, lineControlNumbers } = this.#lines.end(values);
    if (lines.length === 0) values.missing('LX', this.place);
    claim.lines = lines;
    return { patientControlNumber: claim.accountNumber, lineControlNumbers, claim };
  }

  #takeReference(segment: SegmentCursor): void {
    const kind = segment.code(1);
    const member = REFERENCES.get(kind);
    if (member === undefined || this.#met.includes(kind)) return;
    this.#met.push(kind);
    const reference = segment.text(2);
    if (reference !== '') this.#claim[member] = reference;
  }

  /**
   * ICD-10-CM only: a claim cannot hold codes of the older list, which are told by BK and BF. HI carries other kinds of
   * codes too, each kind in a segment of its own.
   */
  #takeDiagnoses(values: ClaimValues): void {
    const { segment } = values;
    if (this.#hasDiagnoses) return;
    const principal = segment.component(1, 0);
    if (principal !== 'ABK' && principal !== 'BK') return;
    this.#hasDiagnoses = true;
    const { texts } = values;
    for (let position = 1; position <= segment.elementCount; position++) {
      const kind = segment.component(position, 0);
      const code = segment.component(position, 1);
      if (kind !== (position === 1 ? 'ABK' : 'ABF') || code === '') values.fault(position);
      texts.add(code);
    }
    this.#claim.diagnoses = texts.take();
  }
}

/** What CLM and the levels say. */
function readClaim(levels: ClaimLevels, values: ClaimValues): Building<ProfessionalClaim> {
  const { segment } = values;
  const accountNumber = values.text(1);
  const placeOfService = segment.component(5, 0);
  if (placeOfService === '') values.fault(5);
  // One literal: an object spread into another of this size becomes slow (V8 keeps it as a dictionary).
  const claim: Building<ProfessionalClaim> = {
    accountNumber,
    frequency: values.codeOf(5, segment.component(5, 2), FREQUENCIES),
    placeOfService,
    chargeCents: values.cents(2),
    isProviderSignatureOnFile: values.code(6, YES_OR_NO) === 'Y',
    assignment: values.code(7, ASSIGNMENTS),
    benefitsAssignment: values.code(8, BENEFITS_ASSIGNMENTS),
    releaseOfInformation: values.code(9, RELEASES),
    submitter: NO_SUBMITTER,
    billingProvider: NOBODY,
    payerRank: 'P',
    payer: NO_PAYER,
    subscriber: NO_SUBSCRIBER,
    otherCoverages: [],
    diagnoses: NO_DIAGNOSES,
    lines: NO_LINES,
  };
  addLevels(claim, levels, values);
  return claim;
}

function addLevels(claim: Building<ProfessionalClaim>, levels: ClaimLevels, values: ClaimValues): void {
  const { submitter, billingProvider, payToAddress } = levels.billing.parties(levels.header, values);
  const { payerRank, payer, subscriber, insuranceTypeCode } = levels.subscriber.read(
    levels.patient === undefined,
    values,
  );
  claim.submitter = submitter;
  claim.billingProvider = billingProvider;
  claim.payerRank = payerRank;
  claim.payer = payer;
  claim.subscriber = subscriber;
  if (payToAddress !== undefined) claim.payToAddress = payToAddress;
  if (insuranceTypeCode !== undefined) claim.insuranceTypeCode = insuranceTypeCode;
  const patient = levels.patient?.patient(values);
  if (patient !== undefined) claim.patient = patient;
}

function readAccident(values: ClaimValues): Omit<Accident, 'date'> | undefined {
  if (!values.segment.has(11)) return undefined;
  const [cause = '', , , state = ''] = values.segment.components(11);
  if (cause === '') return undefined;
  const code = values.codeOf(11, cause, ACCIDENT_CAUSES);
  return state === '' ? { cause: code } : { cause: code, state };
}
