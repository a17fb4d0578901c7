import type { Delimiters } from './delimiters.ts';
import { type Latin1Decoder, SegmentReader } from './segment-reader.ts';

/** One segment as text, with all that is needed to write it back byte for byte. */
export interface SegmentCopy {
  /** Bytes between the segment before and this one that belong to neither: line ends, a byte order mark. */
  readonly gap: string;
  /** The identifier, then the data elements. */
  readonly elements: readonly string[];
  readonly delimiters: Delimiters;
}

/** A whole file as segments; `tail` is what stands behind the last one, or could not be read. */
export interface FileCopy {
  readonly segments: readonly SegmentCopy[];
  readonly tail: string;
}

/** Copies a file into memory as text; `writeFileCopy` gives back the same bytes, whatever they were. */
export function copyFile(decode: Latin1Decoder, bytes: Uint8Array): FileCopy {
  const reader = new SegmentReader(decode);
  const segments: SegmentCopy[] = [];
  let copied = 0;
  reader.feed(bytes);
  while (reader.next()) {
    const elements: string[] = [];
    for (let position = 0; position <= reader.elementCount; position++) elements.push(reader.text(position));
    segments.push({
      gap: copied === reader.byteStart ? '' : decode(bytes, copied, reader.byteStart),
      elements,
      delimiters: reader.delimiters,
    });
    copied = reader.byteStop;
  }
  return { segments, tail: decode(bytes, copied, bytes.length) };
}

/** The file as text again, one character a byte (ISO 8859-1). */
export function writeFileCopy(copy: FileCopy): string {
  const parts: string[] = [];
  for (const { gap, elements, delimiters } of copy.segments) {
    const separator = String.fromCharCode(delimiters.element);
    parts.push(gap, elements.join(separator), String.fromCharCode(delimiters.terminator));
  }
  parts.push(copy.tail);
  return parts.join('');
}
