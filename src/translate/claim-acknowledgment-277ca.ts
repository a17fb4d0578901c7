import type { BusinessDate } from '../base/time.ts';
import type { SourcePlace } from '../domain/exchange/source.ts';
import type { SegmentPlace } from '../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import { type ClaimStatusCode, StatusCollector } from './claim-acknowledgment-277ca/status-collector.ts';

export type { ClaimAcknowledgmentReport } from './claim-acknowledgment-277ca/report.ts';
export { writeClaimAcknowledgment } from './claim-acknowledgment-277ca/write-claim-acknowledgment.ts';

const HL = tagOf('HL');
const NM1 = tagOf('NM1');
const TRN = tagOf('TRN');
const STC = tagOf('STC');
const REF = tagOf('REF');
const SVC = tagOf('SVC');

const SOURCE_LEVEL = tagOf('20');
const RECEIVER_LEVEL = tagOf('21');
const PROVIDER_LEVEL = tagOf('19');
const PATIENT_LEVEL = tagOf('PT');

const PAYER = tagOf('PR');
const CLEARINGHOUSE = tagOf('AY');
const PAYER_CLAIM_CONTROL_NUMBER = tagOf('1K');

/** Who speaks in a 277CA: a claim may be answered by several of both kinds. */
export type InformationSource = 'clearinghouse' | 'payer';

/** What a 277CA says of one claim (loop 2200D). */
export interface ClaimAcknowledgment {
  /** TRN02: our CLM01; '' where it is missing. */
  readonly patientControlNumber: string;
  readonly from: InformationSource;
  readonly outcome: 'accepted' | 'rejected';
  /** Every composite at claim level, in the order of the file. */
  readonly statuses: readonly ClaimStatusCode[];
  /** REF*1K. */
  readonly payerClaimControlNumber?: string;
  /** STC02. */
  readonly effectiveDate?: BusinessDate;
  /** Where its TRN stands. */
  readonly place: SourcePlace;
}

/** A rejection of everything below it that names no claim: the submission (2200B), or all claims of a provider (2200C). */
export interface SubmissionRejection {
  /** TRN02 of loop 2200B: our BHT03. */
  readonly submissionId: string;
  readonly level: 'submission' | 'provider';
  readonly from: InformationSource;
  readonly statuses: readonly ClaimStatusCode[];
  readonly effectiveDate?: BusinessDate;
  /** Where its first STC stands. */
  readonly place: SourcePlace;
}

/** Whom a `ClaimAcknowledgmentReader` tells what it reads, as it reads it. */
export interface ClaimAcknowledgmentListener {
  claim(acknowledgment: ClaimAcknowledgment): void;
  submissionRejected?(rejection: SubmissionRejection): void;
}

interface OpenClaim {
  readonly patientControlNumber: string;
  readonly place: SourcePlace;
  readonly status: StatusCollector;
  payerClaimControlNumber?: string;
  /** A line (2220D) has begun: what follows explains the claim's status and does not decide it. */
  hasLine: boolean;
}

/** A level above the claims: it speaks for itself only when nothing below it did. */
interface OpenLevel {
  readonly status: StatusCollector;
  hasSpokenBelow: boolean;
}

/**
 * Reads one 277CA (005010X214), segment by segment, and tells each claim when it is complete: one claim is in memory.
 * Levels are taken in the order of the file, as HL02 is wrong in many files. A claim is accepted when STC03 says WQ
 * and neither STC03 nor a category rejects it; what says nothing counts as rejected, for a person to see.
 */
export class ClaimAcknowledgmentReader {
  readonly #listener: ClaimAcknowledgmentListener;
  #from: InformationSource = 'clearinghouse';
  #submissionId = '';
  #level = 0;
  #receiver: OpenLevel | undefined;
  #provider: OpenLevel | undefined;
  #claim: OpenClaim | undefined;

  constructor(listener: ClaimAcknowledgmentListener) {
    this.#listener = listener;
  }

