import { Failure } from '../base/failure.ts';
import { invariant } from '../base/invariant.ts';
import type { DeliveryMode } from '../domain/exchange/delivery-protocol.ts';
import { deliveryModeOf } from '../partners/delivery-mode.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { ArchiveReader } from '../ports/archive.ts';
import type { Delivery, StoredInterchange } from '../ports/exchange-store.ts';
import type { Store, StoreTransaction } from '../ports/store.ts';
import type { Transport, TransportSession } from '../ports/transport.ts';
import { remotePath } from './remote-path.ts';

/** One worker's run through the protocol under one lease. */
export interface DeliveryRun {
  readonly interchange: StoredInterchange;
  readonly profile: PartnerProfile;
  readonly epoch: number;
  /** As the intent on record was meant, or as the partner's server lets a new one be. */
  mode(): Promise<DeliveryMode>;
  readonly isReadBack: boolean;
  /** The attempt whose temporary object this run uploads, or looks at and renames. */
  attempt: number;
  /** Opened with the first step that needs the partner. */
  session(): Promise<TransportSession>;
  /** Runs one transaction. */
  record<T>(change: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  /** The interchange as it was made: resending never sends other bytes. */
  bytes(): AsyncIterable<Uint8Array>;
  temporaryPath(attempt: number): string;
  readonly finalPath: string;
  /** Removes temporary objects, as far as the partner lets us: what stays is litter, and no harm. */
  removeTemporaries(attempts: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

export function openDeliveryRun(
  parts: {
    store: Store;
    archive: ArchiveReader;
    transportOf: (partnerId: string) => Transport;
    profileOf: (partnerId: string) => PartnerProfile;
  },
  {
    tenantId,
    interchange,
    delivery,
  }: { tenantId: string; interchange: StoredInterchange; delivery: Delivery },
): DeliveryRun {
  const profile = parts.profileOf(interchange.partnerId);
  const { directory, temporaryDirectory, mode, verify } = profile.sftp.upload;
  let opened: TransportSession | undefined;

  let chosen: Promise<DeliveryMode> | undefined;

  async function session(): Promise<TransportSession> {
    opened ??= await parts.transportOf(interchange.partnerId).connect();
    return opened;
  }
  function temporaryPath(attempt: number): string {
    invariant(attempt > 0, 'a temporary object belongs to an attempt');
    if (temporaryDirectory === undefined) throw modeUnavailable();
    return remotePath(temporaryDirectory, `${interchange.id}.${attempt}.part`);
  }

  return {
    interchange,
    profile,
    epoch: delivery.epoch,
    attempt: delivery.commitAttempt ?? 0,
    // Once: a probe that ends meanwhile must not mix two protocols in one run.
    mode: () =>
      (chosen ??= session().then((open) => modeOf(parts.store, open, { tenantId, delivery, mode }))),
    isReadBack: verify === 'read-back',
    session,
    temporaryPath,
    finalPath: remotePath(directory, interchange.fileName),
    bytes: () => parts.archive.open(interchange.archiveSha256),
    record: (change) => parts.store.inTransaction(tenantId, change),
    async removeTemporaries(attempts) {
      try {
        const partner = await session();
        for (const attempt of attempts) await partner.remove(temporaryPath(attempt));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
    },
    close: async () => opened?.close(),
  };
}

/** As the intent on record was meant, or as profile, probe and server let a new one be. */
async function modeOf(
  store: Store,
  { renameMode }: TransportSession,
  from: { tenantId: string; delivery: Delivery; mode: DeliveryMode | undefined },
): Promise<DeliveryMode> {
  const { partnerId, mode: recorded } = from.delivery;
  if (recorded !== undefined) {
    // What a server did in one step it must not do in two when it is asked again.
    if (recorded === 'posix-rename' && renameMode !== 'posix-rename') throw modeUnavailable();
    return recorded;
  }
  const probe = await store.inTransaction(from.tenantId, ({ partnerProbes }) => partnerProbes.get(partnerId));
  const mode = deliveryModeOf({ configured: from.mode, probed: probe?.mode, offered: renameMode });
  if (mode === undefined) throw modeUnavailable();
  return mode;
}

function modeUnavailable(): Failure {
  return new Failure({
    code: 'delivery.mode-unavailable',
    message: 'the partner’s server does not offer the rename that the delivery counts on',
    isRetryable: true,
  });
}
