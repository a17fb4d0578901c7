import type { CheckReport } from '../check/check-report.ts';
import { write999 } from './write-999.ts';
import { ta1VerdictOf, writeTa1 } from './write-ta1.ts';

export interface AnswerOptions {
  /** CCYYMMDD and HHMM in the zone of the one who answers. */
  readonly date: string;
  readonly time: string;
  /** ISA13 of the first answer; the next ones count on. */
  readonly firstControlNumber: number;
  /** GS06 of the first group; the next ones count on. */
  readonly firstGroupNumber: number;
  /** A TA1 for each interchange, asked for or not, and no 999. */
  readonly isTa1Only: boolean;
  readonly lineEnd: string;
}

/** An answer in an interchange of its own. */
export interface Answer {
  readonly kind: 'TA1' | '999';
  /** ISA13. */
  readonly controlNumber: string;
  readonly text: string;
}

/**
 * What a receiver answers to a file: for each interchange a TA1 where ISA14 asks for it or it is rejected, and a 999
 * where it is not (TR3 005010X231A1 §1.4). An interchange that holds nothing but acknowledgments is not answered, and
 * neither is one whose numbers no answer could name. A report that is not whole makes no answer: an answer counts and
 * names every set.
 */
export function answerReport(report: CheckReport, options: AnswerOptions): Answer[] {
  const answers: Answer[] = [];
  if (report.omittedEnvelopeCount > 0) return answers;
  let { firstControlNumber: nextNumber, firstGroupNumber: nextGroup } = options;
  const add = (kind: Answer['kind'], write: (controlNumber: string) => string | undefined): void => {
    const controlNumber = String(nextNumber).padStart(9, '0');
    const text = write(controlNumber);
    if (text === undefined) return;
    answers.push({ kind, controlNumber, text });
    nextNumber++;
  };
  const { date, time, lineEnd } = options;
  for (const received of report.interchanges) {
    if (received.isAcknowledging && received.groups.length === 0) continue;
    const isRejected = ta1VerdictOf(received) === 'R';
    if (options.isTa1Only || isRejected || received.header.isAcknowledgmentRequested) {
      add('TA1', (interchangeControlNumber) =>
        writeTa1(received, { date, time, lineEnd, interchangeControlNumber }),
      );
    }
    if (options.isTa1Only || isRejected) continue;
    add('999', (interchangeControlNumber) =>
      write999(received, { date, time, lineEnd, interchangeControlNumber, groupControlNumber: nextGroup }),
    );
    nextGroup += received.groups.filter(({ header }) => header.functionalIdentifier !== 'FA').length;
  }
  return answers;
}
