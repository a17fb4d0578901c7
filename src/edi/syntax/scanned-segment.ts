import { type Cents, parseCentsBytes } from '../../base/money.ts';
import * as classes from './byte-classes.ts';
import { ChunkText, type Latin1Decoder } from './chunk-text.ts';
import type { Delimiters } from './delimiters.ts';
import { ElementParts } from './element-parts.ts';
import { withoutRelease } from './release-character.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import type { Tag } from './tag.ts';
import * as tags from './tag.ts';

const { RELEASE_CHARACTER } = classes;
const { packView } = tags;

/** Elements kept of one segment; the standard's longest has 30. */
export const ELEMENTS_MAX = 256;

/** The segment on which a `SegmentReader` stands: where its elements are, and what they say. */
export class ScannedSegment implements SegmentCursor {
  tag: Tag = 0;
  elementCount = 0;
  byteClasses = 0;
  delimiters: Delimiters = { element: 0, repetition: 0, component: 0, terminator: 0 };
  byteStart = 0;
  byteStop = 0;
  /** The release character that ISX01 declares, 0 where none is. It is no part of what `text` and the like give. */
  release = 0;
  readonly offsets = new Int32Array(ELEMENTS_MAX + 2);
  bytes = new Uint8Array(0);
  view = new DataView(new ArrayBuffer(0));

  /** How many of `bytes` are the file's. */
  protected byteCount = 0;
  readonly #text: ChunkText;
  readonly #parts = new ElementParts();

  constructor(decode: Latin1Decoder) {
    this.#text = new ChunkText(decode);
  }

  startOf(position: number): number {
    return position <= this.elementCount ? (this.offsets[position] as number) : 0;
  }

  stopOf(position: number): number {
    return position <= this.elementCount ? (this.offsets[position + 1] as number) - 1 : 0;
  }

  text(position: number): string {
    if (position > this.elementCount) return '';
    return this.#data(this.offsets[position] as number, (this.offsets[position + 1] as number) - 1);
  }

  has(position: number): boolean {
    if (position > this.elementCount) return false;
    return (this.offsets[position + 1] as number) - 1 > (this.offsets[position] as number);
  }

  code(position: number): number {
    if (position > this.elementCount) return 0;
    const start = this.offsets[position] as number;
    const stop = (this.offsets[position + 1] as number) - 1;
    if (stop - start > 4) return -1;
    return start === stop ? 0 : packView(this.view, start, stop);
  }

  cents(position: number): Cents | undefined {
    if (position > this.elementCount) return undefined;
    const start = this.offsets[position] as number;
    return parseCentsBytes(this.bytes, start, (this.offsets[position + 1] as number) - 1);
  }

  component(position: number, index: number): string {
    const { count, offsets } = this.#locate(position, this.delimiters.component);
    return index < count ? this.#data(offsets[index] as number, (offsets[index + 1] as number) - 1) : '';
  }

  componentCount(position: number): number {
    return this.#locate(position, this.delimiters.component).count;
  }

  components(position: number): string[] {
    return this.#split(position, this.delimiters.component);
  }

  repetitions(position: number): string[] {
    return this.#split(position, this.delimiters.repetition);
  }

  /** Other bytes stand in `bytes` now. */
  protected forgetTexts(): void {
    this.#text.reset();
    this.#parts.reset();
  }

  /** The text that the bytes of an element, or of a part of it, stand for. */
  #data(start: number, stop: number): string {
    const text = this.#text.cut(this.bytes, this.view, this.byteCount, start, stop);
    return (this.byteClasses & RELEASE_CHARACTER) === 0 ? text : withoutRelease(text, this.release);
  }

  #locate(position: number, separator: number): ElementParts {
    const release = (this.byteClasses & RELEASE_CHARACTER) === 0 ? 0 : this.release;
    this.#parts.locate(this.bytes, this.startOf(position), this.stopOf(position), separator, release);
    return this.#parts;
  }

  #split(position: number, separator: number): string[] {
    const { count, offsets } = this.#locate(position, separator);
    const texts: string[] = [];
    for (let index = 0; index < count; index++) {
      texts.push(this.#data(offsets[index] as number, (offsets[index + 1] as number) - 1));
    }
    return texts;
  }
}
