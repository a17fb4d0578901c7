import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NewFile } from '../cli/command-context.ts';
import { CommandFailure } from '../cli/exit.ts';

/** What is cut out of a partner's file is as private as the file. */
const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;

/** Writes files that were not there before, or none of them, into a directory; one character is one byte. */
export function writeNewFiles(directory: string, files: Iterable<NewFile>): string[] {
  for (const { name } of files) {
    const file = path.join(directory, name);
    if (existsSync(file)) throw new CommandFailure(`${file} is there already: nothing was written`);
  }
  const written: string[] = [];
  try {
    mkdirSync(directory, { recursive: true, mode: PRIVATE_DIRECTORY });
    for (const { name, text } of files) {
      const file = path.join(directory, name);
      // Should another process have made it since, it still is not overwritten.
      writeFileSync(file, text, { encoding: 'latin1', flag: 'wx', mode: PRIVATE_FILE });
      written.push(file);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new CommandFailure(`${directory} cannot be written: ${code}`, { cause: error });
  }
  return written;
}
