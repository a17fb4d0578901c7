import { createReadStream } from 'node:fs';
import { CommandFailure } from '../cli/exit.ts';

const REASON: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission is denied',
};

/** The bytes of a file, or of standard input for `-`. */
export async function* readInput(file: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      yield chunk as Uint8Array;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new CommandFailure(`${file} cannot be read: ${REASON[code] ?? code}`, { cause: error });
  }
}
