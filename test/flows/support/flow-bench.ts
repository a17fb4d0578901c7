import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instantOf } from '../../../src/base/time.ts';
import { SHIPPED_CODES } from '../../../src/domain/edits/edit-codes.ts';
import type { EftTerms } from '../../../src/domain/reassociation/eft-terms.ts';
import { acceptClaims, type SubmittedClaim } from '../../../src/flows/accept-claims.ts';
import { type BatchDependencies, batchClaims } from '../../../src/flows/batch-claims.ts';
import { collectFiles } from '../../../src/flows/collect-files.ts';
import { deliverInterchange } from '../../../src/flows/deliver-interchange.ts';
import type { ResolvingDependencies } from '../../../src/flows/exceptions/resolve-exception.ts';
import { type ReceiveOutcome, receiveFile } from '../../../src/flows/receive-file.ts';
import { decodeLatin1 } from '../../../src/main/latin-1.ts';
import {
  type MailboxProfile,
  mailboxProfileSchema,
  type PartnerProfile,
} from '../../../src/partners/profile.ts';
import type { Archive } from '../../../src/ports/archive.ts';
import type { ClaimAttempt, ClaimSummary } from '../../../src/ports/claim-store.ts';
import type { StoredInterchange } from '../../../src/ports/exchange-store.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { openDirectoryArchive } from '../../../src/store/archive/directory-archive.ts';
import { openEmbeddedStore } from '../../../src/store/open-store.ts';
import { type SftpMailbox, startSftpMailbox } from '../../support/sftp-mailbox.ts';
import { ndjson, testProfile } from './claims.ts';

/** The flows over a real store, a real archive and a partner's real SFTP mailbox. */
export interface FlowBench {
  readonly store: Store;
  readonly archive: Archive;
  readonly mailbox: SftpMailbox;
  /**
   * A tenant that no test before has used; its partner is behind `transport`, where it is not the mailbox, and its
   * profile has other `sftp` parts where some are given.
   */
  tenant(transport?: Transport, sftp?: Readonly<Record<string, unknown>>): TenantBench;
  stop(): Promise<void>;
}

/** What one test does as one tenant, with one partner. */
export interface TenantBench {
  readonly tenantId: string;
  /** What its flows are given. */
  readonly dependencies: BatchDependencies;
  readonly profile: PartnerProfile;
  /** What a person's decision takes at a time. */
  resolvingAt(time: string): ResolvingDependencies;
  /** The same tenant with its partner somewhere else. */
  behind(transport: Transport): TenantBench;
  /** The same tenant, with a bank for its partner. */
  ofBank(): TenantBench;
  submit(claims: readonly unknown[]): Promise<SubmittedClaim[]>;
  batch(): ReturnType<typeof batchClaims>;
  deliver(interchangeId: string): ReturnType<typeof deliverInterchange>;
  collect(): ReturnType<typeof collectFiles>;
  receive(sha256: string): Promise<ReceiveOutcome>;
  /** Takes bytes in as if the partner had left them under the name, and applies them. */
  take(bytes: Uint8Array, name?: string): Promise<ReceiveOutcome>;
  claims(): Promise<readonly ClaimSummary[]>;
  interchanges(): Promise<readonly StoredInterchange[]>;
  attempts(interchangeId: string): Promise<readonly ClaimAttempt[]>;
  archivedText(sha256: string): Promise<string>;
}

export interface BenchOptions {
  /** Changes to the partner's profile. */
  readonly profile?: Readonly<Record<string, unknown>>;
  /** What a bank reports; nothing, unless it is said. */
  readonly eft?: EftTerms;
  /** Closed with the bench; an embedded one when absent. */
  readonly store?: Store;
}

const NOW = instantOf(new Date('2026-03-02T17:05:00Z'));
const QUIET = { wake: (): void => undefined };

