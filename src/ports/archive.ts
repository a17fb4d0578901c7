/** Bytes kept for ever under their SHA-256. Written once, before anything reads them. */
export interface ArchiveReader {
  /** The bytes, piece by piece. Throws a Failure `archive.missing` when they are not there. */
  open(sha256: string): AsyncIterable<Uint8Array>;
}

export interface ArchiveWriter {
  /** Stores what is not there yet; resolves when it is durable on disk. */
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<ArchivedBytes>;
}

export interface ArchivedBytes {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface Archive extends ArchiveReader, ArchiveWriter {}
