import type { AcknowledgmentOutcome, SetError } from '../domain/claim/fact.ts';
import type { SourcePlace } from '../domain/exchange/source.ts';
import type { SegmentPlace } from '../edi/envelope/envelope-handler.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import { acknowledgmentOutcome } from './acknowledgment-outcome.ts';
import { SetResponseReader } from './implementation-acknowledgment-999/set-response-reader.ts';

const AK1 = tagOf('AK1');
const AK2 = tagOf('AK2');
const IK3 = tagOf('IK3');
const CTX = tagOf('CTX');
const IK4 = tagOf('IK4');
const IK5 = tagOf('IK5');
const AK9 = tagOf('AK9');

/** What a 999 says of one functional group of ours, and of those of its sets that it names. */
export interface ImplementationAcknowledgment {
  /** AK101: GS01 of the group. */
  readonly functionalIdentifier: string;
  /** AK102: GS06 of the group. */
  readonly groupControlNumber: string;
  /** AK901; it speaks for every set that is not named. */
  readonly outcome: AcknowledgmentOutcome;
  readonly place: SourcePlace;
  readonly sets: readonly SetAcknowledgment[];
}

/** What a 999 says of one transaction set. */
export interface SetAcknowledgment {
  /** AK202: ST02 of the set. */
  readonly setControlNumber: string;
  readonly outcome: AcknowledgmentOutcome;
  readonly errors: readonly SetError[];
  readonly place: SourcePlace;
}

/**
 * Reads one 999 (005010X231A1), segment by segment. AK901 P accepts the group in part; for the rest see
 * `acknowledgmentOutcome`. Segments out of place are read for what they are worth; no input makes it throw.
 */
export class ImplementationAcknowledgmentReader {
  readonly #sets: SetAcknowledgment[] = [];
  #group: { readonly identifier: string; readonly controlNumber: string } | undefined;
  #verdict = '';
  #place: SourcePlace | undefined;
  #set: SetResponseReader | undefined;

  segment(segment: SegmentCursor, place: SegmentPlace): void {
    switch (segment.tag) {
      case AK1:
        this.#place ??= place;
        this.#group ??= { identifier: segment.text(1), controlNumber: segment.text(2) };
        return;
      case AK2:
        this.#place ??= place;
        this.#closeSet();
        this.#set = new SetResponseReader(segment, place);
        return;
      case IK3:
        this.#set?.openSegment(segment);
        return;
      case CTX:
        this.#set?.addContext(segment);
        return;
      case IK4:
        this.#set?.addElement(segment);
        return;
      case IK5:
        this.#set?.setVerdict(segment);
        this.#closeSet();
        return;
      case AK9:
        this.#place ??= place;
        this.#closeSet();
        this.#verdict = segment.text(1);
        return;
      default:
    }
  }

  /**
   * The set has ended. Without AK1 the group has no name ('') and belongs to nobody, which is for a person to see;
   * undefined only when the set answers nothing at all.
   */
  finish(): ImplementationAcknowledgment | undefined {
    this.#closeSet();
    if (this.#place === undefined) return undefined;
    return {
      functionalIdentifier: this.#group?.identifier ?? '',
      groupControlNumber: this.#group?.controlNumber ?? '',
      outcome: this.#verdict === 'P' ? 'partially-accepted' : acknowledgmentOutcome(this.#verdict),
      place: this.#place,
      sets: this.#sets,
    };
  }

  #closeSet(): void {
    if (this.#set === undefined) return;
    const { verdict, ...response } = this.#set.close();
    this.#sets.push({ ...response, outcome: acknowledgmentOutcome(verdict) });
    this.#set = undefined;
  }
}
