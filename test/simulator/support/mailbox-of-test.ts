import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clearinghouse } from '../../../src/simulator/clearinghouse.ts';
import { TAKEN_AT } from './answers.ts';

/** A directory of a simulator, with a clock that is set by hand. */
export class MailboxOfTest {
  readonly directory: string;
  now = TAKEN_AT;
  #running: Clearinghouse | undefined;

  constructor(directory = mkdtempSync(path.join(tmpdir(), 'claimgate-simulator-'))) {
    this.directory = directory;
  }

  /** Starts a clearinghouse on the directory as it stands, after the one before ended without a word. */
  start(): Clearinghouse {
    this.#running?.stop();
    const { directory } = this;
    const clock = (): Date => this.now;
    this.#running = new Clearinghouse({ directory, seed: 'claimgate', remitDelayMs: 60_000, clock });
    return this.#running;
  }

  /** Starts it and has it take everything that stands in `inbound`. */
  startAndTakeAll(): Clearinghouse {
    const clearinghouse = this.start();
    for (const fileName of clearinghouse.waitingFiles) clearinghouse.take(fileName);
    return clearinghouse;
  }

  /** Names and texts of the files in a folder. */
  read(
    folder: 'mailbox/inbound' | 'mailbox/outbound' | 'pending' | 'working' | 'archive',
  ): Map<string, string> {
    const place = path.join(this.directory, folder);
    const names = readdirSync(place).toSorted();
    return new Map(names.map((name) => [name, readFileSync(path.join(place, name), 'latin1')]));
  }

  /** Everything that was or will be given out. */
  readAnswers(): Map<string, string> {
    return new Map([...this.read('mailbox/outbound'), ...this.read('pending')]);
  }

  upload(fileName: string, text: string): void {
    writeFileSync(path.join(this.directory, 'mailbox/inbound', fileName), text, 'latin1');
  }

  get journal(): string {
    return path.join(this.directory, 'received.ndjson');
  }

  remove(): void {
    this.#running?.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
