import { storeFailure } from '../store-failure.ts';
import { queryMessage } from './protocol-messages.ts';

/** What runs protocol messages in the one session that there is. */
export interface SessionEngine {
  execute(messages: Uint8Array): Promise<Uint8Array>;
}

interface Turn {
  readonly holder: object;
  begin(): void;
}

/** Longer than any transaction should take that others wait for; as long as a lock of PostgreSQL is waited for. */
const WAIT_MS_MAX = 30_000;

/** Whatever one connection has set must not reach the next: its role, its settings, its temporary tables. */
const FORGET = queryMessage('discard all');
const ROLL_BACK = queryMessage('rollback');

/** Gives the session of the embedded database to one connection at a time, a whole transaction each, in order. */
export class SharedSession {
  readonly #engine: SessionEngine;
  readonly #waitMs: number;
  readonly #turns: Turn[] = [];
  #holder: object | undefined;
  #lastHolder: object | undefined;

  constructor(engine: SessionEngine, options: { waitMs?: number } = {}) {
    this.#engine = engine;
    this.#waitMs = options.waitMs ?? WAIT_MS_MAX;
  }

  /** Waits for the session; rejects with `store.busy` where another connection keeps it too long. */
  async take(holder: object): Promise<void> {
    if (this.#holder === undefined) this.#holder = holder;
    else await this.#wait(holder);
    if (this.#lastHolder === holder) return;
    this.#lastHolder = holder;
    try {
      await this.#engine.execute(FORGET);
    } catch (error) {
      this.give(holder);
      throw error;
    }
  }

  execute(messages: Uint8Array): Promise<Uint8Array> {
    return this.#engine.execute(messages);
  }

  /** Lets the next one in. */
  give(holder: object): void {
    if (this.#holder !== holder) return;
    const turn = this.#turns.shift();
    this.#holder = turn?.holder;
    turn?.begin();
  }

  /** Undoes what the holder began, and lets the next one in. */
  async rollBack(holder: object): Promise<void> {
    if (this.#holder !== holder) return;
    try {
      await this.#engine.execute(ROLL_BACK);
    } finally {
      this.give(holder);
    }
  }

  #wait(holder: object): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#turns.splice(this.#turns.indexOf(turn), 1);
        reject(storeFailure('store.busy'));
      }, this.#waitMs);
      const turn: Turn = {
        holder,
        begin() {
          clearTimeout(timer);
          resolve();
        },
      };
      this.#turns.push(turn);
    });
  }
}
