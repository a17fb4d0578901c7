import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayMetrics, gatewayMetrics } from '../../src/main/metrics.ts';
import type { Store } from '../../src/ports/store.ts';
import { openEmbeddedStore } from '../../src/store/open-store.ts';
import { scratchDirectory } from '../store/support/scratch-directory.ts';

const TENANT = 'metrics';
const scratch = scratchDirectory();

describe('metrics', () => {
  let store: Store;
  let metrics: GatewayMetrics;

  beforeAll(async () => {
    const directory = path.join(scratch, 'data');
    mkdirSync(directory);
    store = await openEmbeddedStore({ directory });
  });
  afterAll(() => store.close());
  beforeEach(() => {
    metrics = gatewayMetrics(store, TENANT);
  });

  async function ownLines(): Promise<string[]> {
    const lines = (await metrics.text()).split('\n');
    return lines.filter((line) => line.startsWith('claimgate_') && !/_bucket|_sum|_age_/.test(line));
  }

  test('count what the queues tell, by kind, outcome and code, and repeat no subject', async () => {
    const job = { tenantId: TENANT, kind: 'deliver-interchange', subject: 'PLANTED-SUBJECT' } as const;
    metrics.tell({ ...job, event: 'job.done', elapsedMs: 80 });
    metrics.tell({ ...job, event: 'job.done', elapsedMs: 90 });
    metrics.tell({ ...job, event: 'job.retried', failureCode: 'transport.timeout', elapsedMs: 5000 });
    metrics.tell({ ...job, event: 'job.buried', failureCode: 'store.refused' });
    metrics.tell({ tenantId: TENANT, event: 'wake-up.sent', count: 7 });
    metrics.countDelivery({ mode: 'posix-rename', outcome: 'delivered' });
    metrics.countDelivery({ mode: undefined, outcome: 'held' });
    const lines = await ownLines();
    expect(lines).toEqual(
      expect.arrayContaining([
        'claimgate_jobs_total{kind="deliver-interchange",outcome="done"} 2',
        'claimgate_jobs_total{kind="deliver-interchange",outcome="retried"} 1',
        'claimgate_jobs_total{kind="deliver-interchange",outcome="buried"} 1',
        'claimgate_job_duration_seconds_count{kind="deliver-interchange",outcome="done"} 2',
        'claimgate_transport_failures_total{code="transport.timeout"} 1',
        'claimgate_wake_ups_total{outcome="sent"} 7',
        'claimgate_deliveries_total{mode="posix-rename",outcome="delivered"} 1',
        'claimgate_deliveries_total{mode="none",outcome="held"} 1',
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/PLANTED|store\.refused/);
  });

  test('say what the database knows now, and nothing of what is over', async () => {
    await store.inTransaction(TENANT, async ({ jobs, circuits, workers }) => {
      await jobs.enqueue([
        { kind: 'batch-claims', subject: 'p' },
        { kind: 'collect-files', subject: 'p', delaySeconds: 60 },
      ]);
      await circuits.fail('p', 'transport.timeout', {
        failuresMax: 1,
        pauseSecondsFirst: 60,
        pauseSecondsMax: 60,
      });
      await workers.sweep({ owner: 'w', sweepSeconds: 15, wakeUps: 'in-process' });
    });
    expect(await ownLines()).toEqual(
      expect.arrayContaining([
        'claimgate_jobs{kind="batch-claims",state="due"} 1',
        'claimgate_jobs{kind="collect-files",state="waiting"} 1',
        'claimgate_partner_paused{partner="p"} 1',
        'claimgate_database_up 1',
      ]),
    );
    const text = await metrics.text();
    expect(text).toMatch(/^claimgate_backlog_age_seconds\{kind="batch-claims"\} \d/m);
    expect(text).toMatch(/^claimgate_last_sweep_age_seconds \d/m);
    await store.inTransaction(TENANT, async ({ jobs, circuits }) => {
      const taken = await jobs.takeDue({ owner: 'w', jobsPerPartner: 9, limit: 9, leaseSeconds: 60 });
      for (const job of taken) await jobs.complete(job);
      await circuits.close();
    });
    const later = (await ownLines()).join('\n');
    expect(later).not.toMatch(/batch-claims|partner_paused\{/);
  });

  test('say that the database does not answer, and all the rest', async () => {
    const silent: Store = {
      inTransaction: async () => {
        throw new Error('silent');
      },
      close: async () => undefined,
    };
    metrics = gatewayMetrics(silent, TENANT);
    metrics.tell({ tenantId: TENANT, event: 'job.done', kind: 'batch-claims', elapsedMs: 1 });
    const lines = await ownLines();
    expect(lines).toContain('claimgate_database_up 0');
    expect(lines).toContain('claimgate_jobs_total{kind="batch-claims",outcome="done"} 1');
  });
});
