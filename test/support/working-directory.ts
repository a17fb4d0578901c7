import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWorkspace, writePartner } from '../../src/main/workspace.ts';
import { partnerProfileSchema } from '../../src/partners/profile.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../samples/partners/example-clearinghouse.yaml');

/** How a simulator can be reached: what `claimgate simulate` prints. */
export interface SimulatorAddress {
  readonly port: number;
  readonly hostKeySha256: string;
}

export interface WorkingDirectory {
  readonly path: string;
  /** Where a simulator of this test may keep its things. */
  readonly simulatorPath: string;
  addPartner(address: SimulatorAddress, changes?: PartnerChanges): void;
  remove(): void;
}

export interface PartnerChanges {
  readonly claimsPerInterchange?: number;
  readonly password?: string;
  /** Parts of the SFTP section that differ. */
  readonly sftp?: Readonly<Record<string, unknown>>;
  /** Secrets that those parts refer to: path from the directory → value. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export const PARTNER_ID = 'simulated';

/** A working directory as `claimgate init` makes it, with an API on a free port and a quick sweeper. */
export function makeWorkingDirectory(): WorkingDirectory {
  const parent = mkdtempSync(path.join(tmpdir(), 'claimgate-system-'));
  const directory = path.join(parent, 'gateway');
  createWorkspace(directory, { examplePartner: EXAMPLE });
  writeFileSync(
    path.join(directory, 'claimgate.yaml'),
    'tenant: default\napi:\n  port: 0\nworkers:\n  sweepSeconds: 0.5\n',
  );
  return {
    path: directory,
    simulatorPath: path.join(parent, 'simulator'),
    addPartner(address, { claimsPerInterchange = 25, password = 'simulated', sftp, secrets } = {}) {
      const profile = partnerProfileSchema.parse({
        id: PARTNER_ID,
        name: 'Simulated Clearinghouse',
        kind: 'clearinghouse',
        sftp: {
          host: '127.0.0.1',
          port: address.port,
          username: 'claimgate',
          auth: { passwordRef: 'file:keys/simulated-password' },
          hostKeySha256: [address.hostKeySha256],
          operationTimeoutMs: 5000,
          upload: { directory: '/inbound', temporaryDirectory: '/uploading' },
          download: [{ directory: '/outbound', settleSeconds: 0.1 }],
          pollSeconds: 1,
          ...sftp,
        },
        envelope: { senderId: 'CLAIMGATE', receiverId: 'SIMULATOR', usage: 'T' },
        submitter: {
          name: 'INVENTED BILLING SERVICE',
          identifier: 'BILLING1',
          contactName: 'CLAIMS DESK',
          telephone: '5550100100',
        },
        receiver: { name: 'SIMULATED CLEARINGHOUSE', identifier: 'SIMULATOR' },
        limits: { claimsPerInterchange },
        payers: ['*'],
      });
      writePartner(directory, profile, secrets ?? { 'keys/simulated-password': password });
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
