import type { Instant } from '../base/time.ts';

/** A partner whose jobs failed since the last one that succeeded. */
export interface PartnerCircuit {
  readonly partnerId: string;
  /** `closed`: work goes on. `open`: paused. `trial`: one job finds out whether the partner is back. */
  readonly state: 'closed' | 'open' | 'trial';
  /** In a row. */
  readonly failures: number;
  readonly failureCode: string;
  readonly failedAt: Instant;
  /** Absent when closed. */
  readonly pausedUntil?: Instant;
}

/** When a partner is paused, and for how long. */
export interface CircuitPolicy {
  /** Failures in a row before the first pause. */
  readonly failuresMax: number;
  /** Twice as long each time. */
  readonly pauseSecondsFirst: number;
  readonly pauseSecondsMax: number;
}

/** Circuit breakers, one a partner, shared by all workers. */
export interface CircuitStore {
  /** Forgets the failures of the partner, or of every one. */
  close(partnerId?: string): Promise<void>;
  /** Counts a failure. One of a job that was under way when the pause began changes nothing. */
  fail(partnerId: string, failureCode: string, policy: CircuitPolicy): Promise<void>;
  list(): Promise<readonly PartnerCircuit[]>;
}

export interface WorkerReport {
  readonly owner: string;
  readonly sweepSeconds: number;
  /** By whom it is woken; `redis-absent`: only by its own sweeper, for now. */
  readonly wakeUps: 'in-process' | 'redis' | 'redis-absent';
}

export interface StoredWorker extends WorkerReport {
  readonly startedAt: Instant;
  readonly sweptAt: Instant;
  /** Since the last sweep, on the database's clock. */
  readonly sweptSecondsAgo: number;
}

/** Which workers there are, as their sweeps say. */
export interface WorkerRegistry {
  /** Notes a sweep; workers not heard of for a day are forgotten. */
  sweep(report: WorkerReport): Promise<void>;
  leave(owner: string): Promise<void>;
  /** The one that swept last comes first. */
  list(): Promise<readonly StoredWorker[]>;
}

/** What belongs to the database and is not in it. */
export interface Installation {
  /** The id of the archive that goes with the database; undefined before the first start. */
  archiveId(): Promise<string | undefined>;
  /** Makes the archive the database's own, unless it has one; gives the one it has. */
  adoptArchive(archiveId: string): Promise<string>;
}
