import type { SFTPWrapper } from 'ssh2';
import { directoryRequests } from './directory-requests.ts';
import { advertise, EXTENSIONS, type Extension, extendedRequests } from './extensions.ts';
import { fileRequests } from './file-requests.ts';
import { OpenHandles } from './open-handles.ts';
import { pathRequests } from './path-requests.ts';
import type { RequestHandler, SessionContext } from './session-context.ts';
import { RefusedRequest, STATUS, statusOf } from './status.ts';

export interface SftpSessionOptions extends Pick<SessionContext, 'directory' | 'onFileStored'> {
  readonly extensions: readonly Extension[];
  /** Told the remote path of each file that a vanished client had open for writing. */
  readonly onFileAbandoned: (remotePath: string) => void;
  /** Ends the connection, as a network does. */
  readonly breakOff: () => void;
  /** Asked before each request, by its name in the protocol or that of the extension. */
  readonly beforeRequest?: (request: string) => Promise<'answered' | 'refused' | 'broken'>;
}

/**
 * Requests that a client may send ahead of their answers; OpenSSH and ssh2 send 64. Each may hold 256 KiB, so that
 * one that never waits would fill memory: its session ends.
 */
const REQUESTS_AHEAD_MAX = 512;

/**
 * Serves one SFTP session (version 3, draft-ietf-secsh-filexfer-02). Requests are answered one after another,
 * so that a CLOSE never overtakes the WRITEs that a client sent ahead of it (draft §4.1). Gives a function whose promise
 * resolves when everything asked for so far is done.
 */
export function serveSftpSession(sftp: SFTPWrapper, options: SftpSessionOptions): () => Promise<void> {
  const handles = new OpenHandles();
  const context: SessionContext = { sftp, handles, ...options };
  let last: Promise<unknown> = Promise.resolve();
  let waitingCount = 0;

  async function answer(
    handler: RequestHandler,
    requestId: number,
    rest: never[],
    name: string,
  ): Promise<void> {
    try {
      const verdict = await options.beforeRequest?.(name === 'EXTENDED' ? String(rest[0]) : name);
      if (verdict === 'broken') {
        options.breakOff();
        return;
      }
      if (verdict === 'refused') throw new RefusedRequest(STATUS.FAILURE);
      await handler(requestId, ...rest);
    } catch (error) {
      sftp.status(requestId, statusOf(error));
    } finally {
      waitingCount--;
    }
  }

  async function abandon(): Promise<void> {
    for (const remotePath of await handles.closeAll()) options.onFileAbandoned(remotePath);
  }

  advertise(sftp, Object.fromEntries(options.extensions.map((name) => [name, EXTENSIONS[name]])));
  const requests = {
    ...fileRequests(context),
    ...pathRequests(context),
    ...directoryRequests(context),
    ...extendedRequests(context, options.extensions),
  };
  for (const [name, handler] of Object.entries(requests)) {
    sftp.on(name, (requestId: number, ...rest: never[]) => {
      if (waitingCount >= REQUESTS_AHEAD_MAX) {
        sftp.end();
        return;
      }
      waitingCount++;
      last = after(last, () => answer(handler, requestId, rest, name));
    });
  }
  // A request that cannot be decoded ends the session; without a listener it would end the process.
  sftp.on('error', () => undefined);
  sftp.on('close', () => {
    last = after(last, abandon);
  });
  return async () => {
    await last;
  };
}

async function after(earlier: Promise<unknown>, work: () => Promise<void>): Promise<void> {
  await earlier;
  await work();
}
