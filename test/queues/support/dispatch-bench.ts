import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { JobStateCount, NewJob } from '../../../src/ports/jobs.ts';
import type { Store, StoreTransaction } from '../../../src/ports/store.ts';
import type { DispatchEvent } from '../../../src/queues/dispatch-event.ts';
import { type Dispatcher, type DispatcherOptions, startDispatcher } from '../../../src/queues/dispatcher.ts';
import type { JobProcessor, JobProcessors } from '../../../src/queues/job-processors.ts';
import { openEmbeddedStore } from '../../../src/store/open-store.ts';

/** Dispatchers over a real embedded store, with a tenant of its own for each test. */
export interface DispatchBench {
  /** The current test's. */
  readonly tenantId: string;
  /** What the current test's dispatchers told. */
  readonly events: readonly DispatchEvent[];
  run<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  enqueue(...jobs: NewJob[]): Promise<void>;
  counts(): Promise<readonly JobStateCount[]>;
  /** Stopped when the test ends. */
  start(work: Partial<JobProcessors>, changes?: Partial<DispatcherOptions>): Dispatcher;
}

/** Called once at the top of a test file. */
export function dispatchBench(): DispatchBench {
  let directory: string;
  let store: Store;
  let tenantCount = 0;
  let events: DispatchEvent[];
  let started: Dispatcher[];

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'claimgate-dispatch-'));
    mkdirSync(path.join(directory, 'data'));
    store = await openEmbeddedStore({ directory: path.join(directory, 'data') });
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });
  beforeEach(() => {
    tenantCount++;
    events = [];
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((dispatcher) => dispatcher.stop()));
  });

  const bench: DispatchBench = {
    get tenantId() {
      return `tenant-${tenantCount}`;
    },
    get events() {
      return events;
    },
    run: (work) => store.inTransaction(bench.tenantId, work),
    enqueue: (...jobs) => bench.run((transaction) => transaction.jobs.enqueue(jobs)),
    counts: () => bench.run(({ jobs }) => jobs.counts()),
    start(work, changes = {}) {
      const dispatcher = startDispatcher({
        store,
        tenants: [bench.tenantId],
        processors: { ...DO_NOTHING, ...work },
        owner: `worker-${started.length}`,
        sweepSeconds: 30,
        schedule: { delaysSeconds: [0.05], attemptsMax: 3 },
        log: (event) => events.push(event),
        ...changes,
      });
      started.push(dispatcher);
      return dispatcher;
    },
  };
  return bench;
}

const nothing: JobProcessor = async () => ({});
const DO_NOTHING: JobProcessors = {
  'batch-claims': nothing,
  'deliver-interchange': nothing,
  'collect-files': nothing,
  'receive-file': nothing,
  'find-late-answers': nothing,
  'find-unpaired-payments': nothing,
};