  segment(segment: SegmentCursor, place: SegmentPlace): void {
    switch (segment.tag) {
      case HL:
        return this.#openLevel(segment.code(3));
      case NM1:
        if (this.#level === SOURCE_LEVEL) this.#setSource(segment.code(1));
        return;
      case TRN:
        if (this.#level === RECEIVER_LEVEL) this.#submissionId = segment.text(2);
        else if (this.#level === PATIENT_LEVEL) this.#openClaim(segment.text(2), place);
        return;
      case STC:
        return this.#addStatus(segment, place);
      case SVC:
        if (this.#claim !== undefined) this.#claim.hasLine = true;
        return;
      case REF:
        if (this.#claim === undefined || this.#claim.hasLine) return;
        if (segment.code(1) === PAYER_CLAIM_CONTROL_NUMBER && segment.has(2)) {
          this.#claim.payerClaimControlNumber ??= segment.text(2);
        }
        return;
      default:
    }
  }

  /** The set has ended: tells what is still open. */
  finish(): void {
    this.#closeReceiver();
  }

  #openLevel(level: number): void {
    if (level === SOURCE_LEVEL || level === RECEIVER_LEVEL) this.#closeReceiver();
    else if (level === PROVIDER_LEVEL) this.#closeProvider();
    else this.#closeClaim();
    this.#level = level;
    if (level === RECEIVER_LEVEL) this.#receiver = openLevel();
    if (level === PROVIDER_LEVEL) this.#provider = openLevel();
  }

  /** The guide knows these two. Who is neither is believed no more than a clearinghouse, which a payer outranks. */
  #setSource(entity: number): void {
    if (entity === PAYER) this.#from = 'payer';
    if (entity === CLEARINGHOUSE) this.#from = 'clearinghouse';
  }

  #openClaim(patientControlNumber: string, place: SourcePlace): OpenClaim {
    this.#closeClaim();
    const claim = { patientControlNumber, place, status: new StatusCollector(), hasLine: false };
    this.#claim = claim;
    return claim;
  }

  #addStatus(segment: SegmentCursor, place: SegmentPlace): void {
    switch (this.#level) {
      case RECEIVER_LEVEL:
        this.#receiver?.status.add(segment, place);
        return;
      case PROVIDER_LEVEL:
        this.#provider?.status.add(segment, place);
        return;
      case PATIENT_LEVEL: {
        // A status without its TRN belongs to a claim without a number, so that it is not lost.
        const claim = this.#claim ?? this.#openClaim('', place);
        if (!claim.hasLine) claim.status.add(segment, place);
        return;
      }
      default:
    }
  }

  #closeClaim(): void {
    const claim = this.#claim;
    if (claim === undefined) return;
    this.#claim = undefined;
    this.#noteSpeech();
    const { patientControlNumber, payerClaimControlNumber, place } = claim;
    const { statuses, effectiveDate, isAccepted } = claim.status;
    this.#listener.claim({
      patientControlNumber,
      from: this.#from,
      outcome: isAccepted ? 'accepted' : 'rejected',
      statuses,
      ...(payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber }),
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      place,
    });
  }

  #closeProvider(): void {
    this.#closeClaim();
    const provider = this.#provider;
    this.#provider = undefined;
    if (provider !== undefined) this.#tellRejection('provider', provider);
  }

  #closeReceiver(): void {
    this.#closeProvider();
    const receiver = this.#receiver;
    this.#receiver = undefined;
    if (receiver !== undefined) this.#tellRejection('submission', receiver);
    this.#submissionId = '';
  }

  #tellRejection(level: SubmissionRejection['level'], { status, hasSpokenBelow }: OpenLevel): void {
    const { isRejected, statuses, effectiveDate, place } = status;
    if (!isRejected || hasSpokenBelow || place === undefined) return;
    this.#noteSpeech();
    this.#listener.submissionRejected?.({
      submissionId: this.#submissionId,
      level,
      from: this.#from,
      statuses,
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      place,
    });
  }

  #noteSpeech(): void {
    if (this.#provider !== undefined) this.#provider.hasSpokenBelow = true;
    if (this.#receiver !== undefined) this.#receiver.hasSpokenBelow = true;
  }
}

function openLevel(): OpenLevel {
  return { status: new StatusCollector(), hasSpokenBelow: false };
}
