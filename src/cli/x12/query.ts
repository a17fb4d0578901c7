import type { Command } from 'commander';
import { hasError } from '../../edi/check/check-report.ts';
import { InterchangeChecker } from '../../edi/check/interchange-checker.ts';
import type { FileOutline } from '../../edi/outline/file-outline.ts';
import { followSet, type SetInFile, setElements } from '../../edi/outline/read-set.ts';
import type { OpenLoop } from '../../edi/outline/set-follower.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure, Misuse } from '../exit.ts';
import { printable } from '../output.ts';
import { type PeerQuery, readPeerQuery } from './peer-query.ts';
import { readWhole, wholeOutline } from './read-whole.ts';
import { type PeerAnswer, querySet } from './second-reader.ts';

const FILE_BYTES_MAX = 64 * 1024 * 1024;

/** An answer and where it stands, as it is published. */
interface QueryAnswer {
  readonly interchangeControlNumber: string;
  readonly groupControlNumber: string;
  readonly setControlNumber: string;
  readonly segmentOrdinal: number;
  readonly loop?: string;
  readonly segment: string;
  readonly element: number;
  readonly value: string;
}

export function addQueryCommand(x12: Command, context: CommandContext): void {
  x12
    .command('query')
    .description("elements of a file by node-x12's query language, a line each")
    .argument('<file>', 'a file, or - for standard input')
    .argument('<query>', 'an element: CLM02, REF02:REF01["D9"], LX-SV102, FOREACH(LX)=>SV102')
    .option('--set <number>', 'only the sets of this control number (ST02)')
    .option('--json', 'print NDJSON, each answer with its place')
    .addHelpText(
      'after',
      '\nEach set is cut out, checked and given to node-x12 alone. Refused: sets over 5 MB, files whose envelopes are\n' +
        'not whole, and queries that node-x12 answers wrong (HL+ and longer paths, CONCAT, qualifiers of other segments).\n' +
        'Exit code: 0 something found, 1 nothing found or refused, 2 misuse.\n' +
        '\nExample:\n  $ claimgate x12 query claims.837 \'REF02:REF01["D9"]\'',
    )
    .action(async (file: string, text: string, options: { set?: string; json?: true }) => {
      const query = readPeerQuery(text);
      if ('sentence' in query) throw new Misuse(`this query is not put to node-x12: ${query.sentence}`);
      const bytes = await readWhole(context, file, { bytesMax: FILE_BYTES_MAX, what: 'to query in memory' });
      const outline = wholeOutline(context, file, bytes);
      sayRejectedSets(context, bytes);
      let count = 0;
      for await (const answer of answersOf(context, { bytes, outline, query, setNumber: options.set })) {
        count++;
        context.output.data(options.json ? JSON.stringify(answer) : printable(answer.value));
      }
      if (count === 0) throw new CommandFailure('nothing in this file answers the query');
    });
}

/** What a set says is printed though it is rejected: the person who looks for the fault needs it. */
function sayRejectedSets(context: CommandContext, bytes: Uint8Array): void {
  const checker = new InterchangeChecker(context.decode);
  checker.feed(bytes);
  for (const { groups, problems } of checker.finish().interchanges) {
    if (hasError(problems))
      context.output.say('claimgate: an interchange of this file is rejected; see x12 check');
    for (const { controlNumber, verdict } of groups.flatMap(({ sets }) => sets)) {
      if (verdict === 'rejected') {
        context.output.say(printable(`claimgate: set ${controlNumber} is rejected; see x12 check`));
      }
    }
  }
}

async function* answersOf(
  context: CommandContext,
  {
    bytes,
    outline,
    query,
    setNumber,
  }: {
    bytes: Uint8Array;
    outline: FileOutline;
    query: PeerQuery;
    setNumber: string | undefined;
  },
): AsyncGenerator<QueryAnswer> {
  let setCount = 0;
  for (const interchange of outline.interchanges) {
    for (const group of interchange.groups) {
      for (const set of group.sets) {
        if (setNumber !== undefined && set.controlNumber !== setNumber) continue;
        setCount++;
        const place = { bytes, interchange, set };
        const answers = await querySet(interchange, group, setElements(context.decode, place), query);
        const loops = loopsOf(context, place);
        ensureInPath(answers, loops, query);
        for (const { segmentOrdinal, text } of answers) {
          const loop = loops[segmentOrdinal - 1]?.at(-1)?.rule.id;
          yield {
            interchangeControlNumber: interchange.header[13] ?? '',
            groupControlNumber: group.header[6] ?? '',
            setControlNumber: set.controlNumber,
            segmentOrdinal,
            ...(loop === undefined ? {} : { loop }),
            segment: query.tag,
            element: query.element,
            value: text,
          };
        }
      }
    }
  }
  if (setCount === 0) throw new CommandFailure('this file has no such set');
}

/** The loops around each segment of a set, in the set's order. */
function loopsOf(context: CommandContext, place: SetInFile): (readonly OpenLoop[])[] {
  const loops: (readonly OpenLoop[])[] = [];
  followSet(context.decode, place, (segment) => loops.push(segment.loops));
  return loops;
}

/** node-x12 knows no loops: it takes a path on past the end of the loop that it began, up to the next such segment. */
function ensureInPath(
  answers: readonly PeerAnswer[],
  loops: readonly (readonly OpenLoop[])[],
  { pathTag }: PeerQuery,
): void {
  if (pathTag === undefined) return;
  const isOutside = answers.some(
    ({ segmentOrdinal }) => loops[segmentOrdinal - 1]?.some(({ startTag }) => startTag === pathTag) !== true,
  );
  if (!isOutside) return;
  throw new CommandFailure(
    `node-x12 answers with segments behind the loops that ${pathTag} begins, which would be wrong: ` +
      'ask for the element alone, with --json for the loop of each answer',
  );
}
