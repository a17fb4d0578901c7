import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import { decodeLatin1 } from './latin-1.ts';

export interface ReadEvents {
  /** One line an event, with what the handler was told. */
  readonly events: string[];
  readonly problemCodes: string[];
}

/** Everything an `EnvelopeReader` tells about `bytes`, fed in pieces of the given sizes (then the rest at once). */
export function readEvents(bytes: Uint8Array, pieceSizes: readonly number[] = []): ReadEvents {
  const events: string[] = [];
  const problemCodes: string[] = [];
  const tell = (name: string, ...details: unknown[]): void => {
    events.push(`${name} ${JSON.stringify(details)}`);
  };
  const reader = new EnvelopeReader(decodeLatin1, {
    interchangeOpened: (header) => tell('interchangeOpened', { ...header, delimiters: undefined }),
    interchangeAcknowledgment: (segment, place) => tell('TA1', segment.text(1), segment.text(5), place),
    groupOpened: (header) => tell('groupOpened', header),
    setOpened: (header) => tell('setOpened', header),
    segment: (segment, place) => {
      const elements = Array.from({ length: segment.elementCount + 1 }, (_, i) => segment.components(i));
      tell('segment', elements, place);
    },
    setClosed: (header, isComplete) => tell('setClosed', header, isComplete),
    groupClosed: (header, isComplete) => tell('groupClosed', header, isComplete),
    interchangeClosed: ({ controlNumber }, isComplete) =>
      tell('interchangeClosed', controlNumber, isComplete),
    problem: (problem) => {
      tell('problem', problem);
      problemCodes.push(problem.code);
    },
  });
  let start = 0;
  for (const size of pieceSizes) {
    if (start >= bytes.length) break;
    reader.feed(bytes.subarray(start, start + size));
    start += size;
  }
  if (start < bytes.length) reader.feed(bytes.subarray(start));
  reader.finish();
  return { events, problemCodes };
}
