import type { Cents } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { DeliveryMode, DeliveryStage } from '../domain/exchange/delivery-protocol.ts';

export interface NewInterchange {
  readonly id: string;
  readonly partnerId: string;
  /** ISA13, nine digits. */
  readonly interchangeControlNumber: string;
  /** GS06. */
  readonly groupControlNumber: string;
  readonly archiveSha256: string;
  readonly sizeBytes: number;
  readonly fileName: string;
  readonly claimCount: number;
  readonly chargeCents: Cents;
}

export interface StoredInterchange extends NewInterchange {
  readonly createdAt: Instant;
}

export interface InterchangeReader {
  get(id: string): Promise<StoredInterchange | undefined>;
  findByControlNumber(
    partnerId: string,
    interchangeControlNumber: string,
  ): Promise<StoredInterchange | undefined>;
  findByGroup(partnerId: string, groupControlNumber: string): Promise<StoredInterchange | undefined>;
  list(options: { limit: number }): Promise<readonly StoredInterchange[]>;
}

export interface InterchangeWriter {
  insert(interchange: NewInterchange): Promise<void>;
  /** Takes the next number of a counter whose row stays locked until the transaction ends. Starts at 1. */
  nextControlNumber(partnerId: string, counter: 'interchange' | 'group'): Promise<number>;
}

/**
 * What shows that the partner has the file: it was seen, its temporary object is gone, the partner acknowledged it,
 * or a person at the partner said so.
 */
export type DeliveryBasis = 'observed' | 'witness' | 'acknowledged' | 'confirmed';

export interface Delivery {
  /** The interchange's id: each is delivered once. */
  readonly interchangeId: string;
  readonly partnerId: string;
  readonly state: DeliveryStage;
  /** Raised by each lease; a write with an older one changes nothing. */
  readonly epoch: number;
  readonly attempts: number;
  /** The attempt whose object may become the file; set on the way to COMMITTING. */
  readonly commitAttempt?: number;
  readonly basis?: DeliveryBasis;
  /** How the intent was meant; set with it. */
  readonly mode?: DeliveryMode;
  readonly holdCode?: string;
  readonly deliveredAt?: Instant;
}

export interface DeliveryReader {
  get(interchangeId: string): Promise<Delivery | undefined>;
  list(options: { limit: number }): Promise<readonly Delivery[]>;
}

/** Each method that is given an epoch answers undefined or false when it is no longer the caller's. */
export interface DeliveryWriter {
  insert(interchangeId: string, partnerId: string): Promise<void>;
  /** Takes the lease, on the database's clock; undefined while another holds it or the delivery is over. */
  lease(
    interchangeId: string,
    options: { owner: string; leaseSeconds: number },
  ): Promise<Delivery | undefined>;
  /** Gives the number of a new attempt. */
  beginAttempt(interchangeId: string, epoch: number): Promise<number | undefined>;
  /** NEW → COMMITTING: the point of no return. */
  commitIntent(
    interchangeId: string,
    epoch: number,
    commit: { attempt: number; mode: DeliveryMode },
  ): Promise<boolean>;
  /** COMMITTING → DELIVERED. */
  markDelivered(interchangeId: string, epoch: number, basis: 'observed' | 'witness'): Promise<boolean>;
  /** COMMITTING → IN_DOUBT: nothing is sent again by itself. */
  doubt(interchangeId: string, epoch: number): Promise<boolean>;
  /** Waits for a person. */
  hold(interchangeId: string, epoch: number, holdCode: string): Promise<boolean>;
  /** IN_DOUBT → DELIVERED; false in any other state. */
  settle(interchangeId: string, basis: 'acknowledged' | 'confirmed'): Promise<boolean>;
  /** IN_DOUBT or HELD → NEW, because a person wants the same bytes sent once more; false in any other state. */
  reopen(interchangeId: string): Promise<boolean>;
  /** Gives the lease back after a failure, so that the retry need not wait for it to run out. */
  release(interchangeId: string, epoch: number): Promise<void>;
}

export type ReceivedFileState = 'archived' | 'applied' | 'quarantined';

export interface ReceivedFile {
  readonly sha256: string;
  readonly partnerId: string;
  readonly sizeBytes: number;
  readonly state: ReceivedFileState;
  /** What was found inside, as `TA1`, `999`, `277CA`, `835`. */
  readonly contents: readonly string[];
  /** Why it is in quarantine. */
  readonly reasonCode?: string;
  readonly receivedAt: Instant;
  /** The first name under which the bytes came, escaped: to be shown and nothing else. */
  readonly seenAs?: string;
}

/** A file found in a packed one. */
export interface FileMember {
  /** As the packed file says it: untrusted. */
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface ReceivedFileReader {
  get(sha256: string): Promise<ReceivedFile | undefined>;
  list(options: { state?: ReceivedFileState; limit: number }): Promise<readonly ReceivedFile[]>;
  /** Whether this file was seen under this name, size and time before, so that it need not be fetched again. */
  isKnownSighting(partnerId: string, sighting: Sighting): Promise<boolean>;
}

/** A remote name under which bytes were seen. It is stored escaped and never becomes a path or a log line. */
export interface Sighting {
  readonly remotePath: string;
  readonly sizeBytes: number;
  readonly modifiedAtSeconds: number;
}

export interface ReceivedFileWriter {
  /** Records file and sighting; `isNew` is false when these bytes were received before. */
  record(file: {
    partnerId: string;
    sha256: string;
    sizeBytes: number;
    sighting: Sighting;
  }): Promise<{ isNew: boolean }>;
  /** Records the members of a packed file, in their order; gives the hashes of those received never before. */
  recordMembers(
    container: { readonly partnerId: string; readonly sha256: string },
    members: readonly FileMember[],
  ): Promise<readonly string[]>;
  setOutcome(
    sha256: string,
    outcome: { state: ReceivedFileState; contents: readonly string[]; reasonCode?: string },
  ): Promise<void>;
  /** Remembers a received interchange: the same control number with other bytes is a conflict, never applied. */
  registerInterchange(interchange: {
    partnerId: string;
    senderId: string;
    receiverId: string;
    interchangeControlNumber: string;
    fileSha256: string;
  }): Promise<'new' | 'same-file' | 'conflict'>;
}
