import { lstat, rename, unlink } from 'node:fs/promises';
import { type GivenAttributes, setAttributesAt } from './file-attributes.ts';
import type { RequestHandler, SessionContext } from './session-context.ts';
import { attributesOf, RefusedRequest, STATUS } from './status.ts';

/** The requests about names of files, by their name in the protocol. */
export function pathRequests(context: SessionContext): Record<string, RequestHandler> {
  const { sftp, directory } = context;

  async function sendStats(requestId: number, remotePath: string): Promise<void> {
    // Links out of the directory are not followed and those within it do not count either.
    const stats = await lstat(await directory.locate(remotePath));
    sftp.attrs(requestId, attributesOf(stats));
  }

  return {
    STAT: sendStats,
    LSTAT: sendStats,
    SETSTAT: async (requestId: number, remotePath: string, attributes: GivenAttributes) => {
      await setAttributesAt(await directory.locateToChange(remotePath), attributes);
      sftp.status(requestId, STATUS.OK);
    },
    REMOVE: async (requestId: number, remotePath: string) => {
      await unlink(await directory.locate(remotePath));
      sftp.status(requestId, STATUS.OK);
    },
    RENAME: async (requestId: number, from: string, to: string) => {
      const [oldPlace, newPlace] = [await directory.locateToChange(from), await directory.locate(to)];
      const isFile = await directory.alone(() => renameToFreeName(oldPlace, newPlace));
      sftp.status(requestId, STATUS.OK);
      if (isFile) context.onFileStored(directory.normalize(to));
    },
  };
}

/** Whether it is a file that was renamed. Version 3 refuses a name that is taken (draft §6.5). */
async function renameToFreeName(oldPlace: string, newPlace: string): Promise<boolean> {
  if (await isThere(newPlace)) throw new RefusedRequest(STATUS.FAILURE);
  const isFile = await isFileAt(oldPlace);
  await rename(oldPlace, newPlace);
  return isFile;
}

export async function isFileAt(place: string): Promise<boolean> {
  return (await lstat(place)).isFile();
}

async function isThere(place: string): Promise<boolean> {
  try {
    await lstat(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
