/** Where a fact was read: enough to find its bytes in the archive again. */
export interface Source {
  /** SHA-256 of the archived file, lower-case hexadecimal. */
  readonly fileSha256: string;
  readonly interchangeControlNumber: string;
  readonly groupControlNumber: string;
  readonly setControlNumber: string;
  /** The segment's place in its transaction set, counting from ST = 1; 0 for what stands in the envelope. */
  readonly segmentOrdinal: number;
  readonly byteStart: number;
  readonly byteStop: number;
}

/** A place inside a file: a `Source` without the file, which only the shell knows. */
export type SourcePlace = Omit<Source, 'fileSha256'>;

/** Where an amount stands in its transaction set: which segment, which bytes, and which of its elements. */
export interface AmountPlace extends Pick<SourcePlace, 'segmentOrdinal' | 'byteStart' | 'byteStop'> {
  /** Position of the amount, 3 for CAS03. */
  readonly element: number;
}
