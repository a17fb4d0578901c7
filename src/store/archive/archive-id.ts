import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { archiveFailureOf } from './archive-failure.ts';

/** In the archive itself, so that it goes where the archive goes. */
const ID_FILE = 'archive-id';
const READ_ONLY = 0o400;

/** The id that an archive was given; undefined when it has none. Throws an `archive.…` Failure. */
export async function readArchiveId(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(directory, ID_FILE), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw archiveFailureOf(error);
  }
}

/** Gives an archive an id unless it has one; gives the one it has. Several processes may do so at once. */
export async function giveArchiveId(directory: string): Promise<string> {
  const id = randomUUID();
  const file = path.join(directory, ID_FILE);
  const temporary = path.join(directory, 'incoming', id);
  try {
    const handle = await open(temporary, 'wx', READ_ONLY);
    await handle.writeFile(`${id}\n`);
    await handle.sync();
    await handle.close();
    // Fails where another was quicker, and shows no half-written file to anyone.
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(temporary);
  } catch (error) {
    throw archiveFailureOf(error);
  }
  return (await readArchiveId(directory)) ?? id;
}
