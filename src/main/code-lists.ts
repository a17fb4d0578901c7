import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type BusinessDate, parseBusinessDate } from '../base/time.ts';
import { Misuse } from '../cli/exit.ts';
import type { EditCodes } from '../domain/edits/edit-codes.ts';
import type { CodeList } from '../edi/codes/code-list.ts';
import { CODE_SET_IDS } from '../edi/codes/code-set-ids.ts';
import type { CodeSets } from '../edi/codes/code-sets.ts';

const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;

const day = z.custom<BusinessDate>(
  (value) => typeof value === 'string' && parseBusinessDate(value) !== undefined,
);

/** `codes/LIST.json` in a working directory. */
const codeListSchema = z.strictObject({
  id: z.enum(CODE_SET_IDS),
  asOf: day,
  coversFrom: day.exactOptional(),
  periods: z.array(
    z.strictObject({
      start: day.exactOptional(),
      stop: day.exactOptional(),
      codes: z.string().regex(/^[0-9A-Z]+( [0-9A-Z]+)*$/),
    }),
  ),
});

function directoryOf(directory: string): string {
  return path.join(directory, 'codes');
}

/** The code lists that were imported into a working directory; a Misuse names a file that is none. */
export function readCodeLists(directory: string): readonly CodeList[] {
  const lists = directoryOf(directory);
  if (!existsSync(lists)) return [];
  return readdirSync(lists)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readCodeList(path.join(lists, name)));
}

function readCodeList(file: string): CodeList {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    value = undefined;
  }
  const result = codeListSchema.safeParse(value);
  if (result.success && path.basename(file, '.json') === result.data.id) return result.data;
  throw new Misuse(`${file} is not as claimgate wrote it; remove it and import the list again`);
}

/** Keeps a list in a working directory. Whoever reads meanwhile, or after a crash, finds the old one or the new one. */
export function writeCodeList(directory: string, list: CodeList): void {
  const lists = directoryOf(directory);
  mkdirSync(lists, { recursive: true, mode: PRIVATE_DIRECTORY });
  const file = path.join(lists, `${list.id}.json`);
  const temporary = `${file}.${process.pid}.part`;
  writeFileSync(temporary, `${JSON.stringify(list)}\n`, { mode: PRIVATE_FILE, flush: true });
  renameSync(temporary, file);
  syncDirectory(lists);
}

/** Brings the new name to the disk. */
function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What the edits ask, answered by the lists that are loaded. */
export function editCodesOf(sets: CodeSets): EditCodes {
  const places = sets.byId('place-of-service');
  return { isPlaceOfService: (code, date) => places.statusOn(code, date) === 'valid' };
}
