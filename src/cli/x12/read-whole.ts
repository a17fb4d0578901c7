import { type FileOutline, outlineFile } from '../../edi/outline/file-outline.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';

/** The bytes of a file in memory; a CommandFailure that says `what` it is too large for. */
export async function readWhole(
  context: CommandContext,
  file: string,
  { bytesMax, what }: { readonly bytesMax: number; readonly what: string },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of context.readInput(file)) {
    chunks.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > bytesMax) throw new CommandFailure(`the file is too large ${what}`);
  }
  return Buffer.concat(chunks);
}

/** The envelopes of a file; a CommandFailure where it does not hold whole ones. */
export function wholeOutline(context: CommandContext, file: string, bytes: Uint8Array): FileOutline {
  const outline = outlineFile(context.decode, bytes);
  const [fault] = outline.faults;
  if (fault !== undefined) throw new CommandFailure(`${file} is not whole: ${fault.message} (${fault.code})`);
  if (outline.interchanges.length === 0) throw new CommandFailure('there is no X12 interchange in this file');
  return outline;
}
