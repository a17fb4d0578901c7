import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { instantOf } from '../base/time.ts';
import { type AnswerOptions, answerFile } from './answer-file.ts';
import { Journal, NO_COUNTERS, type ReceivedEntry } from './journal.ts';
import { filesIn, type Mailbox, moveIfThere, openMailbox, syncFolder, writeDurably } from './mailbox.ts';
import type { RuleTable } from './payer/rule.ts';
import { PendingRemittances } from './pending-remittances.ts';
import type { Take } from './scenario/planned-remittance.ts';
import type { Scenario } from './scenario/scenario-schema.ts';

export interface ClearinghouseOptions {
  readonly directory: string;
  readonly seed: string;
  /** How long after a file came its remittances appear. */
  readonly remitDelayMs: number;
  readonly clock: () => Date;
  readonly rules?: RuleTable;
  /** Decides in place of the rules. */
  readonly scenario?: Scenario;
  /** Told of an error that kept a due remittance from being published; it is tried again. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Takes files from `inbound`, answers in `outbound`, and forgets nothing. A file is answered in this order: answers
 * are written to `working`; the journal line that promises them is on disk; they move to their folders; the file
 * moves to the archive. A crash before the line leaves the file to be taken anew, a crash after it leaves moves that
 * `#finish` makes up for at the next start.
 */
export class Clearinghouse {
  readonly mailbox: Mailbox;
  readonly journal: Journal;
  readonly #options: ClearinghouseOptions;
  readonly #pending: PendingRemittances;
  /** What a scenario has seen. */
  #takes: readonly Take[] = [];

  constructor(options: ClearinghouseOptions) {
    this.#options = options;
    this.mailbox = openMailbox(options.directory);
    this.journal = new Journal(path.join(options.directory, 'received.ndjson'));
    for (const entry of this.journal.unfinished) this.#finish(entry);
    // What is left there was never promised.
    for (const name of filesIn(this.mailbox.working)) rmSync(path.join(this.mailbox.working, name));
    this.#pending = new PendingRemittances(this.mailbox, options);
    this.#recall();
  }

  /** Files that stand in `inbound`: after a crash, those that were not yet taken. */
  get waitingFiles(): readonly string[] {
    return filesIn(this.mailbox.inbound);
  }

  get pendingCount(): number {
    return this.#pending.count;
  }

  /** Remittances whose time has come move to `outbound`, and a timer waits for the next. */
  publishDue(): void {
    this.#pending.publishDue();
  }

  whenNothingPending(): Promise<void> {
    return this.#pending.whenEmpty();
  }

  stop(): void {
    this.#pending.stop();
  }

  /** Answers the file of that name in `inbound`; one that is not there has been taken already. */
  take(fileName: string): void {
    const place = path.join(this.mailbox.inbound, fileName);
    if (!existsSync(place)) return;
    const bytes = readFileSync(place);
    const { journal, mailbox } = this;
    const now = this.#options.clock();
    const { facts, files, takes } = answerFile(bytes, this.#terms(now, journal));
    for (const { name, text } of files) writeDurably(path.join(mailbox.working, name), text);
    syncFolder(mailbox.working);
    const entry: ReceivedEntry = {
      kind: 'received',
      arrival: (journal.received.at(-1)?.arrival ?? 0) + 1,
      at: instantOf(now),
      fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byteCount: bytes.length,
      ...facts,
      files: files.map(({ name, folder }) => ({ name, folder })),
    };
    journal.append(entry);
    this.#takes = takes;
    this.#finish(entry);
  }

  #terms(now: Date, journal: AnswerOptions['journal']): AnswerOptions {
    const { seed, remitDelayMs, rules, scenario } = this.#options;
    const firstTaken = this.journal.received[0]?.at;
    return {
      seed,
      remitDelayMs,
      now,
      journal,
      ...(rules === undefined ? {} : { rules }),
      ...(scenario === undefined
        ? {}
        : {
            scenario: {
              scenario,
              takes: this.#takes,
              ...(firstTaken === undefined ? {} : { firstTaken: new Date(firstTaken) }),
            },
          }),
    };
  }

  /** Answers in thought what was answered before, so that a scenario goes on where it was. */
  #recall(): void {
    if (this.#options.scenario === undefined) return;
    const { received } = this.journal;
    for (const [index, entry] of received.entries()) {
      const before = received.slice(0, index);
      const bytes = readFileSync(path.join(this.mailbox.archive, archivedName(entry)));
      const answer = answerFile(
        bytes,
        this.#terms(new Date(entry.at), {
          counters: before.at(-1)?.counters ?? NO_COUNTERS,
          hasAccepted: (interchange) => before.some((one) => one.interchanges.includes(interchange)),
          hasClaim: (number) => before.some((one) => one.patientControlNumbers.includes(number)),
        }),
      );
      this.#takes = answer.takes;
    }
  }

  #finish(entry: ReceivedEntry): void {
    const { mailbox } = this;
    for (const { name, folder } of entry.files) {
      moveIfThere(path.join(mailbox.working, name), path.join(mailbox[folder], name));
    }
    const place = path.join(mailbox.archive, archivedName(entry));
    if (!existsSync(place)) moveIfThere(path.join(mailbox.inbound, entry.fileName), place);
    // The line below says that nothing remains to be moved: the disk must have it no sooner than the moves.
    for (const folder of [mailbox.outbound, mailbox.pending, mailbox.archive]) syncFolder(folder);
    this.journal.append({ kind: 'finished', arrival: entry.arrival });
  }
}

function archivedName({ arrival, sha256 }: ReceivedEntry): string {
  return `${String(arrival).padStart(6, '0')}_${sha256.slice(0, 16)}`;
}
