import type { SubmittedClaim } from '../flows/accept-claims.ts';
import type { MailboxProfile, PartnerProfile } from '../partners/profile.ts';
import type { Archive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Transport } from '../ports/transport.ts';
import type { WakeUp } from '../ports/wake-up.ts';

/** The composed application, as far as commands need it. `main` builds it. */
export interface Gateway {
  readonly tenantId: string;
  readonly store: Store;
  readonly archive: Archive;
  readonly clock: Clock;
  /** Partners that take claims, and banks. */
  readonly profiles: readonly MailboxProfile[];
  /** Throws a Failure `partner.profile-missing`. */
  profileOf(partnerId: string): PartnerProfile;
  /** Takes claims in; each outcome is given once it is committed. */
  acceptClaims(bytes: AsyncIterable<Uint8Array>): AsyncIterable<SubmittedClaim>;
  transportOf(partnerId: string): Transport;
  /** Workers in this process: batch, deliver, collect, receive. */
  startWorkers(): Promise<Workers>;
  startApi(): Promise<RunningApi>;
  /** Metrics of a process without the API, where the configuration names a port for them. */
  startMetrics(): Promise<RunningApi | undefined>;
  /** For commands that make work due. */
  readonly wakeUp: WakeUp;
  close(): Promise<void>;
}

export interface Workers {
  /** Resolves when nothing is due or running but the periodic collection. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningApi {
  readonly url: string;
  stop(): Promise<void>;
}
