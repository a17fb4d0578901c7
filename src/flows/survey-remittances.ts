import { EnvelopeReader } from '../edi/envelope/envelope-reader.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import type { ArchiveWriter } from '../ports/archive.ts';
import { identifySet } from './identify.ts';
import { RemittanceSurvey, type SurveyedRemittance } from './remittance-survey.ts';

/** A remittance before it is posted, with the proof of its balance. */
export interface ProvenRemittance extends SurveyedRemittance {
  /** Where the proof stands in the archive, whether the remittance balances or not; absent: it could not be read. */
  readonly proofSha256?: string;
}

/**
 * Reads every 835 of a file whose envelopes are whole, in its order and no further than it is asked for, and keeps the
 * proof of each in the archive: what a remittance is, whether it balances and what its claim payments have in common is
 * known before the first of them is posted.
 */
export async function* surveyRemittances(
  file: {
    readonly sha256: string;
    readonly decode: Latin1Decoder;
    readonly bytes: AsyncIterable<Uint8Array>;
  },
  archive: ArchiveWriter,
): AsyncGenerator<ProvenRemittance, void> {
  const begun: RemittanceSurvey[] = [];
  let current: RemittanceSurvey | undefined;
  const reader = new EnvelopeReader(file.decode, {
    setOpened(header) {
      current = identifySet(header) === '835' ? new RemittanceSurvey(file.sha256) : undefined;
      if (current !== undefined) begun.push(current);
    },
    countedSegment: (...told) => current?.segment(...told),
    setClosed() {
      current?.finish();
      current = undefined;
    },
  });
  const pieces = file.bytes[Symbol.asyncIterator]();
  const readOn = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done === true) reader.finish();
    else reader.feed(next.value);
    return next.done !== true;
  };
  try {
    for (;;) {
      const survey = begun.shift();
      if (survey !== undefined) yield await prove(survey, archive, readOn);
      else if (!(await readOn())) return;
    }
  } finally {
    await pieces.return?.();
  }
}

/** Tells whether there was more; the end of the file ends every set. */
type ReadOn = () => Promise<boolean>;

/** Reads on to the end of the set. */
async function prove(
  survey: RemittanceSurvey,
  archive: ArchiveWriter,
  readOn: ReadOn,
): Promise<ProvenRemittance> {
  let proofSha256: string | undefined;
  try {
    ({ sha256: proofSha256 } = await archive.put(proofOf(survey, readOn)));
  } catch (error) {
    if (!(error instanceof Unprovable)) throw error;
    while (!survey.isFinished) await readOn();
  }
  return { ...survey.surveyed(), ...(proofSha256 === undefined ? {} : { proofSha256 }) };
}

/** Thrown to take back what the archive was given of a proof. */
class Unprovable extends Error {}

/** The proof as the file is read: what reads the proof reads the file on. */
async function* proofOf(survey: RemittanceSurvey, readOn: ReadOn): AsyncGenerator<Uint8Array> {
  for (;;) {
    if (survey.isUnreadable) throw new Unprovable();
    yield survey.takeProof();
    if (survey.isFinished) return;
    await readOn();
  }
}
