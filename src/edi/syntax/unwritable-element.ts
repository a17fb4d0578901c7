/** Why a text cannot stand in an element: it holds a delimiter, a control character, or a byte past ISO 8859-1. */
export type UnwritableReason = 'delimiter-in-data' | 'control-character' | 'not-latin-1';

/** Thrown by the writer; names the place, never the text. A translator that cleans its data never meets it. */
export class UnwritableElement extends Error {
  override readonly name = 'UnwritableElement';
  readonly segment: string;
  readonly element: number;
  readonly reason: UnwritableReason;

  constructor(options: { segment: string; element: number; reason: UnwritableReason }) {
    super(
      `element ${options.segment}${String(options.element).padStart(2, '0')} cannot be written: ${options.reason}`,
    );
    this.segment = options.segment;
    this.element = options.element;
    this.reason = options.reason;
  }
}
