import { type BusinessDate, instantOf, printCompactDate, utcDayOf } from '../base/time.ts';
import type { AcknowledgmentEnvelope } from '../edi/acknowledgment/acknowledgment-envelope.ts';
import { write999 } from '../edi/acknowledgment/write-999.ts';
import { ta1VerdictOf, writeTa1 } from '../edi/acknowledgment/write-ta1.ts';
import type { CheckedInterchange } from '../edi/check/check-report.ts';
import type { SegmentWriter } from '../edi/syntax/segment-writer.ts';
import { writeClaimAcknowledgment } from '../translate/claim-acknowledgment-277ca.ts';
import { writeRemittance } from '../translate/remittance-835.ts';
import {
  type AnsweredGroup,
  CLAIM_ACKNOWLEDGMENT,
  REMITTANCE_ADVICE,
  writeAnswerGroup,
} from './answer-group.ts';
import { type ClaimReport, clearinghouseReport, payerReports } from './claim-reports.ts';
import type { SubmissionDecision } from './decide-submission.ts';
import { grouped } from './grouped.ts';
import type { Counters, PromisedFile } from './journal.ts';
import type { Numbering } from './numbering.ts';
import { buildRemittance, type DecidedClaim } from './payer/build-remittance.ts';
import { remittanceDetails } from './payer/remittance-details.ts';
import { pendingName } from './pending-remittances.ts';
import type { TakenSet } from './read-claim-sets.ts';

export interface WrittenFile extends PromisedFile {
  readonly text: string;
}

export interface AnswerTimes {
  /** When the file was taken. */
  readonly now: Date;
  /** How long after that its remittances appear. */
  readonly remitDelayMs: number;
}

/** Writes the answers to one file, each an interchange of its own under the simulator's numbers. */
export class AnswerWriter {
  readonly files: WrittenFile[] = [];
  readonly #numbering: Numbering;
  readonly #now: Moment;
  readonly #due: Date;

  constructor(numbering: Numbering, { now, remitDelayMs }: AnswerTimes) {
    this.#numbering = numbering;
    this.#now = momentOf(now);
    this.#due = new Date(now.getTime() + remitDelayMs);
  }

  get counters(): Counters {
    return this.#numbering.counters;
  }

  /** TA1 where it is asked for or the interchange is rejected, 999 where it is not; neither for acknowledgments. */
  acknowledge(received: CheckedInterchange): void {
    // An acknowledgment is not acknowledged.
    if (received.isAcknowledging && received.groups.length === 0) return;
    const verdict = ta1VerdictOf(received);
    if (received.header.isAcknowledgmentRequested || verdict === 'R') {
      this.#publish('TA1', (envelope) => writeTa1(received, envelope));
    }
    if (verdict === 'R') return;
    this.#publish('999', (envelope) => {
      const answered = received.groups.filter((group) => group.header.functionalIdentifier !== 'FA');
      const [groupControlNumber = 0] = answered.map(() => this.#numbering.group());
      return write999(received, { ...envelope, groupControlNumber });
    });
  }

  /** 277CA: of the clearinghouse for all claims of a set, then of each payer for those passed on to it. */
  acknowledgeClaims(set: TakenSet, decision: SubmissionDecision): void {
    this.#report('CLEARINGHOUSE', set, clearinghouseReport(set, decision));
    for (const report of payerReports(set, decision)) {
      this.#report(inFileName(report.source.identifier), set, report);
    }
  }

  /** 835: one file for each payer of the claims, with a payment to each payee; `answered` says whom to answer. */
  remit(answered: AnsweredGroup, decided: readonly DecidedClaim[]): void {
    const moment = momentOf(this.#due);
    for (const ofPayer of grouped(decided, ({ claim }) => claim.payer.identifier)) {
      const bodies = grouped(ofPayer, payeeOf).map((claims) => {
        const payment = { traceNumber: this.#numbering.trace(), date: moment.day };
        const remittance = buildRemittance(claims, payment);
        const details = remittanceDetails(moment.day);
        return (writer: SegmentWriter) => writeRemittance(writer, remittance, details);
      });
      const envelope = this.#envelope(moment);
      const text = writeAnswerGroup(
        answered,
        { ...envelope, groupControlNumber: this.#numbering.group() },
        { kind: REMITTANCE_ADVICE, bodies },
      );
      const payer = inFileName(ofPayer[0].claim.payer.identifier);
      const name = pendingName(this.#due, `835_${payer}_${envelope.interchangeControlNumber}.x12`);
      this.files.push({ name, folder: 'pending', text });
    }
  }

  #report(source: string, set: TakenSet, report: ClaimReport): void {
    const { day, time } = this.#now;
    this.#publish(`277CA_${source}`, (envelope) => {
      const reference = `SIM${envelope.interchangeControlNumber}`;
      const whole = { ...report, reference, date: day, time, receivedDate: day, processedDate: day };
      return writeAnswerGroup(
        set,
        { ...envelope, groupControlNumber: this.#numbering.group() },
        { kind: CLAIM_ACKNOWLEDGMENT, bodies: [(writer) => writeClaimAcknowledgment(writer, whole)] },
      );
    });
  }

  /** Writes one file for `outbound`, unless there is nothing to say. */
  #publish(kind: string, write: (envelope: AcknowledgmentEnvelope) => string | undefined): void {
    const file = this.#numbering.unlessNothing(() => {
      const envelope = this.#envelope(this.#now);
      const text = write(envelope);
      return text === undefined ? undefined : { number: envelope.interchangeControlNumber, text };
    });
    if (file === undefined) return;
    this.files.push({ name: `${kind}_${file.number}.x12`, folder: 'outbound', text: file.text });
  }

  #envelope({ day, time }: Moment): AcknowledgmentEnvelope {
    const interchangeControlNumber = this.#numbering.interchange();
    return { date: printCompactDate(day), time, interchangeControlNumber };
  }
}

/** A day and a minute (HHMM) in UTC, the simulator's zone. */
interface Moment {
  readonly day: BusinessDate;
  readonly time: string;
}

function momentOf(date: Date): Moment {
  const instant = instantOf(date);
  return { day: utcDayOf(instant), time: instant.slice(11, 16).replace(':', '') };
}

/** What one payee is to a payer: it is paid on its own. */
function payeeOf({ claim }: DecidedClaim): string {
  return `${claim.billingProvider.npi} ${claim.billingProvider.taxId.value}`;
}

/** A payer's identifier as it can stand in a file name; what a sender wrote there may be a path. */
function inFileName(payerIdentifier: string): string {
  const text = payerIdentifier.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 30);
  return text === '' ? 'PAYER' : text;
}
