import type { SFTPWrapper } from 'ssh2';
import type { OpenHandles } from './open-handles.ts';
import type { ServedDirectory } from './served-directory.ts';

/** What the requests of one session share. */
export interface SessionContext {
  readonly sftp: SFTPWrapper;
  readonly directory: ServedDirectory;
  readonly handles: OpenHandles;
  /** Told the remote path of each file that came to stand under its name. */
  readonly onFileStored: (remotePath: string) => void;
}

/** Answers one request, or throws what `statusOf` turns into its answer. */
export type RequestHandler = (requestId: number, ...rest: never[]) => Promise<void>;
