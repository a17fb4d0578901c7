import { type Cents, cents } from '../base/money.ts';
import type { GroupHeader, InterchangeHeader, SetHeader } from './envelope/envelope-handler.ts';
import { EnvelopeReader } from './envelope/envelope-reader.ts';
import { guideById } from './guides/carried.ts';
import type { SegmentCursor } from './syntax/segment-cursor.ts';
import type { Latin1Decoder } from './syntax/segment-reader.ts';
import { tagOf } from './syntax/tag.ts';

export interface SetSummary {
  readonly identifier: string;
  readonly controlNumber: string;
  readonly guide: string;
  /** Our name of the guide; absent for one that is not carried. */
  readonly guideName?: string;
  readonly isComplete: boolean;
  readonly segmentCount: number;
  /** Claims of an 837 or 277CA, claim payments of an 835. */
  readonly claimCount: number;
  /** Sum of CLM02 or CLP03; absent where the set has none. Amounts that are none count as zero. */
  readonly chargeCents?: Cents;
  /** BPR02 of an 835. */
  readonly paymentCents?: Cents;
  /** AK2 loops of a 999: sets that it answers one by one. */
  readonly answeredSetCount: number;
}

export interface GroupSummary {
  readonly header: GroupHeader;
  readonly isComplete: boolean;
  readonly sets: readonly SetSummary[];
}

export interface InterchangeSummary {
  readonly header: InterchangeHeader;
  readonly isComplete: boolean;
  /** TA1 segments: which interchange is answered, A, E or R, and the note code. */
  readonly acknowledgments: readonly {
    readonly controlNumber: string;
    readonly verdict: string;
    readonly note: string;
  }[];
  readonly groups: readonly GroupSummary[];
}

const CLM = tagOf('CLM');
const CLP = tagOf('CLP');
const BPR = tagOf('BPR');
const HL = tagOf('HL');
const AK2 = tagOf('AK2');
const PATIENT_LEVEL = tagOf('PT');

type Open<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Summarizes a file for people: bytes in, `finish()` gives its interchanges. Nothing is checked here. */
export class InterchangeInspector {
  readonly #reader: EnvelopeReader;
  readonly #interchanges: Open<InterchangeSummary>[] = [];
  #group: Open<GroupSummary> | undefined;
  #set: Open<SetSummary> | undefined;

  constructor(decode: Latin1Decoder) {
    this.#reader = new EnvelopeReader(decode, {
      interchangeOpened: (header) => {
        this.#interchanges.push({ header, isComplete: false, acknowledgments: [], groups: [] });
      },
      interchangeAcknowledgment: (segment) => {
        this.#interchange?.acknowledgments.push({
          controlNumber: segment.text(1),
          verdict: segment.text(4),
          note: segment.text(5),
        });
      },
      groupOpened: (header) => {
        this.#group = { header, isComplete: false, sets: [] };
        this.#interchange?.groups.push(this.#group);
      },
      setOpened: (header) => {
        this.#set = emptySummary(header);
        this.#group?.sets.push(this.#set);
      },
      segment: (segment) => this.#count(segment),
      setClosed: (_header, isComplete) => {
        if (this.#set !== undefined) this.#set.isComplete = isComplete;
      },
      groupClosed: (_header, isComplete) => {
        if (this.#group !== undefined) this.#group.isComplete = isComplete;
      },
      interchangeClosed: (_header, isComplete) => {
        if (this.#interchange !== undefined) this.#interchange.isComplete = isComplete;
      },
    });
  }

  feed(bytes: Uint8Array): void {
    this.#reader.feed(bytes);
  }

  finish(): readonly InterchangeSummary[] {
    this.#reader.finish();
    return this.#interchanges;
  }

  get #interchange(): Open<InterchangeSummary> | undefined {
    return this.#interchanges.at(-1);
  }

  #count(segment: SegmentCursor): void {
    const set = this.#set;
    if (set === undefined) return;
    set.segmentCount++;
    switch (segment.tag) {
      case CLM:
        return addClaim(set, segment.cents(2));
      case CLP:
        return addClaim(set, segment.cents(3));
      case HL:
        if (segment.code(3) === PATIENT_LEVEL) set.claimCount++;
        return;
      case BPR:
        set.paymentCents = segment.cents(2) ?? cents(0);
        return;
      case AK2:
        set.answeredSetCount++;
        return;
      default:
    }
  }
}

function emptySummary({ identifier, controlNumber, guide }: SetHeader): Open<SetSummary> {
  const name = guideById(guide, identifier)?.name;
  return {
    identifier,
    controlNumber,
    guide,
    ...(name === undefined ? {} : { guideName: name }),
    isComplete: false,
    segmentCount: 0,
    claimCount: 0,
    answeredSetCount: 0,
  };
}

function addClaim(set: Open<SetSummary>, charge: Cents | undefined): void {
  set.claimCount++;
  const total = (set.chargeCents ?? 0) + (charge ?? 0);
  // A total past the safe range says nothing true; the charges so far stand.
  if (Number.isSafeInteger(total)) set.chargeCents = cents(total);
}
