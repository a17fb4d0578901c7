import { createHash } from 'node:crypto';
import { Failure } from '../base/failure.ts';
import { invariant } from '../base/invariant.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { ArchiveReader } from '../ports/archive.ts';
import type { Delivery, StoredInterchange } from '../ports/exchange-store.ts';
import type { Store, StoreTransaction } from '../ports/store.ts';
import type { Transport, TransportSession } from '../ports/transport.ts';
import { remotePath } from './remote-path.ts';

/** One worker's run through the protocol under one lease. */
export interface DeliveryRun {
  readonly interchange: StoredInterchange;
  readonly epoch: number;
  /** The attempt whose temporary object this run uploads, or looks at and renames. */
  attempt: number;
  /** Opened with the first step that needs the partner. */
  session(): Promise<TransportSession>;
  /** Runs one transaction. */
  record<T>(change: (transaction: StoreTransaction) => Promise<T>): Promise<T>;
  bytes(): Promise<Uint8Array>;
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
  const { directory, temporaryDirectory } = parts.profileOf(interchange.partnerId).sftp.upload;
  let opened: TransportSession | undefined;

  async function session(): Promise<TransportSession> {
    opened ??= await parts.transportOf(interchange.partnerId).connect();
    return opened;
  }
  function temporaryPath(attempt: number): string {
    invariant(attempt > 0, 'a temporary object belongs to an attempt');
    return remotePath(temporaryDirectory, `${interchange.id}.${attempt}.part`);
  }

  return {
    interchange,
    epoch: delivery.epoch,
    attempt: delivery.commitAttempt ?? 0,
    session,
    temporaryPath,
    finalPath: remotePath(directory, interchange.fileName),
    bytes: () => archivedBytes(parts.archive, interchange),
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

/** The interchange as it was made: resending never sends other bytes. */
async function archivedBytes(archive: ArchiveReader, interchange: StoredInterchange): Promise<Uint8Array> {
  const bytes = new Uint8Array(interchange.sizeBytes);
  const hash = createHash('sha256');
  let position = 0;
  for await (const piece of archive.open(interchange.archiveSha256)) {
    if (position + piece.length > bytes.length) break;
    bytes.set(piece, position);
    hash.update(piece);
    position += piece.length;
  }
  if (position !== bytes.length || hash.digest('hex') !== interchange.archiveSha256) {
    throw new Failure({
      code: 'archive.corrupt',
      message: 'the archived bytes are not those that were stored',
      isRetryable: false,
    });
  }
  return bytes;
}
