import { type Cents, parseCents, ZERO_CENTS } from '../../base/money.ts';
import { type BusinessDate, parseCompactDate } from '../../base/time.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import { elementOf, findParty, findSegment, type KeptLoop, type KeptSegment } from './kept-loop.ts';
import { NOT_SENT } from './transmitted-claim.ts';

/** What of a claim cannot be read, and where: an element that is none of what it should be, or is missing. */
export interface ClaimFault {
  readonly segment: string;
  /** Counts from 1; 0 where the whole segment is missing. */
  readonly element: number;
  /** Where it stands, or the loop's first segment where it is missing. */
  readonly place: SourcePlace;
}

/**
 * Takes values out of kept segments. What cannot be read is noted as a fault, and something empty goes on in its place,
 * so that all faults are found at once; a claim with a fault is never given out. An absent segment was noted already.
 */
export class ClaimValues {
  readonly faults: ClaimFault[] = [];

  /** The segment, which must be there. */
  segment(loop: KeptLoop, identifier: string, ...codes: readonly string[]): KeptSegment | undefined {
    return this.present(findSegment(loop, identifier, ...codes), loop, identifier);
  }

  /** The party in a role (NM101), who must be there. */
  party(loop: KeptLoop, role: string): KeptLoop | undefined {
    return this.present(findParty(loop, role), loop, 'NM1');
  }

  /** What was looked for in the loop and must be there. */
  present<Found>(found: Found | undefined, loop: KeptLoop, identifier: string): Found | undefined {
    if (found === undefined) {
      this.faults.push({ segment: identifier, element: 0, place: loop.segments[0]?.place ?? NOWHERE });
    }
    return found;
  }

  /** A text that must be there. */
  text(segment: KeptSegment | undefined, position: number): string {
    if (segment === undefined) return '';
    const text = elementOf(segment, position);
    if (text === '') this.fault(segment, position);
    return text;
  }

  /** A text that may be absent. */
  optionalText(segment: KeptSegment | undefined, position: number): string | undefined {
    const text = segment === undefined ? '' : elementOf(segment, position);
    return text === '' ? undefined : text;
  }

  cents(segment: KeptSegment | undefined, position: number): Cents {
    if (segment === undefined) return ZERO_CENTS;
    const amount = parseCents(elementOf(segment, position));
    if (amount === undefined) this.fault(segment, position);
    return amount ?? ZERO_CENTS;
  }

  /** A day, written as CCYYMMDD. */
  date(segment: KeptSegment | undefined, position: number): BusinessDate {
    return this.dateOf(segment, position, segment === undefined ? '' : elementOf(segment, position));
  }

  /** A day that is a part of an element. */
  dateOf(segment: KeptSegment | undefined, position: number, text: string): BusinessDate {
    if (segment === undefined) return NOT_SENT.birthDate;
    const day = parseCompactDate(text);
    if (day === undefined) this.fault(segment, position);
    return day ?? NOT_SENT.birthDate;
  }

  /** One of the codes that a claim can hold. */
  code<Code extends string>(
    segment: KeptSegment | undefined,
    position: number,
    codes: readonly [Code, ...Code[]],
  ): Code {
    return this.codeOf(segment, position, segment === undefined ? '' : elementOf(segment, position), codes);
  }

  /** A code that is a component of an element. */
  codeOf<Code extends string>(
    segment: KeptSegment | undefined,
    position: number,
    text: string | undefined,
    codes: readonly [Code, ...Code[]],
  ): Code {
    const code = codes.find((each) => each === text);
    if (code === undefined && segment !== undefined) this.fault(segment, position);
    return code ?? codes[0];
  }

  fault(segment: KeptSegment, position: number): void {
    this.faults.push({ segment: segment.identifier, element: position, place: segment.place });
  }
}

/** Of a loop without a segment. */
const NOWHERE: SourcePlace = {
  interchangeControlNumber: '',
  groupControlNumber: '',
  setControlNumber: '',
  segmentOrdinal: 0,
  byteStart: 0,
  byteStop: 0,
};
