import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { Misuse } from '../cli/exit.ts';
import {
  type MailboxProfile,
  mailboxProfileSchema,
  type PartnerProfile,
  takesClaims,
} from '../partners/profile.ts';
import { type Configuration, readConfiguration, readYaml } from './configuration.ts';

/** A working directory: configuration, partner profiles, keys, the embedded database and the archive. */
export interface Workspace {
  readonly directory: string;
  readonly configuration: Configuration;
  /** Partners that take claims, and banks. */
  readonly profiles: readonly MailboxProfile[];
  readonly claimPartners: readonly PartnerProfile[];
}

const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;

export function databaseDirectory(directory: string): string {
  return path.join(directory, 'data');
}

export function archiveDirectory(directory: string): string {
  return path.join(directory, 'archive');
}

export function isWorkspace(directory: string): boolean {
  return existsSync(path.join(directory, 'claimgate.yaml'));
}

export function openWorkspace(directory: string): Workspace {
  if (!isWorkspace(directory)) {
    throw new Misuse(`${directory} is no claimgate directory; make one with: claimgate init ${directory}`);
  }
  const partners = path.join(directory, 'partners');
  const files = existsSync(partners) ? readdirSync(partners).filter((name) => /\.ya?ml$/.test(name)) : [];
  const profiles = files.toSorted().map((name) => readYaml(path.join(partners, name), mailboxProfileSchema));
  const claimPartners = profiles.filter(takesClaims);
  return { directory, configuration: readConfiguration(directory), profiles, claimPartners };
}

const CONFIGURATION = `# claimgate's configuration. Everything has a default; what stands here is what you may want to change.
tenant: default
api:
  host: 127.0.0.1
  port: 8374
  tokenRef: file:keys/api-token
workers:
  sweepSeconds: 15
  concurrency: 4
`;

/**
 * Lays out a working directory. Nothing that exists is overwritten.
 * Gives the paths that were made, relative to the directory.
 */
export function createWorkspace(directory: string, options: { examplePartner: string }): string[] {
  const made: string[] = [];
  for (const name of ['', 'partners', 'keys', 'data', 'archive']) {
    mkdirSync(path.join(directory, name), { recursive: true, mode: PRIVATE_DIRECTORY });
  }
  function write(name: string, text: string): void {
    const file = path.join(directory, name);
    if (existsSync(file)) return;
    writeFileSync(file, text, { mode: PRIVATE_FILE });
    made.push(name);
  }
  write('claimgate.yaml', CONFIGURATION);
  write('keys/api-token', `${randomBytes(32).toString('base64url')}\n`);
  // Not .yaml: it is read only once somebody has filled it in and renamed it.
  write('partners/example-clearinghouse.yaml.example', readFileSync(options.examplePartner, 'utf8'));
  return made;
}

/** Writes a partner profile and the password it refers to. */
export function writePartner(
  directory: string,
  profile: PartnerProfile,
  secrets: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(secrets)) {
    writeFileSync(path.join(directory, name), `${value}\n`, { mode: PRIVATE_FILE });
  }
  writeFileSync(path.join(directory, 'partners', `${profile.id}.yaml`), stringify(profile), {
    mode: PRIVATE_FILE,
  });
}
