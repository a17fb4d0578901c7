import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { instantOf } from '../base/time.ts';
import { answerFile } from './answer-file.ts';
import { Journal, type ReceivedEntry } from './journal.ts';
import { filesIn, type Mailbox, moveIfThere, openMailbox, syncFolder, writeDurably } from './mailbox.ts';
import type { RuleTable } from './payer/rule.ts';
import { PendingRemittances } from './pending-remittances.ts';

export interface ClearinghouseOptions {
  readonly directory: string;
  readonly seed: string;
  /** How long after a file came its remittances appear. */
  readonly remitDelayMs: number;
  readonly clock: () => Date;
  readonly rules?: RuleTable;
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

  constructor(options: ClearinghouseOptions) {
    this.#options = options;
    this.mailbox = openMailbox(options.directory);
    this.journal = new Journal(path.join(options.directory, 'received.ndjson'));
    for (const entry of this.journal.unfinished) this.#finish(entry);
    // What is left there was never promised.
    for (const name of filesIn(this.mailbox.working)) rmSync(path.join(this.mailbox.working, name));
    this.#pending = new PendingRemittances(this.mailbox, options);
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
    const { seed, remitDelayMs, rules } = this.#options;
    const now = this.#options.clock();
    const terms = { seed, remitDelayMs, now, journal, ...(rules === undefined ? {} : { rules }) };
    const { facts, files } = answerFile(bytes, terms);
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
    this.#finish(entry);
  }

  #finish(entry: ReceivedEntry): void {
    const { mailbox } = this;
    for (const { name, folder } of entry.files) {
      moveIfThere(path.join(mailbox.working, name), path.join(mailbox[folder], name));
    }
    const archived = `${String(entry.arrival).padStart(6, '0')}_${entry.sha256.slice(0, 16)}`;
    const place = path.join(mailbox.archive, archived);
    if (!existsSync(place)) moveIfThere(path.join(mailbox.inbound, entry.fileName), place);
    // The line below says that nothing remains to be moved: the disk must have it no sooner than the moves.
    for (const folder of [mailbox.outbound, mailbox.pending, mailbox.archive]) syncFolder(folder);
    this.journal.append({ kind: 'finished', arrival: entry.arrival });
  }
}
