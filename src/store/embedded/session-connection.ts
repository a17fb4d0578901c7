import { Duplex } from 'node:stream';
import { callbackify } from 'node:util';
import { type FrontendMessage, FrontendReader } from './frontend-reader.ts';
import { fatalError, greeting, statusAfter } from './protocol-messages.ts';
import { refusalOf } from './refused-messages.ts';
import type { SharedSession } from './shared-session.ts';

export interface ConnectionOptions {
  readonly serverVersion: string;
  /** How long a transaction may be left alone while others wait for the session; two minutes when absent. */
  readonly idleTransactionMs?: number;
}

type Callback = (error?: Error | null) => void;

const IDLE_TRANSACTION_MS = 120_000;

/** Second half of a startup message's first eight bytes. */
const PROTOCOL_MAJOR = 3;
const TLS_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;

/**
 * One of many connections to the session of the embedded database: PostgreSQL's protocol in, PostgreSQL's protocol
 * out. It holds the session from the first query of a transaction to the last. Has what `pg` expects of a socket.
 */
export class SessionConnection extends Duplex {
  readonly #session: SharedSession;
  readonly #options: ConnectionOptions;
  readonly #reader = new FrontendReader();
  #batch: Buffer[] = [];
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: SharedSession, options: ConnectionOptions) {
    super();
    this.#session = session;
    this.#options = options;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when they are there.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: Callback): void {
    callbackify(() => this.#take(chunk))(callback);
  }

  override _final(callback: Callback): void {
    callbackify(() => this.#finish())(callback);
  }

  override _destroy(error: Error | null, callback: Callback): void {
    callbackify(() => this.#leave())(() => callback(error));
  }

  async #take(chunk: Buffer): Promise<void> {
    this.#reader.add(chunk);
    for (;;) {
      const message = this.#reader.next();
      if (message === undefined || this.writableEnded || this.destroyed) return;
      if (message.type === '') this.#greet(message.bytes);
      else await this.#obey(message);
    }
  }

  #greet(startup: Buffer): void {
    const code = startup.readInt32BE(4);
    if (code === TLS_REQUEST || code === GSS_REQUEST) {
      this.push('N');
    } else if (code >> 16 === PROTOCOL_MAJOR) {
      this.#reader.start();
      this.push(greeting(this.#options.serverVersion));
    } else {
      this.#endWith('08P01', 'the embedded database speaks version 3 of the protocol');
    }
  }

  async #obey({ type, bytes }: FrontendMessage): Promise<void> {
    const refusal = refusalOf({ type, bytes });
    if (refusal !== undefined) {
      this.#endWith('0A000', refusal);
      return;
    }
    if (type === 'X') {
      this.end();
      return;
    }
    this.#batch.push(bytes);
    // A query stands alone; the messages of the extended protocol end with a sync.
    if (type !== 'Q' && type !== 'S') return;
    const batch = Buffer.concat(this.#batch);
    this.#batch = [];
    await this.#run(batch);
  }

  async #run(batch: Buffer): Promise<void> {
    if (this.#idleTimer === undefined) await this.#session.take(this);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
    if (this.destroyed) {
      this.#session.give(this);
      return;
    }
    const answers = await this.#session.execute(batch);
    if (this.destroyed) return;
    if (statusAfter(answers) === 'I') this.#session.give(this);
    else this.#idleTimer = setTimeout(() => this.#evict(), this.#idleMs).unref();
    this.push(answers);
  }

  get #idleMs(): number {
    return this.#options.idleTransactionMs ?? IDLE_TRANSACTION_MS;
  }

  #evict(): void {
    this.#endWith('25P03', 'the transaction was left alone for too long');
  }

  #endWith(sqlState: string, message: string): void {
    this.push(fatalError(sqlState, message));
    this.end();
  }

  async #finish(): Promise<void> {
    await this.#leave();
    this.push(null);
  }

  async #leave(): Promise<void> {
    clearTimeout(this.#idleTimer);
    await this.#session.rollBack(this);
  }
}
