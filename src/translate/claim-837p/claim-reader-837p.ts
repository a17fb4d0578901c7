import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { EnvelopeNumbers } from '../../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf, tagText } from '../../edi/syntax/tag.ts';
import { BillingLevel } from './billing-level.ts';
import { ClaimBody } from './claim-body.ts';
import { type ClaimLoop, LEFT_OUT, type NamingLoop } from './claim-loop.ts';
import { type ClaimFault, ClaimValues } from './claim-values.ts';
import { HeaderLoop } from './header-loop.ts';
import { LineLoops } from './line-loops.ts';
import { PatientLevel, SubscriberLevel } from './subscriber-level.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';

/** A claim as it was read. Its account number is the patient control number: the biller's own never leaves. */
export interface PlacedClaim extends TransmittedClaim {
  /** BHT03. */
  readonly submissionId: string;
  /** Where its CLM stands. */
  readonly place: SourcePlace;
}

/** A claim that holds something that cannot be read, or lacks what a claim must have. */
export interface UnreadableClaim {
  /** CLM01; '' when it has none. */
  readonly patientControlNumber: string;
  readonly submissionId: string;
  /** Where its CLM stands. */
  readonly place: SourcePlace;
  /** At least one. */
  readonly faults: readonly ClaimFault[];
}

const BHT = tagOf('BHT');
const HL = tagOf('HL');
const SBR = tagOf('SBR');
const NM1 = tagOf('NM1');
const CLM = tagOf('CLM');
const LX = tagOf('LX');
const LIN = tagOf('LIN');
const SVD = tagOf('SVD');
const LQ = tagOf('LQ');
const SE = tagOf('SE');

const BILLING_PROVIDER = tagOf('20');
const SUBSCRIBER = tagOf('22');
const PATIENT = tagOf('23');

/**
 * Segments read of one level or claim: fifty lines with all that the guide allows are far fewer. A set that goes beyond
 * it is not what it seems to be, and no claim is read from there on; it must not fill memory either.
 */
const SEGMENTS_MAX = 20_000;

/**
 * Reads the claims of one transaction set (005010X222A1), segment by segment, each told when it is complete: to `tell`
 * when all of it was read, else to `tellUnreadable`, with every fault. It never throws on input. What a claim has no
 * place for (attachments, ambulance and drug data, other providers, decisions of other payers on lines) is left out.
 */
export class ClaimReader837p {
  readonly #tell: (claim: PlacedClaim) => void;
  readonly #tellUnreadable: (claim: UnreadableClaim) => void;
  #submissionId = '';
  readonly #header = new HeaderLoop();
  readonly #lines = new LineLoops();
  #billing = new BillingLevel();
  #subscriber = new SubscriberLevel();
  #patient: PatientLevel | undefined;
  #claim: ClaimBody | undefined;
  /** The loop whose parties the next NM1 names. */
  #container: NamingLoop = this.#header;
  /** The loop to which segments belong that begin none. */
  #current: ClaimLoop = this.#header;
  #values: ClaimValues | undefined;
  #segmentCount = 0;
  #overflow: ClaimFault | undefined;

  constructor(tell: (claim: PlacedClaim) => void, tellUnreadable: (claim: UnreadableClaim) => void) {
    this.#tell = tell;
    this.#tellUnreadable = tellUnreadable;
  }

  /** The next segment of the set, ST and SE included, which stands in the envelopes `numbers`. */
  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    const values = this.#valuesOf(segment, segmentOrdinal, numbers);
    switch (segment.tag) {
      case BHT:
        this.#submissionId = segment.text(3);
        return;
      case HL:
        this.#closeClaim(values);
        return this.#openLevel(values);
      case CLM:
        this.#closeClaim(values);
        return this.#openClaim(values);
      case SE:
        return this.#closeClaim(values);
      default:
        if (this.#segmentCount >= SEGMENTS_MAX) {
          this.#overflow ??= { segment: tagText(segment.tag), element: 0, place: values.place };
          return;
        }
        this.#segmentCount++;
        this.#take(values);
    }
  }

  /** The set has ended. A claim that is still open then was cut off, because SE did not close it. */
  finish(): void {
    if (this.#claim === undefined || this.#values === undefined) return;
    const cut: ClaimFault = { segment: 'SE', element: 0, place: this.#claim.place };
    this.#closeClaim(this.#values, cut);
  }

  #valuesOf(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): ClaimValues {
    if (this.#values === undefined) {
      this.#values = new ClaimValues(segment, segmentOrdinal, numbers, this.#header.faults);
    } else this.#values.moveTo(segment, segmentOrdinal, numbers);
    return this.#values;
  }

  /** A segment that may begin a loop inside a level or a claim. */
  #take(values: ClaimValues): void {
    switch (values.tag) {
      case SBR:
        if (this.#claim === undefined) break;
        return this.#enter(this.#claim.coverage(values));
      case LX:
        if (this.#claim === undefined) break;
        return this.#enter(this.#claim.line(values));
      case NM1:
        this.#current = this.#container.party(values);
        return;
      case LIN:
      case SVD:
      case LQ:
        // Loops of a line that are left out, with whatever follows in them.
        this.#current = LEFT_OUT;
        return;
      default:
    }
    // Most segments are of a line or of the claim itself: asked for by its own class, the method is found in no table of
    // the many classes.
    if (this.#current === this.#lines) this.#lines.take(values);
    else if (this.#current === this.#claim) this.#claim.take(values);
    else this.#current.take(values);
  }

  #openLevel(values: ClaimValues): void {
    this.#patient = undefined;
    this.#segmentCount = 1;
    switch (values.segment.code(3)) {
      case BILLING_PROVIDER:
        this.#billing = new BillingLevel(values);
        this.#subscriber = new SubscriberLevel();
        values.faults = this.#billing.faults;
        return this.#enter(this.#billing);
      case SUBSCRIBER:
        this.#subscriber = new SubscriberLevel(values);
        values.faults = this.#subscriber.faults;
        return this.#enter(this.#subscriber);
      case PATIENT:
        this.#patient = new PatientLevel(values);
        values.faults = this.#patient.faults;
        return this.#enter(this.#patient);
      default:
        this.#enter(LEFT_OUT);
    }
  }

  #openClaim(values: ClaimValues): void {
    const levels = {
      header: this.#header,
      billing: this.#billing,
      subscriber: this.#subscriber,
      patient: this.#patient,
    };
    this.#claim = new ClaimBody(levels, this.#lines, values);
    this.#segmentCount = 1;
    this.#enter(this.#claim);
  }

  #enter(loop: NamingLoop): void {
    this.#container = loop;
    this.#current = loop;
  }

  #closeClaim(values: ClaimValues, cut?: ClaimFault): void {
    const open = this.#claim;
    if (open === undefined) return;
    this.#claim = undefined;
    const { patientControlNumber, lineControlNumbers, claim } = open.end(values);
    const submissionId = this.#submissionId;
    const { place, faults } = open;
    if (cut !== undefined) faults.push(cut);
    if (this.#overflow !== undefined) faults.push(this.#overflow);
    if (faults.length > 0) this.#tellUnreadable({ patientControlNumber, submissionId, place, faults });
    else this.#tell({ patientControlNumber, submissionId, place, lineControlNumbers, claim });
  }
}
