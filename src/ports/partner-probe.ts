import type { Instant } from '../base/time.ts';
import type { DeliveryMode } from '../domain/exchange/delivery-protocol.ts';

/** Whether something is so, as far as it could be found out. */
export type Finding = 'yes' | 'no' | 'unknown';

/** What a partner's server was found to do when it was tried. */
export interface PartnerCapabilities {
  /** Creating refuses a name that is there (`wx`). */
  readonly exclusiveCreate: Finding;
  readonly rename: Finding;
  /** Offers `posix-rename@openssh.com`. */
  readonly posixRename: Finding;
  /** Offers `fsync@openssh.com`. */
  readonly fsync: Finding;
  /** What was stored can be read back. */
  readonly readBack: Finding;
  /** Temporary and upload directory stand on one file system. */
  readonly sameFileSystem: Finding;
  /** The temporary directory stands where the partner does not look: not in the upload directory. */
  readonly temporaryApart: Finding;
}

export interface PartnerProbe {
  readonly partnerId: string;
  readonly mode: DeliveryMode;
  readonly capabilities: PartnerCapabilities;
}

export interface StoredPartnerProbe extends PartnerProbe {
  readonly probedAt: Instant;
}

export interface PartnerProbeReader {
  get(partnerId: string): Promise<StoredPartnerProbe | undefined>;
}

export interface PartnerProbeWriter {
  /** Takes the place of the one before. */
  save(probe: PartnerProbe): Promise<void>;
}
