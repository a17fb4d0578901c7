import type { InterchangeHeader } from '../edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../edi/envelope/envelope-reader.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import { identifySet } from './identify.ts';

/** What a file is, before anything in it counts. */
export interface FileSurvey {
  readonly interchanges: readonly InterchangeHeader[];
  /** What was found, each once: `TA1`, `999`, `277CA`, `835`, or ST01 of a set that no flow applies. */
  readonly contents: readonly string[];
  readonly hasUnknownSet: boolean;
  readonly hasKnownContent: boolean;
  /** The first thing wrong with envelope or bytes; nothing of such a file is applied. */
  readonly problemCode?: string;
}

/** Interchanges of a file that are remembered by their control numbers; no partner sends near as many. */
const INTERCHANGES_MAX = 10_000;

/**
 * Reads a whole file once, keeping nothing of it but its envelopes. Every problem of an envelope is reason enough not
 * to apply the file: a count that does not agree is how a lost segment shows.
 */
export async function surveyFile(
  decode: Latin1Decoder,
  bytes: AsyncIterable<Uint8Array>,
): Promise<FileSurvey> {
  const interchanges: InterchangeHeader[] = [];
  const contents = new Set<string>();
  let hasUnknownSet = false;
  let hasKnownContent = false;
  let problemCode: string | undefined;
  const reader = new EnvelopeReader(decode, {
    interchangeOpened(header) {
      interchanges.push(header);
      if (interchanges.length > INTERCHANGES_MAX) problemCode ??= 'file.too-many-interchanges';
    },
    interchangeAcknowledgment() {
      hasKnownContent = true;
      contents.add('TA1');
    },
    setOpened(header) {
      const kind = identifySet(header);
      if (kind === undefined) hasUnknownSet = true;
      else hasKnownContent = true;
      contents.add(kind ?? printableIdentifier(header.identifier));
    },
    problem(problem) {
      if (problem.severity === 'error') problemCode ??= problem.code;
    },
  });
  for await (const piece of bytes) reader.feed(piece);
  reader.finish();
  return {
    interchanges,
    contents: [...contents].toSorted(),
    hasUnknownSet,
    hasKnownContent,
    ...(problemCode === undefined ? {} : { problemCode }),
  };
}

/** ST01 as X12 writes it, three digits; anything else is not repeated. */
function printableIdentifier(identifier: string): string {
  return /^\d{3}$/.test(identifier) ? identifier : 'unknown';
}
