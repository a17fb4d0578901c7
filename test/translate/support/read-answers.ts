import type { Remittance } from '../../../src/domain/remittance/remittance.ts';
import type { SegmentPlace } from '../../../src/edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import type { SegmentCursor } from '../../../src/edi/syntax/segment-cursor.ts';
import {
  type ClaimAcknowledgment,
  ClaimAcknowledgmentReader,
  type SubmissionRejection,
} from '../../../src/translate/claim-acknowledgment-277ca.ts';
import {
  type ImplementationAcknowledgment,
  ImplementationAcknowledgmentReader,
} from '../../../src/translate/implementation-acknowledgment-999.ts';
import {
  type InterchangeAcknowledgment,
  readInterchangeAcknowledgment,
} from '../../../src/translate/interchange-acknowledgment-ta1.ts';
import { RemittanceReader } from '../../../src/translate/remittance-835.ts';
import { bytesOf, decodeLatin1 } from '../../edi/support/latin-1.ts';

/** Everything that the translators say of a file, in its order. */
export interface Answers {
  readonly interchanges: InterchangeAcknowledgment[];
  readonly groups: ImplementationAcknowledgment[];
  readonly claims: ClaimAcknowledgment[];
  readonly rejections: SubmissionRejection[];
  readonly remittances: Remittance[];
}

interface SetReader {
  segment(segment: SegmentCursor, place: SegmentPlace): void;
  finish(): void;
}

/** Reads a file whole; `readersOf` chooses what reads a set, by its ST01 where it is not given. */
export function readAnswers(
  file: Uint8Array | string,
  readersOf: (identifier: string) => string = (identifier) => identifier,
): Answers {
  const answers: Answers = { interchanges: [], groups: [], claims: [], rejections: [], remittances: [] };
  let reader: SetReader | undefined;
  const envelopes = new EnvelopeReader(decodeLatin1, {
    interchangeAcknowledgment(segment, place) {
      answers.interchanges.push(readInterchangeAcknowledgment(segment, place));
    },
    setOpened: ({ identifier }) => {
      reader = setReader(readersOf(identifier), answers);
    },
    segment: (segment, place) => reader?.segment(segment, place),
    setClosed: () => reader?.finish(),
  });
  envelopes.feed(typeof file === 'string' ? bytesOf(file) : file);
  envelopes.finish();
  return answers;
}

function setReader(identifier: string, answers: Answers): SetReader | undefined {
  if (identifier === '277') {
    return new ClaimAcknowledgmentReader({
      claim: (acknowledgment) => answers.claims.push(acknowledgment),
      submissionRejected: (rejection) => answers.rejections.push(rejection),
    });
  }
  if (identifier === '835') {
    const reader = new RemittanceReader();
    return {
      segment: (segment, place) => reader.segment(segment, place.segmentOrdinal, place),
      finish: () => answers.remittances.push(reader.finish()),
    };
  }
  if (identifier !== '999') return undefined;
  const reader = new ImplementationAcknowledgmentReader();
  return {
    segment: (segment, place) => reader.segment(segment, place),
    finish: () => {
      const acknowledgment = reader.finish();
      if (acknowledgment !== undefined) answers.groups.push(acknowledgment);
    },
  };
}

/** The one remittance of a file. */
export function readRemittance(file: Uint8Array | string): Remittance {
  const [remittance, another] = readAnswers(file).remittances;
  if (remittance === undefined || another !== undefined) throw new Error('the file holds no single 835');
  return remittance;
}

/** A copy without the places, which say where something stood and not what it says. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'place')
      .map(([key, part]) => [key, withoutPlaces(part)]),
  );
}
