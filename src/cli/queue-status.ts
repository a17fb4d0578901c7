import type { JobState, JobStateCount } from '../ports/jobs.ts';
import type { StoreTransaction } from '../ports/store.ts';
import type { PartnerCircuit, StoredWorker } from '../ports/workers.ts';
import { tableLines } from './table.ts';

export interface QueueStatus {
  readonly kinds: readonly QueueKind[];
  /** Partners with failures since their last success. */
  readonly partners: readonly PartnerCircuit[];
  readonly workers: readonly StoredWorker[];
}

interface QueueKind extends Readonly<Record<JobState, number>> {
  readonly kind: string;
  /** How long the oldest job that could be started has been due; absent when none could. */
  readonly oldestDueSeconds?: number;
}

export async function loadQueueStatus({ jobs, circuits, workers }: StoreTransaction): Promise<QueueStatus> {
  return {
    kinds: kindsOf(await jobs.counts()),
    partners: await circuits.list(),
    workers: await workers.list(),
  };
}

function kindsOf(counts: readonly JobStateCount[]): QueueKind[] {
  const byKind = new Map<string, QueueKind>();
  for (const { kind, state, count, oldestSeconds } of counts) {
    const known = byKind.get(kind) ?? { kind, due: 0, leased: 0, waiting: 0, paused: 0, dead: 0 };
    byKind.set(kind, {
      ...known,
      [state]: count,
      ...(state === 'due' && oldestSeconds !== undefined ? { oldestDueSeconds: oldestSeconds } : {}),
    });
  }
  return [...byKind.values()];
}

/** A worker that missed so many sweeps is not there any more. */
const MISSED_SWEEPS_MAX = 3;

export function queueStatusLines({ kinds, partners, workers }: QueueStatus): string[] {
  const right = 'right' as const;
  const columns = [
    { title: 'job' },
    ...['due', 'leased', 'waiting', 'paused', 'dead', 'oldest due'].map((title) => ({ title, align: right })),
  ];
  const rows = kinds.map((row) => [
    row.kind,
    ...[row.due, row.leased, row.waiting, row.paused, row.dead].map(String),
    row.oldestDueSeconds === undefined ? '' : ageOf(row.oldestDueSeconds),
  ]);
  const lines = kinds.length === 0 ? ['No job is waiting, at work or given up.'] : tableLines(columns, rows);
  return [...lines, '', ...partnerLines(partners), '', ...workerLines(workers)];
}

function partnerLines(partners: readonly PartnerCircuit[]): string[] {
  if (partners.length === 0) return ['No partner has failed since it last succeeded.'];
  const columns = [
    { title: 'partner' },
    { title: 'circuit' },
    { title: 'failures', align: 'right' as const },
    { title: 'last' },
    { title: 'paused until' },
  ];
  const rows = partners.map((partner) => [
    partner.partnerId,
    partner.state,
    String(partner.failures),
    partner.failureCode,
    partner.pausedUntil?.slice(0, 19).replace('T', ' ') ?? '',
  ]);
  return tableLines(columns, rows);
}

function workerLines(workers: readonly StoredWorker[]): string[] {
  if (workers.length === 0) return ['No worker has been heard of for a day.'];
  const columns = [
    { title: 'worker' },
    { title: 'woken by' },
    { title: 'last sweep', align: 'right' as const },
  ];
  const rows = workers.map(({ owner, wakeUps, sweptSecondsAgo, sweepSeconds }) => {
    const isGone = sweptSecondsAgo > MISSED_SWEEPS_MAX * sweepSeconds;
    return [
      owner.slice(0, owner.lastIndexOf(':')),
      isGone ? 'not heard of' : wakeUps,
      `${ageOf(sweptSecondsAgo)} ago`,
    ];
  });
  return tableLines(columns, rows);
}

function ageOf(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
