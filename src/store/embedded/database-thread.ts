import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Failure } from '../../base/failure.ts';
import { storeFailure } from '../store-failure.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  resolve(answer: WorkerAnswer): void;
  reject(failure: Failure): void;
}

type Question =
  | { readonly kind: 'execute'; readonly bytes: Uint8Array }
  | { readonly kind: 'count' | 'close' };

/** A database that does not answer for so long never will. */
const ANSWER_MS_MAX = 600_000;

/** The embedded database in its thread. */
export class DatabaseThread {
  readonly serverVersion: string;
  readonly #worker: Worker;
  readonly #answerMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #hasEnded = false;

  private constructor(worker: Worker, serverVersion: string, answerMs: number) {
    this.#worker = worker;
    this.#answerMs = answerMs;
    this.serverVersion = serverVersion;
    worker.on('message', (answer: WorkerAnswer) => this.#take(answer));
    worker.once('exit', () => this.#end());
    worker.unref();
  }

  /** Starts the thread; throws `store.not-durable` or `store.not-opened`. */
  static async open(directory: string, options: { answerMs?: number } = {}): Promise<DatabaseThread> {
    const worker = new Worker(workerFile(), { workerData: { directory }, execArgv: [] });
    const first = await new Promise<WorkerAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('exit', () => reject(storeFailure('store.not-opened')));
      // Its exit tells the same; without a listener it would be an uncaught exception here.
      worker.on('error', () => undefined);
    });
    if (first.kind === 'opened') {
      return new DatabaseThread(worker, first.serverVersion, options.answerMs ?? ANSWER_MS_MAX);
    }
    await worker.terminate();
    const isDurable = first.kind !== 'not-opened' || first.isDurable;
    const cause = first.kind === 'not-opened' ? new Error(first.reason) : undefined;
    throw storeFailure(isDurable ? 'store.not-opened' : 'store.not-durable', { cause });
  }

  /** Runs whole protocol messages; rejects with `store.unavailable` where the database has died. */
  async execute(bytes: Uint8Array): Promise<Uint8Array> {
    const answer = await this.#ask({ kind: 'execute', bytes });
    return answer.kind === 'executed' ? answer.bytes : new Uint8Array();
  }

  async fsyncCount(): Promise<number> {
    const answer = await this.#ask({ kind: 'count' });
    return answer.kind === 'counted' ? answer.fsyncCount : 0;
  }

  async close(): Promise<void> {
    if (!this.#hasEnded) await this.#ask({ kind: 'close' }).catch(() => undefined);
    await this.#worker.terminate();
  }

  #ask(question: Question): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#hasEnded) {
        reject(storeFailure('store.unavailable'));
        return;
      }
      const id = ++this.#lastId;
      const timer = setTimeout(() => void this.#worker.terminate(), this.#answerMs).unref();
      this.#waiting.set(id, { timer, resolve, reject });
      // Only work under way keeps the process running.
      this.#worker.ref();
      const request: WorkerRequest = { ...question, id };
      this.#worker.postMessage(request, []);
    });
  }

  #take(answer: WorkerAnswer): void {
    if (answer.kind === 'opened' || answer.kind === 'not-opened') return;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    clearTimeout(waiting?.timer);
    waiting?.resolve(answer);
  }

  #end(): void {
    this.#hasEnded = true;
    for (const { timer, ...waiting } of this.#waiting.values()) {
      clearTimeout(timer);
      waiting.reject(storeFailure('store.unavailable'));
    }
    this.#waiting.clear();
  }
}

/** Beside this file once compiled. Node 20 loads no TypeScript into a thread, so that sources run the built one. */
function workerFile(): URL {
  const beside = new URL('./database-worker.js', import.meta.url);
  if (existsSync(fileURLToPath(beside))) return beside;
  return new URL('../../../dist/store/embedded/database-worker.js', import.meta.url);
}
