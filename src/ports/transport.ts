/** A directory at a partner, over whatever protocol. It moves bytes and does not read them. */
export interface Transport {
  /** Opens a session with the partner proven to be itself, or throws a Failure. */
  connect(): Promise<TransportSession>;
}

/** How a file gets its final name; only `posix-rename` is one step at the server. */
export type RenameMode = 'posix-rename' | 'plain-rename';

export interface RemoteState {
  readonly sizeBytes: number;
  /** Unix seconds, on the partner's clock. */
  readonly modifiedAtSeconds: number;
}

export interface RemoteFile extends RemoteState {
  /** As the partner gave it: untrusted, never a local path, never printed raw. */
  readonly name: string;
}

/**
 * One connection, one operation at a time, a deadline on each. Every method throws a Failure when the world
 * does not answer; its code tells an absent permission from a broken connection.
 */
export interface TransportSession {
  readonly renameMode: RenameMode;
  /** Whether the server brings a file to its disk before it says that it has it. */
  readonly canSync: boolean;
  /** Plain files in the directory. */
  list(directory: string): Promise<readonly RemoteFile[]>;
  /** What the object looks like; undefined only when the partner said "no such file". */
  stat(path: string): Promise<RemoteState | undefined>;
  /** Creates the file (it must not exist), stores all bytes as they come and verifies the stored size. */
  create(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** The file's bytes; throws `transport.short-read` when fewer arrive than the partner said. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** Gives the file another name; never replaces an existing one. */
  rename(from: string, to: string): Promise<void>;
  /** Removes the file; an absent one is no failure. */
  remove(path: string): Promise<void>;
  /** What names the file system that holds the directory; undefined where the server does not tell. */
  fileSystemOf(directory: string): Promise<string | undefined>;
  close(): Promise<void>;
}
