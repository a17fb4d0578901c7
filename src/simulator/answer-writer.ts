import { groupBy } from '../base/groups.ts';
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
import type { Counters, PromisedFile } from './journal.ts';
import { inFileName, type Moment, momentOf, nextEnvelope } from './moment.ts';
import type { Numbering } from './numbering.ts';
import { buildRemittance, type DecidedClaim } from './payer/build-remittance.ts';
import { remittanceDetails } from './payer/remittance-details.ts';
import { pendingName } from './pending-remittances.ts';
import type { TakenSet } from './read-claim-sets.ts';
import type { Acknowledgments } from './scenario/acknowledgment-schema.ts';
import type { ExchangeDays } from './scenario/exchange-days.ts';
import { wishedReports } from './scenario/wished-reports.ts';

export interface WrittenFile extends PromisedFile {
  readonly text: string;
}

export interface AnswerTimes {
  /** When the file was taken. */
  readonly now: Date;
  /** How long after that its remittances appear. */
  readonly remitDelayMs: number;
}

/** How a scenario has claims acknowledged, and what its days are. */
export interface AcknowledgmentTerms {
  readonly wishes: Acknowledgments;
  readonly days: ExchangeDays;
}

/** Writes the answers to one file, each an interchange of its own under the simulator's numbers. */
export class AnswerWriter {
  readonly files: WrittenFile[] = [];
  readonly #numbering: Numbering;
  readonly #taken: Date;
  readonly #now: Moment;
  readonly #due: Date;
  readonly #terms: AcknowledgmentTerms | undefined;

  constructor(numbering: Numbering, { now, remitDelayMs }: AnswerTimes, terms?: AcknowledgmentTerms) {
    this.#numbering = numbering;
    this.#taken = now;
    this.#now = momentOf(now);
    this.#due = new Date(now.getTime() + remitDelayMs);
    this.#terms = terms;
  }

  get counters(): Counters {
    return this.#numbering.counters;
  }

  /** TA1 where it is asked for or the interchange is rejected, 999 where it is not; neither for acknowledgments. */
  acknowledge(received: CheckedInterchange): void {
    // An acknowledgment is not acknowledged.
    if (received.isAcknowledging && received.groups.length === 0) return;
    const verdict = ta1VerdictOf(received);
    const { ta1, implementation } = this.#terms?.wishes ?? {};
    if ((received.header.isAcknowledgmentRequested || verdict === 'R') && ta1?.isSilent !== true) {
      this.#publish('TA1', ta1?.day, (envelope) => writeTa1(received, envelope));
    }
    if (verdict === 'R' || implementation?.isSilent === true) return;
    this.#publish('999', implementation?.day, (envelope) => {
      const answered = received.groups.filter((group) => group.header.functionalIdentifier !== 'FA');
      const [groupControlNumber = 0] = answered.map(() => this.#numbering.group());
      return write999(received, { ...envelope, groupControlNumber });
    });
  }

  /** 277CA: of the clearinghouse for all claims of a set, then of each payer for those passed on to it. */
  acknowledgeClaims(set: TakenSet, decision: SubmissionDecision): void {
    if (this.#terms !== undefined) {
      for (const { report, day } of wishedReports(set, decision, this.#terms.wishes.claims)) {
        const { kind, identifier } = report.source;
        const source = kind === 'clearinghouse' ? 'CLEARINGHOUSE' : inFileName(identifier);
        this.#report(source, set, { report, afterDays: day });
      }
      return;
    }
    this.#report('CLEARINGHOUSE', set, { report: clearinghouseReport(set, decision) });
    for (const report of payerReports(set, decision)) {
      this.#report(inFileName(report.source.identifier), set, { report });
    }
  }

  /** 835: one file for each payer of the claims, with a payment to each payee; `answered` says whom to answer. */
  remit(answered: AnsweredGroup, decided: readonly DecidedClaim[]): void {
    const moment = momentOf(this.#due);
    for (const ofPayer of groupBy(decided, ({ claim }) => claim.payer.identifier).values()) {
      const bodies = [...groupBy(ofPayer, payeeOf).values()].map((claims) => {
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

  #report(
    source: string,
    set: TakenSet,
    { report, afterDays }: { readonly report: ClaimReport; readonly afterDays?: number },
  ): void {
    const { day, time } = this.#now;
    this.#publish(`277CA_${source}`, afterDays, (envelope) => {
      const reference = `SIM${envelope.interchangeControlNumber}`;
      const whole = { ...report, reference, date: day, time, receivedDate: day, processedDate: day };
      return writeAnswerGroup(
        set,
        { ...envelope, groupControlNumber: this.#numbering.group() },
        { kind: CLAIM_ACKNOWLEDGMENT, bodies: [(writer) => writeClaimAcknowledgment(writer, whole)] },
      );
    });
  }

  /** Writes one file for `outbound`, at once or some days after the claims came, unless there is nothing to say. */
  #publish(
    kind: string,
    afterDays: number | undefined,
    write: (envelope: AcknowledgmentEnvelope) => string | undefined,
  ): void {
    const file = this.#numbering.unlessNothing(() => {
      const envelope = this.#envelope(this.#now);
      const text = write(envelope);
      return text === undefined ? undefined : { number: envelope.interchangeControlNumber, text };
    });
    if (file === undefined) return;
    const name = `${kind}_${file.number}.x12`;
    const due = this.#dueAfter(afterDays);
    this.files.push(
      due === undefined
        ? { name, folder: 'outbound', text: file.text }
        : { name: pendingName(due, name), folder: 'pending', text: file.text },
    );
  }

  #dueAfter(afterDays: number | undefined): Date | undefined {
    if (this.#terms === undefined || afterDays === undefined || afterDays === 0) return undefined;
    const { days } = this.#terms;
    return days.startOf(days.dayOf(this.#taken) + afterDays);
  }

  #envelope(moment: Moment): AcknowledgmentEnvelope {
    return nextEnvelope(this.#numbering, moment);
  }
}

/** What one payee is to a payer: it is paid on its own. */
function payeeOf({ claim }: DecidedClaim): string {
  return `${claim.billingProvider.npi} ${claim.billingProvider.taxId.value}`;
}
