import type { Command } from 'commander';
import { diffFiles } from '../../edi/diff/diff-files.ts';
import {
  type ElementDifference,
  type FileDifference,
  isSame,
  type SegmentDifference,
  type SetDifference,
} from '../../edi/diff/difference.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure, Misuse } from '../exit.ts';
import { printable } from '../output.ts';
import { readWhole, wholeOutline } from './read-whole.ts';

/** Both files are held in memory as segments, which takes several times their size. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

export function addDiffCommand(x12: Command, context: CommandContext): void {
  x12
    .command('diff')
    .description('what differs between two files, by set, loop, segment and element')
    .argument('<first>', 'a file, or - for standard input')
    .argument('<second>', 'a file, or - for standard input')
    .option('--envelope', 'compare control numbers, dates and counts of envelopes too')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nDelimiters and line ends are never compared.\nExit code: 0 the same, 1 different or unreadable, 2 misuse.\n' +
        '\nExample:\n  $ claimgate x12 diff sent.837 sent-again.837',
    )
    .action(async (first: string, second: string, options: { envelope?: true; json?: true }) => {
      if (first === '-' && second === '-')
        throw new Misuse('standard input can be one of the two files only');
      const bytes: Uint8Array[] = [];
      for (const file of [first, second]) {
        const read = await readWhole(context, file, {
          bytesMax: FILE_BYTES_MAX,
          what: 'to compare in memory',
        });
        wholeOutline(context, file, read);
        bytes.push(read);
      }
      const [one = new Uint8Array(), other = new Uint8Array()] = bytes;
      const difference = diffFiles(
        context.decode,
        { first: one, second: other },
        { comparesEnvelopes: options.envelope === true },
      );
      if (options.json) {
        context.output.data(JSON.stringify({ first, second, isSame: isSame(difference), ...difference }));
      } else for (const line of differenceLines(difference)) context.output.data(printable(line));
      if (!isSame(difference)) throw new CommandFailure('');
    });
}

function* differenceLines({ envelopes, sets }: FileDifference): Generator<string> {
  if (envelopes.length > 0) yield 'envelopes';
  for (const segment of envelopes) yield* segmentDifferenceLines(segment);
  for (const set of sets) {
    yield setLine(set);
    for (const segment of set.segments) yield* segmentDifferenceLines(segment);
  }
}

function setLine({ identifier, firstControlNumber, secondControlNumber }: SetDifference): string {
  if (secondControlNumber === undefined)
    return `set ${identifier} ${firstControlNumber}  only in the first file`;
  if (firstControlNumber === undefined)
    return `set ${identifier} ${secondControlNumber}  only in the second file`;
  const numbers = new Set([firstControlNumber, secondControlNumber]);
  return `set ${identifier} ${[...numbers].join(' and ')}`;
}

function* segmentDifferenceLines(difference: SegmentDifference): Generator<string> {
  const { segment, name, loop, claim, first, second } = difference;
  const ordinals = new Set(
    [first, second].map((side) => side?.segmentOrdinal).filter((one) => (one ?? 0) > 0),
  );
  const place = [
    loop === undefined ? '' : `loop ${loop}`,
    ordinals.size === 0 ? '' : `segment ${[...ordinals].join(' and ')}`,
    claim === undefined ? '' : `claim ${claim}`,
  ].filter((part) => part !== '');
  yield `  ${segment}${name === undefined ? '' : `  ${name}`}${place.length === 0 ? '' : `  (${place.join(', ')})`}`;
  if (second === undefined) yield `    - ${first?.elements.join('*') ?? ''}`;
  else if (first === undefined) yield `    + ${second.elements.join('*')}`;
  else for (const element of difference.elements) yield elementLine(segment, element);
}

function elementLine(
  segment: string,
  { element, component, repetition, name, first, second }: ElementDifference,
): string {
  const position = [
    `${segment}${String(element).padStart(2, '0')}`,
    component === undefined ? '' : `-${component}`,
    repetition === undefined ? '' : ` repetition ${repetition}`,
  ].join('');
  return `    ${position}${name === undefined ? '' : `  ${name}`}: ${shown(first)} → ${shown(second)}`;
}

function shown(text: string): string {
  return text === '' ? '(nothing)' : text;
}
