import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryMode } from '../domain/exchange/delivery-protocol.ts';
import type { DeliveryOutcome } from '../flows/deliver-interchange.ts';
import type { Store } from '../ports/store.ts';
import type { TellEvent } from '../queues/dispatch-event.ts';

/** Seconds: a batch of claims takes a tenth, a slow partner's directory a minute. */
const DURATION_BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300];

export interface GatewayMetrics {
  /** Counts what the queues tell. */
  readonly tell: TellEvent;
  countDelivery(delivery: {
    readonly mode: DeliveryMode | undefined;
    readonly outcome: DeliveryOutcome;
  }): void;
  /** All metrics in Prometheus's text format; what the database says is asked for now. */
  text(): Promise<string>;
}

/**
 * What this process did since it started, and what the database says of all of them. Labels are kinds, codes and
 * partner ids: no claim, no file, no person.
 */
export function gatewayMetrics(store: Store, tenantId: string): GatewayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = processCounters(registry);
  const gauges = databaseGauges(registry);
  return {
    tell(event) {
      const { kind = '', elapsedMs = 0, failureCode = '', count = 1 } = event;
      const [subject, outcome = ''] = event.event.split('.');
      if (subject === 'job') {
        counters.jobs.inc({ kind, outcome });
        counters.durations.observe({ kind, outcome }, elapsedMs / 1000);
      }
      if (subject === 'wake-up') counters.wakeUps.inc({ outcome }, count);
      if (failureCode.startsWith('transport.')) counters.transportFailures.inc({ code: failureCode });
    },
    countDelivery: ({ mode = 'none', outcome }) => counters.deliveries.inc({ mode, outcome }),
    async text() {
      await readDatabase(gauges, store, tenantId);
      return await registry.metrics();
    },
  };
}

function processCounters(registry: Registry) {
  const registers = [registry];
  return {
    jobs: new Counter({
      name: 'claimgate_jobs_total',
      help: 'Jobs that ended in this process; unsettled: the database did not hear of it.',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    durations: new Histogram({
      name: 'claimgate_job_duration_seconds',
      help: 'How long jobs ran in this process.',
      labelNames: ['kind', 'outcome'],
      buckets: DURATION_BUCKETS,
      registers,
    }),
    deliveries: new Counter({
      name: 'claimgate_deliveries_total',
      help: 'Interchanges brought to partners, by how the final name was given.',
      labelNames: ['mode', 'outcome'],
      registers,
    }),
    transportFailures: new Counter({
      name: 'claimgate_transport_failures_total',
      help: 'Jobs that ended because of a partner’s server.',
      labelNames: ['code'],
      registers,
    }),
    wakeUps: new Counter({
      name: 'claimgate_wake_ups_total',
      help: 'Wake-ups through Redis; what fails, the sweeper finds.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}

function databaseGauges(registry: Registry) {
  const registers = [registry];
  return {
    jobs: new Gauge({
      name: 'claimgate_jobs',
      help: 'Jobs in the database.',
      labelNames: ['kind', 'state'],
      registers,
    }),
    backlog: new Gauge({
      name: 'claimgate_backlog_age_seconds',
      help: 'How long the oldest job that could be started has been due.',
      labelNames: ['kind'],
      registers,
    }),
    circuits: new Gauge({
      name: 'claimgate_partner_paused',
      help: 'Whether the partner is paused because its jobs failed again and again.',
      labelNames: ['partner'],
      registers,
    }),
    sweep: new Gauge({
      name: 'claimgate_last_sweep_age_seconds',
      help: 'Since a worker last looked for work that nobody was woken for.',
      registers,
    }),
    isUp: new Gauge({ name: 'claimgate_database_up', help: 'Whether the database answers.', registers }),
  };
}

async function readDatabase(
  gauges: ReturnType<typeof databaseGauges>,
  store: Store,
  tenantId: string,
): Promise<void> {
  for (const gauge of Object.values(gauges)) gauge.reset();
  try {
    const { counts, circuits, workers } = await store.inTransaction(tenantId, async (transaction) => ({
      counts: await transaction.jobs.counts(),
      circuits: await transaction.circuits.list(),
      workers: await transaction.workers.list(),
    }));
    gauges.isUp.set(1);
    for (const { kind, state, count, oldestSeconds = 0 } of counts) {
      gauges.jobs.set({ kind, state }, count);
      if (state === 'due') gauges.backlog.set({ kind }, oldestSeconds);
    }
    for (const { partnerId, state } of circuits) {
      gauges.circuits.set({ partner: partnerId }, state === 'closed' ? 0 : 1);
    }
    if (workers[0] !== undefined) gauges.sweep.set(workers[0].sweptSecondsAgo);
  } catch {
    gauges.isUp.set(0);
  }
}
