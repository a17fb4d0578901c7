import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { SegmentPlace } from '../../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { type Tag, tagOf, tagText } from '../../edi/syntax/tag.ts';
import type { ClaimFault } from './claim-values.ts';
import { type KeptLoop, keepSegment, openLoop } from './kept-loop.ts';
import { type ClaimLoops, readClaimLoops } from './read-claim-loops.ts';
import { SharedParties } from './shared-parties.ts';
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
 * Segments kept of one level or claim: fifty lines with all that the guide allows are far fewer. A set that goes beyond
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
  readonly #header = openLoop();
  #billing = openLoop();
  #subscriber = openLoop();
  #patient: KeptLoop | undefined;
  #claim: OpenClaim | undefined;
  /** The loop whose parties the next NM1 names. */
  #container = this.#header;
  /** The loop to which segments belong that begin none. */
  #current = this.#header;
  readonly #shared = new SharedParties();
  #keptCount = 0;
  #overflow: ClaimFault | undefined;

  constructor(tell: (claim: PlacedClaim) => void, tellUnreadable: (claim: UnreadableClaim) => void) {
    this.#tell = tell;
    this.#tellUnreadable = tellUnreadable;
  }

  /** The next segment of the set, ST and SE included. */
  segment(segment: SegmentCursor, place: SegmentPlace): void {
    switch (segment.tag) {
      case BHT:
        this.#submissionId = segment.text(3);
        return;
      case HL:
        this.#closeClaim();
        this.#openLevel(segment);
        break;
      case CLM:
        this.#closeClaim();
        this.#openClaim(place);
        break;
      case SE:
        return this.#closeClaim();
      default:
        if (this.#keptCount >= SEGMENTS_MAX) {
          this.#overflow ??= { segment: tagText(segment.tag), element: 0, place };
          return;
        }
        this.#openInner(segment.tag);
    }
    this.#keptCount++;
    this.#current.segments.push(keepSegment(segment, place));
  }

  /** A segment that may begin a loop inside a level or a claim. */
  #openInner(tag: Tag): void {
    switch (tag) {
      case SBR:
        if (this.#claim !== undefined) this.#enterNew(this.#claim.loops.coverages);
        return;
      case LX:
        if (this.#claim !== undefined) this.#enterNew(this.#claim.loops.lines);
        return;
      case NM1:
        this.#current = openLoop();
        this.#container.parties.push(this.#current);
        return;
      case LIN:
      case SVD:
      case LQ:
        // Loops of a line that are left out, with whatever follows in them.
        this.#current = openLoop();
        return;
      default:
    }
  }

  /** The set has ended. A claim that is still open then was cut off, because SE did not close it. */
  finish(): void {
    const cut = this.#claim;
    if (cut !== undefined) this.#closeClaim({ segment: 'SE', element: 0, place: cut.place });
  }

  #openLevel(segment: SegmentCursor): void {
    const level = openLoop();
    this.#patient = undefined;
    switch (segment.code(3)) {
      case BILLING_PROVIDER:
        this.#billing = level;
        this.#subscriber = openLoop();
        break;
      case SUBSCRIBER:
        this.#subscriber = level;
        break;
      case PATIENT:
        this.#patient = level;
        break;
      default:
    }
    this.#enter(level);
    this.#keptCount = 0;
  }

  #openClaim(place: SourcePlace): void {
    const claim = openLoop();
    const [header, billing, subscriber, patient] = [
      this.#header,
      this.#billing,
      this.#subscriber,
      this.#patient,
    ];
    this.#claim = {
      place,
      loops: { header, billing, subscriber, patient, claim, coverages: [], lines: [] },
    };
    this.#enter(claim);
    this.#keptCount = 0;
  }

  #enterNew(loops: KeptLoop[]): void {
    const loop = openLoop();
    loops.push(loop);
    this.#enter(loop);
  }

  #enter(loop: KeptLoop): void {
    this.#container = loop;
    this.#current = loop;
  }

  #closeClaim(cut?: ClaimFault): void {
    const open = this.#claim;
    this.#claim = undefined;
    if (open === undefined) return;
    const { patientControlNumber, lineControlNumbers, claim, faults } = readClaimLoops(
      open.loops,
      this.#shared,
    );
    const submissionId = this.#submissionId;
    const { place } = open;
    const allFaults = [...faults];
    if (cut !== undefined) allFaults.push(cut);
    if (this.#overflow !== undefined) allFaults.push(this.#overflow);
    if (allFaults.length > 0) {
      this.#tellUnreadable({ patientControlNumber, submissionId, place, faults: allFaults });
    } else this.#tell({ patientControlNumber, submissionId, place, lineControlNumbers, claim });
  }
}

interface OpenClaim {
  readonly place: SourcePlace;
  readonly loops: ClaimLoops;
}
