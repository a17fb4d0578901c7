import { parentPort, workerData } from 'node:worker_threads';
import { type DurableDatabase, NotDurable, openDurableDatabase } from './durable-database.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

// The database runs in a thread of its own: a long query would stop everything else the process does.

function answer(message: WorkerAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function serve(database: DurableDatabase, request: WorkerRequest): Promise<void> {
  const { id } = request;
  if (request.kind === 'execute') {
    // A copy of its own, because its buffer changes hands.
    const bytes = Uint8Array.from(await database.execute(request.bytes));
    answer({ kind: 'executed', id, bytes }, [bytes.buffer]);
    return;
  }
  if (request.kind === 'close') await database.close();
  answer({ kind: 'counted', id, fsyncCount: database.fsyncCount() });
}

async function main(): Promise<void> {
  const { directory } = workerData as { directory: string };
  let database: DurableDatabase;
  try {
    database = await openDurableDatabase(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    answer({ kind: 'not-opened', isDurable: !(error instanceof NotDurable), reason });
    return;
  }
  database.onPanic(() => process.exit(1));
  answer({ kind: 'opened', serverVersion: database.serverVersion });
  let tail: Promise<void> = Promise.resolve();
  parentPort?.on('message', (request: WorkerRequest) => {
    // A database that threw has died; to call it once more may never return. The thread ends with it.
    tail = tail.then(() => serve(database, request)).catch(() => process.exit(1));
  });
}

await main();
