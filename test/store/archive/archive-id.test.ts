import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { giveArchiveId, readArchiveId } from '../../../src/store/archive/archive-id.ts';
import { openDirectoryArchive } from '../../../src/store/archive/directory-archive.ts';
import { scratchDirectory } from '../support/scratch-directory.ts';

const scratch = scratchDirectory();

describe('the id of an archive', () => {
  test('is given once, whoever gives it at the same time, and leaves nothing else behind', async () => {
    const directory = path.join(scratch, 'shared');
    await openDirectoryArchive(directory);
    expect(await readArchiveId(directory)).toBeUndefined();
    const given = await Promise.all(Array.from({ length: 20 }, () => giveArchiveId(directory)));
    expect(new Set(given).size).toBe(1);
    expect(await readArchiveId(directory)).toBe(given[0]);
    expect(readdirSync(path.join(directory, 'incoming'))).toEqual([]);
  });

  test('that cannot be given is a failure of the archive', async () => {
    const directory = path.join(scratch, 'bare');
    mkdirSync(directory);
    await expect(giveArchiveId(directory)).rejects.toMatchObject({ code: 'archive.missing' });
  });
});
