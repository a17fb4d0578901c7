import {
  type CheckedGroup,
  type CheckedInterchange,
  type CheckedSet,
  type CheckReport,
  hasError,
} from '../edi/check/check-report.ts';
import type { EnvelopeNumbers } from '../edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../edi/envelope/envelope-reader.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import { ClaimReader837p } from '../translate/claim-837p/claim-reader-837p.ts';
import { ClaimOutlineReader } from './claim-outline.ts';
import type { ReceivedClaim } from './decide-submission.ts';
import { decodeLatin1 } from './latin-1.ts';
import { withPlainTexts } from './plain-texts.ts';

const BHT = tagOf('BHT');
const NM1 = tagOf('NM1');
const SUBMITTER = tagOf('41');
const RECEIVER = tagOf('40');

/** A submitter or a receiver: NM103 (and NM104 of a person) and NM109. */
interface NamedParty {
  readonly name: string;
  readonly identifier: string;
}

/** A transaction set of claims that is taken in, with what its answers say of it. */
export interface TakenSet {
  readonly interchange: CheckedInterchange;
  readonly group: CheckedGroup;
  readonly set: CheckedSet;
  /** BHT03, which a 277CA gives back. */
  readonly submissionId: string;
  readonly submitter: NamedParty;
  /** Whom the submitter means to reach: the clearinghouse under the name that is known there. */
  readonly receiver: NamedParty;
  /** At least one. */
  readonly claims: readonly ReceivedClaim[];
}

/**
 * Reads the claims of a file that was checked: those of accepted sets in groups of claims (GS01 = HC). A set is found
 * again by its ordinal, because both readings meet the same envelopes in the same order.
 */
export function readClaimSets(bytes: Uint8Array, report: CheckReport): ReadonlyMap<CheckedSet, TakenSet> {
  const taken = new Map<CheckedSet, TakenSet>();
  const interchanges = report.interchanges.values();
  let interchange: CheckedInterchange | undefined;
  let groups: Iterator<CheckedGroup> | undefined;
  let group: CheckedGroup | undefined;
  let sets: Iterator<CheckedSet> | undefined;
  let set: CheckedSet | undefined;
  let reading: SetReading | undefined;
  const reader = new EnvelopeReader(decodeLatin1, {
    interchangeOpened() {
      interchange = nextOf(interchanges);
      groups = interchange?.groups.values();
    },
    groupOpened() {
      group = nextOf(groups);
      sets = group?.sets.values();
    },
    setOpened() {
      set = nextOf(sets);
      reading = isTaken(group, set) ? new SetReading() : undefined;
    },
    countedSegment(segment, segmentOrdinal, numbers) {
      reading?.segment(segment, segmentOrdinal, numbers);
    },
    setClosed() {
      if (reading === undefined || !interchange || !group || !set) return;
      const read = reading.finish();
      if (read.claims.length > 0) taken.set(set, { interchange, group, set, ...read });
    },
  });
  reader.feed(bytes);
  reader.finish();
  return taken;
}

function nextOf<T>(iterator: Iterator<T> | undefined): T | undefined {
  const next = iterator?.next();
  return next?.done === false ? next.value : undefined;
}

/** A 999 rejects all sets of a group that has a fault of its own. */
function isTaken(group: CheckedGroup | undefined, set: CheckedSet | undefined): boolean {
  if (group?.header.functionalIdentifier !== 'HC' || hasError(group.problems)) return false;
  return set?.verdict === 'accepted' || set?.verdict === 'accepted-with-errors';
}

/** One set while it is read. */
class SetReading {
  readonly #claims: ReceivedClaim[] = [];
  readonly #outline = new ClaimOutlineReader();
  readonly #reader = new ClaimReader837p(
    ({ patientControlNumber, lineControlNumbers, claim }) =>
      this.#claims.push({ patientControlNumber, lineControlNumbers, claim }),
    ({ patientControlNumber }) => this.#claims.push({ patientControlNumber, outline: this.#outline.outline }),
  );
  #submissionId = '';
  #submitter: NamedParty = { name: '', identifier: '' };
  #receiver: NamedParty = { name: '', identifier: '' };

  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    if (segment.tag === BHT) this.#submissionId = segment.text(3);
    if (segment.tag === NM1 && segment.code(1) === SUBMITTER) this.#submitter = partyOf(segment);
    if (segment.tag === NM1 && segment.code(1) === RECEIVER) this.#receiver = partyOf(segment);
    // A claim is told when the segment behind it comes: until then the outline is still its own.
    this.#reader.segment(segment, segmentOrdinal, numbers);
    this.#outline.segment(segment);
  }

  finish(): Pick<TakenSet, 'submissionId' | 'submitter' | 'receiver' | 'claims'> {
    this.#reader.finish();
    return withPlainTexts({
      submissionId: this.#submissionId,
      submitter: this.#submitter,
      receiver: this.#receiver,
      claims: this.#claims,
    });
  }
}

function partyOf(segment: SegmentCursor): NamedParty {
  const name = [segment.text(3), segment.text(4)].filter((part) => part !== '').join(' ');
  return { name, identifier: segment.text(9) };
}
