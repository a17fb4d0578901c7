import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clearinghouse } from '../../../src/simulator/clearinghouse.ts';
import { readScenario } from '../../../src/simulator/scenario/read-scenario.ts';
import type { Scenario } from '../../../src/simulator/scenario/scenario-schema.ts';
import { VirtualClock } from '../../../src/simulator/scenario/virtual-clock.ts';

export function scenarioOf(yaml: string): Scenario {
  const read = readScenario(yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** A clearinghouse on a directory of its own that plays a scenario, with a clock that is set by hand. */
export class ScenarioMailbox {
  readonly clock: VirtualClock;
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'claimgate-scenario-'));
  readonly #scenario: Scenario;
  #running: Clearinghouse;

  constructor(yaml: string) {
    this.#scenario = scenarioOf(yaml);
    this.clock = new VirtualClock(this.#scenario.start);
    this.#running = this.#start();
    this.clock.onAdvance(() => this.#running.publishDue());
  }

  #start(): Clearinghouse {
    return new Clearinghouse({
      directory: this.#directory,
      seed: this.#scenario.seed,
      remitDelayMs: 0,
      clock: this.clock.now,
      scenario: this.#scenario,
    });
  }

  /** Ends without a word and starts on the directory as it stands. */
  restart(): void {
    this.#running.stop();
    this.#running = this.#start();
  }

  take(fileName: string, text: string): void {
    const inbound = path.join(this.#directory, 'mailbox/inbound');
    mkdirSync(inbound, { recursive: true });
    writeFileSync(path.join(inbound, fileName), text, 'latin1');
    this.#running.take(fileName);
  }

  /** Lets days go by until nothing is pending any more. */
  untilTheEnd(): void {
    while (this.#running.pendingCount > 0) this.clock.advance();
  }

  /** Names and texts of the files that a partner sees. */
  read(folder: 'outbound' | 'bank' = 'outbound'): Map<string, string> {
    const place = path.join(this.#directory, 'mailbox', folder);
    const names = readdirSync(place).toSorted();
    return new Map(names.map((name) => [name, readFileSync(path.join(place, name), 'latin1')]));
  }

  remittances(): string[] {
    return [...this.read()].filter(([name]) => name.startsWith('835')).map(([, text]) => text);
  }

  /** Of all files that a partner sees, names and bytes. */
  hash(): string {
    const hash = createHash('sha256');
    for (const folder of ['outbound', 'bank'] as const) {
      for (const [name, text] of this.read(folder)) hash.update(`${folder}/${name}\n${text}\n`);
    }
    return hash.digest('hex');
  }

  remove(): void {
    this.#running.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** The segments between two others of a text under `~`, those of the envelopes left out. */
export function bodyOf(text: string | undefined, beginnings: readonly string[]): string[] {
  return (text ?? '')
    .split('~')
    .filter((segment) => beginnings.some((beginning) => segment.startsWith(`${beginning}*`)));
}
