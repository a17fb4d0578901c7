import type { Cents } from '../../base/money.ts';
import type { Delimiters } from './delimiters.ts';
import type { Tag } from './tag.ts';

/**
 * The segment that a reader stands on. Element positions are the standard's own: 1 is CLM01.
 * Everything read here is a copy, valid after the reader has moved on, but for `bytes` and the offsets into them.
 */
export interface SegmentCursor {
  /** The segment identifier, packed by `tagOf`; 0 when it is not two or three characters. */
  readonly tag: Tag;
  /** How many data elements follow the identifier: `CLP*a*b~` has 2. */
  readonly elementCount: number;
  /** The interchange's delimiters. */
  readonly delimiters: Delimiters;
  /** Where the segment begins in the file, in bytes. */
  readonly byteStart: number;
  /** Where it ends, behind its terminator. */
  readonly byteStop: number;
  /**
   * The bytes that hold the segment, to be read only now: where elements stand, and up to three bytes beyond, which
   * may be anything.
   */
  readonly bytes: Uint8Array;
  /** The same bytes, for those who read several at once. */
  readonly view: DataView;
  /** Where elements stand in `bytes`: element `p`, if there is one, is `[offsets[p], offsets[p + 1] - 1)`. */
  readonly offsets: Int32Array;
  /** Where element `position` begins in `bytes`; 0 when it is absent, and its stop too. */
  startOf(position: number): number;
  /** Where element `position` ends in `bytes`, before its separator. */
  stopOf(position: number): number;
  /** Which bytes that are not ordinary data stand in the segment: classes of `byte-classes.ts`, joined. */
  readonly byteClasses: number;
  /** Element `position` as text, '' when absent or empty. */
  text(position: number): string;
  /** Whether element `position` holds at least one byte. */
  has(position: number): boolean;
  /** Element `position` packed like a tag: 0 when empty, -1 when longer than four bytes. */
  code(position: number): number;
  /** Element `position` as money: undefined when empty or no amount (see `parseCentsBytes`). */
  cents(position: number): Cents | undefined;
  /** Component `index` of element `position`, counting from 0; '' when absent or empty. */
  component(position: number, index: number): string;
  /** How many components element `position` has, 1 when empty. */
  componentCount(position: number): number;
  /** The components of element `position`, [''] when empty. */
  components(position: number): string[];
  /** The repetitions of element `position`, [''] when empty. */
  repetitions(position: number): string[];
}
