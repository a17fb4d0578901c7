import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import type { Instant } from '../base/time.ts';
import { writeAtOnce } from './mailbox.ts';

/** What became of a file. Only an accepted one uses up its interchange control number. */
export type Disposition = 'accepted' | 'rejected' | 'duplicate' | 'unreadable';

export interface PromisedFile {
  readonly name: string;
  readonly folder: 'outbound' | 'pending';
}

/** The last number given out of each kind. */
export interface Counters {
  readonly interchange: number;
  readonly group: number;
  readonly trace: number;
}

export interface JournaledSet {
  /** ISA13, GS06 and ST02. */
  readonly controlNumbers: readonly [string, string, string];
  readonly verdict: string;
  readonly claimCount: number;
}

/** One file taken from `inbound`, with everything that it causes: writing this line is the promise to answer. */
export interface ReceivedEntry {
  readonly kind: 'received';
  /** Counts the files taken, from 1. */
  readonly arrival: number;
  readonly at: Instant;
  readonly fileName: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly disposition: Disposition;
  /** Sender, receiver and ISA13 of each interchange that was accepted. */
  readonly interchanges: readonly string[];
  readonly sets: readonly JournaledSet[];
  /** CLM01 of every claim that was taken in, also of those that were then rejected by a rule. */
  readonly patientControlNumbers: readonly string[];
  /** CLM01 of claims that repeat one taken in before. */
  readonly duplicateClaims: readonly string[];
  /** CLM01 of claims turned away at the front end for another reason. */
  readonly rejectedClaims: readonly string[];
  readonly files: readonly PromisedFile[];
  readonly counters: Counters;
}

/** Every file that the entry promised stands in its folder, and the file itself is in the archive. */
export interface FinishedEntry {
  readonly kind: 'finished';
  readonly arrival: number;
}

export type JournalLine = ReceivedEntry | FinishedEntry;

export const NO_COUNTERS: Counters = { interchange: 0, group: 0, trace: 0 };

/**
 * The simulator's memory, one JSON object a line, only ever appended to. It holds numbers and hashes, no names.
 * What it knows after a crash is what it had written: a half line at the end is cut off.
 */
export class Journal {
  readonly #file: string;
  readonly #received: ReceivedEntry[] = [];
  readonly #finished = new Set<number>();
  readonly #interchanges = new Set<string>();
  readonly #patientControlNumbers = new Set<string>();
  #byteCount = 0;

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) writeAtOnce(file, '');
    const bytes = readFileSync(file);
    this.#byteCount = bytes.lastIndexOf('\n') + 1;
    if (this.#byteCount < bytes.length) truncateSync(file, this.#byteCount);
    for (const line of bytes.toString('utf8', 0, this.#byteCount).split('\n')) {
      if (line !== '') this.#remember(JSON.parse(line) as JournalLine);
    }
  }

  get received(): readonly ReceivedEntry[] {
    return this.#received;
  }

  get counters(): Counters {
    return this.#received.at(-1)?.counters ?? NO_COUNTERS;
  }

  /** Entries whose files may not all stand where they belong. */
  get unfinished(): readonly ReceivedEntry[] {
    return this.#received.filter((entry) => !this.#finished.has(entry.arrival));
  }

  hasAccepted(interchange: string): boolean {
    return this.#interchanges.has(interchange);
  }

  hasClaim(patientControlNumber: string): boolean {
    return this.#patientControlNumbers.has(patientControlNumber);
  }

  /**
   * Appends a line and waits until the disk has it. Throws where the disk has no room, and then the line is not there;
   * throws also where another process has written to the journal, because two memories would promise one number twice.
   */
  append(line: JournalLine): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    const descriptor = openSync(this.#file, 'a', 0o600);
    try {
      if (fstatSync(descriptor).size !== this.#byteCount) {
        throw new Error('another process works on the directory of this simulator');
      }
      try {
        writeFileSync(descriptor, bytes);
        fsyncSync(descriptor);
      } catch (error) {
        ftruncateSync(descriptor, this.#byteCount);
        throw error;
      }
    } finally {
      closeSync(descriptor);
    }
    this.#byteCount += bytes.length;
    this.#remember(line);
  }

  #remember(line: JournalLine): void {
    if (line.kind === 'finished') {
      this.#finished.add(line.arrival);
      return;
    }
    this.#received.push(line);
    for (const interchange of line.interchanges) this.#interchanges.add(interchange);
    for (const number of line.patientControlNumbers) this.#patientControlNumbers.add(number);
  }
}
