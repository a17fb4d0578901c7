import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { JobStateCount, NewJob } from '../../../src/ports/jobs.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { DispatchEvent } from '../../../src/queues/dispatch-event.ts';
import { type Dispatcher, type DispatcherOptions, startDispatcher } from '../../../src/queues/dispatcher.ts';
import type { JobProcessor, JobProcessors } from '../../../src/queues/job-processors.ts';
import { openEmbeddedStore } from '../../../src/store/open-store.ts';

export interface DispatchBench {
  readonly store: Store;
  /** A tenant of its own for each test. */
  readonly tenantId: string;
  readonly events: readonly DispatchEvent[];
  enqueue(...jobs: NewJob[]): Promise<void>;
  counts(): Promise<readonly JobStateCount[]>;
  /** Stopped after the test. */
  start(work: Partial<JobProcessors>, changes?: Partial<DispatcherOptions>): Dispatcher;
}

/** A store for the tests of a file, and dispatchers on it. */
export function dispatchBench(): DispatchBench {
  let directory: string;
  let store: Store;
  let tenantCount = 0;
  let tenantId: string;
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
    tenantId = `tenant-${++tenantCount}`;
    events = [];
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((dispatcher) => dispatcher.stop()));
  });

  return {
    get store() {
      return store;
    },
    get tenantId() {
      return tenantId;
    },
    get events() {
      return events;
    },
    enqueue: (...jobs) => store.inTransaction(tenantId, (transaction) => transaction.jobs.enqueue(jobs)),
    counts: () => store.inTransaction(tenantId, ({ jobs }) => jobs.counts()),
    start(work, changes = {}) {
      const dispatcher = startDispatcher({
        store,
        tenants: [tenantId],
        processors: processors(work),
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
}

const nothing: JobProcessor = async () => ({});

function processors(changes: Partial<JobProcessors>): JobProcessors {
  return {
    'batch-claims': nothing,
    'deliver-interchange': nothing,
    'collect-files': nothing,
    'receive-file': nothing,
    'find-late-answers': nothing,
    ...changes,
  };
}
