import type { CodeList } from '../edi/codes/code-list.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Gateway } from './gateway.ts';
import type { Output } from './output.ts';

/** Where a working directory's files are made; handed in by `main`, which knows the disk. */
export interface Workspaces {
  /** Lays out a working directory and gives the paths that were made. */
  create(directory: string): readonly string[];
  exists(directory: string): boolean;
  /** The code lists that were imported into a working directory. */
  codeLists(directory: string): readonly CodeList[];
  /** Keeps a code list in a working directory, in the place of the one before. */
  writeCodeList(directory: string, list: CodeList): void;
  /** Writes a partner profile and the secrets it refers to (path from the directory → value). */
  writePartner(directory: string, profile: PartnerProfile, secrets: Readonly<Record<string, string>>): void;
}

/** A file to be written. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** Everything a command may use of the world. */
export interface CommandContext {
  readonly output: Output;
  readonly decode: Latin1Decoder;
  readonly workspaces: Workspaces;
  /** Who runs the command, as the operating system has it. */
  readonly userName: string;
  /** From CLAIMGATE_DIRECTORY, where it is set. */
  readonly defaultDirectory: string;
  /** Where the sample claims stand that the demonstration sends. */
  readonly samplesDirectory: string;
  /** Aborted by SIGINT and SIGTERM. */
  readonly stopSignal: AbortSignal;
  /** The bytes of a file, or of standard input for `-`; a CommandFailure when it cannot be read. */
  readInput(file: string): AsyncIterable<Uint8Array>;
  /**
   * Writes files that were not there before into a directory, which it makes; one character is one byte. It goes
   * through them twice and gives their paths. A CommandFailure, and nothing written, when one of them is there.
   */
  writeNewFiles(directory: string, files: Iterable<NewFile>): string[];
  /**
   * Opens the gateway on a working directory. `owner` takes the embedded database for itself and fails when
   * another process has it; `guest-allowed` reaches it through that process.
   */
  openGateway(options: { directory: string; role: 'owner' | 'guest-allowed' }): Promise<Gateway>;
}
