import type { OutlinedInterchange, SegmentElements } from './file-outline.ts';

/** Element positions. */
const ISA_CONTROL_NUMBER = 13;
const GS_CONTROL_NUMBER = 6;

/** What goes into an interchange of its own: TA1 segments, or sets of one functional group. */
export interface EnvelopeContent {
  /** ISA13; that of the interchange it comes from unless given. */
  readonly controlNumber?: string;
  /** GS, with the sets below it; absent for TA1 segments alone. */
  readonly groupHeader?: SegmentElements;
  readonly setCount: number;
  /** Whole segments with their terminators. */
  readonly body: string;
}

/**
 * An interchange with the sender, receiver, moment and delimiters of another one, and trailers that count what is in
 * it. One character is one byte (ISO 8859-1).
 */
export function enveloped(interchange: OutlinedInterchange, content: EnvelopeContent): string {
  const { groupHeader, setCount, body } = content;
  const controlNumber = content.controlNumber ?? interchange.header[ISA_CONTROL_NUMBER] ?? '';
  const header = interchange.header.with(ISA_CONTROL_NUMBER, controlNumber);
  const write = (elements: SegmentElements): string => segmentText(interchange, elements);
  const trailer = write(['IEA', groupHeader === undefined ? '0' : '1', controlNumber]);
  if (groupHeader === undefined) return write(header) + body + trailer;
  const groupTrailer = write(['GE', String(setCount), groupHeader[GS_CONTROL_NUMBER] ?? '']);
  return write(header) + write(groupHeader) + body + groupTrailer + trailer;
}

/** A segment with the delimiters and line end of an interchange. */
export function segmentText({ delimiters, lineEnd }: OutlinedInterchange, elements: SegmentElements): string {
  return (
    elements.join(String.fromCharCode(delimiters.element)) +
    String.fromCharCode(delimiters.terminator) +
    lineEnd
  );
}