export async function openFlowBench(options: BenchOptions = {}): Promise<FlowBench> {
  const directory = mkdtempSync(path.join(tmpdir(), 'claimgate-flows-'));
  mkdirSync(path.join(directory, 'data'));
  const store = options.store ?? (await openEmbeddedStore({ directory: path.join(directory, 'data') }));
  const archive = await openDirectoryArchive(path.join(directory, 'archive'));
  const mailbox = await startSftpMailbox();
  const profileWith = (sftp: Readonly<Record<string, unknown>>): PartnerProfile =>
    testProfile({
      sftp: {
        host: '127.0.0.1',
        username: 'invented',
        auth: { passwordRef: 'env:INVENTED' },
        hostKeySha256: [mailbox.server.hostKeySha256],
        upload: { directory: '/in', temporaryDirectory: '/uploading' },
        download: [{ directory: '/out', settleSeconds: 0.05 }],
        ...sftp,
      },
      timeZone: 'America/New_York',
      ...options.profile,
    });
  let tenantCount = 0;
  return {
    store,
    archive,
    mailbox,
    tenant: (transport = mailbox.transport(), sftp = {}) =>
      tenantBench({
        store,
        archive,
        transport,
        profile: profileWith(sftp),
        tenantId: `tenant-${++tenantCount}`,
        eft: options.eft,
      }),
    async stop() {
      await mailbox.stop();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Parts {
  readonly store: Store;
  readonly archive: Archive;
  readonly transport: Transport;
  readonly profile: PartnerProfile;
  readonly tenantId: string;
  readonly eft: EftTerms | undefined;
  /** Whose mailbox it is, where it is no partner's. */
  readonly bank?: MailboxProfile;
}

function bankOf({ id, name, sftp: { upload: _, ...sftp } }: PartnerProfile): MailboxProfile {
  return mailboxProfileSchema.parse({ id, name, kind: 'bank', sftp, eft: { since: '2026-03-01' } });
}

function tenantBench(parts: Parts): TenantBench {
  const { store, archive, transport, profile, tenantId, eft, bank: bankProfile } = parts;
  const dependencies = {
    store,
    archive,
    clock: { now: () => NOW },
    wakeUp: QUIET,
    decode: decodeLatin1,
    profiles: [profile],
    editCodes: SHIPPED_CODES,
    profileOf: () => profile,
    eft,
    transportOf: () => transport,
    owner: 'bench',
  };
  const ofMailbox = { ...dependencies, profileOf: () => bankProfile ?? profile };
  let takenCount = 0;
  const bench: TenantBench = {
    tenantId,
    dependencies,
    profile,
    resolvingAt: (time) => ({ ...dependencies, clock: { now: () => instantOf(new Date(time)) } }),
    ofBank: () => tenantBench({ ...parts, bank: bankOf(profile) }),
    behind: (other) => tenantBench({ ...parts, transport: other }),
    async submit(claims) {
      const outcomes: SubmittedClaim[] = [];
      for await (const one of acceptClaims(dependencies, tenantId, [ndjson(claims)])) outcomes.push(one);
      return outcomes;
    },
    batch: () => batchClaims(dependencies, tenantId, profile.id),
    deliver: (interchangeId) => deliverInterchange(dependencies, tenantId, interchangeId),
    collect: () => collectFiles(ofMailbox, tenantId, profile.id),
    receive: (sha256) => receiveFile(ofMailbox, tenantId, sha256),
    async take(bytes, name = `taken-${++takenCount}`) {
      const { sha256, sizeBytes } = await archive.put([bytes]);
      const sighting = { remotePath: `/out/${name}`, sizeBytes, modifiedAtSeconds: 1 };
      await store.inTransaction(tenantId, ({ files }) =>
        files.record({ partnerId: profile.id, sha256, sizeBytes, sighting }),
      );
      return await bench.receive(sha256);
    },
    claims: () => store.inTransaction(tenantId, ({ claims }) => claims.list({ limit: 1000 })),
    interchanges: () =>
      store.inTransaction(tenantId, ({ interchanges }) => interchanges.list({ limit: 1000 })),
    attempts: (id) => store.inTransaction(tenantId, ({ claims }) => claims.attemptsByInterchange(id)),
    async archivedText(sha256) {
      const pieces: Uint8Array[] = [];
      for await (const piece of archive.open(sha256)) pieces.push(piece);
      return Buffer.concat(pieces).toString('latin1');
    },
  };
  return bench;
}

/** Files of a partner's directory, by name, with their text. */
export function filesOf(mailbox: SftpMailbox, directory: 'in' | 'uploading' | 'out'): Record<string, string> {
  const folder = path.join(mailbox.root, directory);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}

/** Leaves a file where the partner leaves its answers. */
export function leave(mailbox: SftpMailbox, name: string, bytes: Uint8Array): void {
  writeFileSync(path.join(mailbox.root, 'out', name), bytes);
}
