import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { storeFailure } from '../store-failure.ts';

export interface DirectoryLock {
  release(): void;
}

const LOCK_FILE = 'lock';

/**
 * Takes the directory for this process, or throws `store.locked`. The kernel holds the lock and lets it go with the
 * process, however it ends; the file itself says nothing and is never removed. Two PGlite on one directory would
 * lose commits without a word.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const { tryLock } = await import('fs-native-extensions').catch((error: unknown) => {
    throw storeFailure('store.no-file-lock', { cause: error });
  });
  const descriptor = openSync(path.join(directory, LOCK_FILE), 'a', 0o600);
  if (!tryLock(descriptor)) {
    closeSync(descriptor);
    throw storeFailure('store.locked');
  }
  return {
    release() {
      closeSync(descriptor);
    },
  };
}
