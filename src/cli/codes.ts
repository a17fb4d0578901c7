import type { Command } from 'commander';
import { type BusinessDate, parseBusinessDate } from '../base/time.ts';
import type { CodeImportRefusal } from '../edi/codes/code-import-refusal.ts';
import { CODE_SET_IDS, isCodeSetId } from '../edi/codes/code-set-ids.ts';
import { CodeSets } from '../edi/codes/code-sets.ts';
import { readCodeFile } from '../edi/codes/read-code-file.ts';
import { succeedCodeList } from '../edi/codes/succeed-code-list.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import { tableLines } from './table.ts';

/** The largest published list, ICD-10-CM with its descriptions, is a fifth of this. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

export function addCodesCommand(program: Command, context: CommandContext): void {
  const codes = program.command('codes').description('code lists: which are in use, and newer ones');
  addList(codes, context);
  addImport(codes, context);
}

function addList(codes: Command, context: CommandContext): void {
  codes
    .command('list')
    .description('the code sets, how old the list of each is, and where it is from')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print NDJSON')
    .addHelpText('after', '\nExample:\n  $ claimgate codes list')
    .action((options: { directory: string; json?: true }) => {
      const rows = listedSets(new CodeSets(context.workspaces.codeLists(options.directory)));
      if (options.json) for (const row of rows) context.output.data(JSON.stringify(row));
      else for (const line of setLines(rows)) context.output.data(line);
    });
}

interface ListedSet {
  readonly list: string;
  readonly name: string;
  /** X12's number of the code source. */
  readonly codeSource?: string;
  readonly from: 'shipped' | 'imported' | 'none';
  readonly asOf?: BusinessDate;
  readonly codeCount: number;
}

function listedSets(sets: CodeSets): ListedSet[] {
  return CODE_SET_IDS.map((id) => {
    const { name, codeSource, list, size } = sets.byId(id);
    return {
      list: id,
      name,
      ...(codeSource === undefined ? {} : { codeSource }),
      from: list === undefined ? 'none' : sets.isImported(id) ? 'imported' : 'shipped',
      ...(list === undefined ? {} : { asOf: list.asOf }),
      codeCount: size,
    };
  });
}

function setLines(sets: readonly ListedSet[]): string[] {
  return tableLines(
    [
      { title: 'list' },
      { title: 'code set' },
      { title: 'X12 source', align: 'right' },
      { title: 'codes', align: 'right' },
      { title: 'as of' },
      { title: 'from' },
    ],
    sets.map(({ list, name, codeSource, codeCount, asOf, from }) => [
      list,
      name,
      codeSource ?? '',
      from === 'none' ? '' : String(codeCount),
      asOf ?? '',
      from === 'none' ? 'shape only' : from,
    ]),
  );
}

interface ImportOptions {
  readonly list: string;
  readonly asOf?: string;
  readonly replace?: true;
  readonly directory: string;
}

function addImport(codes: Command, context: CommandContext): void {
  codes
    .command('import')
    .description('take a published list in; it is used from the next start on')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--list <id>', 'which list it is; see: claimgate codes list')
    .option('--as-of <date>', 'the day from which the file holds (YYYY-MM-DD); needed where it has no dates')
    .option('--replace', 'forget the list in use, and what it knew of codes that are gone')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText(
      'after',
      `
Takes the CMS order file (ICD-10-CM, ICD-10-PCS), the CMS record file (HCPCS), or codes in columns: see
docs/reference/codes.md.

Examples:
  $ claimgate codes import icd10cm_order_2026.txt --list icd-10-cm --as-of 2025-10-01
  $ claimgate codes import carc.tsv --list claim-adjustment-reason`,
    )
    .action(async (file: string, options: ImportOptions) => {
      context.output.data(await importCodes(context, file, options));
    });
}

/** Reads a file, makes the list that follows the one in use, and keeps it; gives the sentence that says so. */
async function importCodes(context: CommandContext, file: string, options: ImportOptions): Promise<string> {
  const { list: id, directory } = options;
  if (!isCodeSetId(id)) throw new Misuse(`--list takes one of: ${CODE_SET_IDS.join(', ')}`);
  if (!context.workspaces.exists(directory)) {
    throw new Misuse(`${directory} is no claimgate directory; make one with: claimgate init ${directory}`);
  }
  const set = new CodeSets(context.workspaces.codeLists(directory)).byId(id);
  const read = readCodeFile(await textOf(context, file), set);
  if (!read.ok) throw importFailure(file, read.refusal);
  const asOf = readAsOf(options.asOf, read.value.hasHistory);
  const current = options.replace ? undefined : set.list;
  const succession = succeedCodeList(current, { ...read.value, id, asOf });
  if (!succession.ok) throw importFailure(file, succession.refusal);
  const { list, addedCount, stoppedCount } = succession.value;
  context.workspaces.writeCodeList(directory, list);
  const counts = `${read.value.entries.length} codes in the file, ${addedCount} added, ${stoppedCount} stopped`;
  return `${id} as of ${asOf}: ${counts}`;
}

function importFailure(file: string, { code, line, message }: CodeImportRefusal): CommandFailure {
  const place = line === undefined ? file : `${file}, line ${line}`;
  const remedy = isAgainstListInUse(code) ? '; where that is meant, give --replace' : '';
  return new CommandFailure(`${place}: ${message} (${code}); nothing was imported${remedy}`);
}

function isAgainstListInUse(code: CodeImportRefusal['code']): boolean {
  return code === 'codes.older' || code === 'codes.shrinks';
}

function readAsOf(text: string | undefined, hasHistory: boolean): BusinessDate {
  if (text === undefined) {
    if (!hasHistory)
      throw new Misuse('the file does not say from which day it holds: give --as-of YYYY-MM-DD');
    return new Date().toISOString().slice(0, 10) as BusinessDate;
  }
  const date = parseBusinessDate(text);
  if (date === undefined) throw new Misuse('--as-of takes a day of the calendar, YYYY-MM-DD');
  return date;
}

/** Codes and dates are ASCII in every list, whatever its descriptions are written in. */
async function textOf(context: CommandContext, file: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const piece of context.readInput(file)) {
    sizeBytes += piece.length;
    if (sizeBytes > FILE_BYTES_MAX) throw new CommandFailure(`${file} is larger than any code list`);
    pieces.push(piece);
  }
  return context.decode(Buffer.concat(pieces), 0, sizeBytes);
}
