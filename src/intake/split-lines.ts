/** Bytes in any pieces. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** `bytes` absent: the line was longer than allowed, and was passed over. */
export interface InputLine {
  /** Counts from 1, blank lines too. */
  readonly number: number;
  readonly bytes?: Uint8Array;
}

const LINE_FEED = 0x0a;

/** Cuts bytes into lines without their line feed; holds one line at most, and `lengthMax` bytes of it. */
export async function* splitLines(chunks: Bytes, lengthMax: number): AsyncGenerator<InputLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > lengthMax) parts = [];
    // A chunk may be used again by whoever made it.
    else if (piece.length > 0) parts.push(piece.slice());
  };
  const end = (): InputLine => {
    const line =
      length > lengthMax ? { number: ++number } : { number: ++number, bytes: Buffer.concat(parts) };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let stop = chunk.indexOf(LINE_FEED); stop !== -1; stop = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, stop));
      yield end();
      start = stop + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield end();
}
