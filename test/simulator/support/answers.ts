import type { Remittance } from '../../../src/domain/remittance/remittance.ts';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import { answerFile } from '../../../src/simulator/answer-file.ts';
import { decodeLatin1 } from '../../../src/simulator/latin-1.ts';
import {
  type ClaimAcknowledgment,
  ClaimAcknowledgmentReader,
} from '../../../src/translate/claim-acknowledgment-277ca.ts';
import { RemittanceReader } from '../../../src/translate/remittance-835.ts';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** When files are taken in tests: the last minutes of a day, so that a remittance is of the next. */
export const TAKEN_AT = new Date('2026-07-01T23:59:30.000Z');

type Journal = Parameters<typeof answerFile>[1]['journal'];

/** A memory in which nothing was taken yet. */
const EMPTY_MEMORY: Journal = {
  counters: { interchange: 0, group: 0, trace: 0 },
  hasAccepted: () => false,
  hasClaim: () => false,
};

/** Answers a file as the usual simulator does, a minute before its remittances are due. */
export function answerText(text: string, journal: Partial<Journal> = {}): ReturnType<typeof answerFile> {
  return answerFile(Buffer.from(text, 'latin1'), {
    seed: 'claimgate',
    remitDelayMs: 60_000,
    now: TAKEN_AT,
    journal: { ...EMPTY_MEMORY, ...journal },
  });
}

/** The segments of an answer that begin so; all of them where nothing is given. */
export function segmentsOf({ text }: NamedText, beginning = ''): string[] {
  return text.split('~').filter((segment) => segment !== '' && segment.startsWith(beginning));
}

/** What each 835 of a file says. */
export function remittancesOf({ text }: NamedText): Remittance[] {
  const remittances: Remittance[] = [];
  let reading = new RemittanceReader();
  const reader = new EnvelopeReader(decodeLatin1, {
    setOpened: () => {
      reading = new RemittanceReader();
    },
    countedSegment: (...told) => reading.segment(...told),
    setClosed: () => remittances.push(reading.finish()),
  });
  reader.feed(Buffer.from(text, 'latin1'));
  reader.finish();
  return remittances;
}

/** What each claim of a 277CA is told. */
export function statusesOf({ text }: NamedText): ClaimAcknowledgment[] {
  const statuses: ClaimAcknowledgment[] = [];
  const reading = new ClaimAcknowledgmentReader({ claim: (claim) => statuses.push(claim) });
  const reader = new EnvelopeReader(decodeLatin1, {
    segment: (segment, place) => reading.segment(segment, place),
    setClosed: () => reading.finish(),
  });
  reader.feed(Buffer.from(text, 'latin1'));
  reader.finish();
  return statuses;
}

/** The names of all answers, in their order. */
export function namesOf({ files }: ReturnType<typeof answerText>): string[] {
  return files.map(({ name, folder }) => (folder === 'pending' ? `pending ${name}` : name));
}

/** The one answer whose name holds `part`. */
export function theFile(
  { files }: ReturnType<typeof answerText>,
  part: string,
): ReturnType<typeof answerText>['files'][number] {
  const [file, ...more] = files.filter(({ name }) => name.includes(part));
  if (file === undefined || more.length > 0) throw new Error(`not one answer is named ${part}`);
  return file;
}

/** `A1 accepted A2:20:PR` for each claim of the one 277CA whose name holds `part`. */
export function toldIn(answered: ReturnType<typeof answerText>, part: string): string[] {
  return statusesOf(theFile(answered, part)).map(({ patientControlNumber, outcome, statuses }) =>
    [patientControlNumber, outcome, ...statuses.map((one) => Object.values(one).join(':'))].join(' '),
  );
}
