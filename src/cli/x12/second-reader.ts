import type { JSEDINotation, X12Interchange } from 'node-x12';
import { enveloped, segmentText } from '../../edi/outline/enveloped.ts';
import type { OutlinedGroup, OutlinedInterchange, SegmentElements } from '../../edi/outline/file-outline.ts';
import { CommandFailure } from '../exit.ts';
import type { PeerQuery } from './peer-query.ts';

/**
 * The one place that knows node-x12 (`docs/decisions/0009-node-x12-at-the-desk.md`). It is handed what our reader has
 * cut out and found whole, a parser for each text; and what it read is compared with what we read before it is used.
 */

/** It keeps 55 bytes for each byte and looks through a set again for each qualified answer. */
const TEXT_LENGTH_MAX = 5 * 1024 * 1024;

/** A functional group and the sets of it that are handed over, segment by segment. */
export interface HandedGroup {
  readonly group: OutlinedGroup;
  readonly sets: readonly (readonly SegmentElements[])[];
}

/** An answer of the query language. */
export interface PeerAnswer {
  /** In the set, ST is 1; 0 for a segment of the envelopes around it. */
  readonly segmentOrdinal: number;
  readonly text: string;
}

/** The answers to a query in one set, alone in its envelopes. */
export async function querySet(
  interchange: OutlinedInterchange,
  group: OutlinedGroup,
  set: readonly SegmentElements[],
  query: PeerQuery,
): Promise<PeerAnswer[]> {
  const { X12QueryEngine } = await import('node-x12');
  const read = await readAgain(interchange, { group, sets: [set] });
  const [transaction] = read.functionalGroups[0]?.transactions ?? [];
  const ordinals = new Map(transaction?.segments.map((segment, index) => [segment, index + 2]));
  if (transaction !== undefined) {
    ordinals.set(transaction.header, 1);
    ordinals.set(transaction.trailer, set.length);
  }
  return new X12QueryEngine(true)
    .query(read, query.text)
    .map(({ segment, value }) => ({ segmentOrdinal: ordinals.get(segment) ?? 0, text: value }));
}

/** An interchange in node-x12's own JSON notation; undefined where it has no functional group. */
export async function peerNotation(
  interchange: OutlinedInterchange,
  groups: readonly HandedGroup[],
): Promise<JSEDINotation | undefined> {
  let notation: JSEDINotation | undefined;
  // One group at a time keeps each text small; the notation of an interchange is that of its groups, one after the other.
  for (const handed of groups) {
    const read = (await readAgain(interchange, handed)).toJSEDINotation();
    // It reads control numbers of headers as numbers, which lose their zeros: the headers are those of the file.
    for (const group of read.functionalGroups) group.header = handed.group.header.slice(1);
    if (notation === undefined) notation = read;
    else notation.functionalGroups.push(...read.functionalGroups);
    notation.header = interchange.header.slice(1);
  }
  return notation;
}

async function readAgain(
  interchange: OutlinedInterchange,
  { group, sets }: HandedGroup,
): Promise<X12Interchange> {
  // Line ends say nothing, and are one thing less to read wrong.
  const plain = { ...interchange, lineEnd: '' };
  const body = sets
    .flat()
    .map((segment) => segmentText(plain, segment))
    .join('');
  const text = enveloped(plain, { groupHeader: group.header, setCount: sets.length, body });
  if (text.length > TEXT_LENGTH_MAX) {
    throw new CommandFailure('it is too large for node-x12, which takes up to 5 MB at once');
  }
  const { X12Parser } = await import('node-x12');
  let read: ReturnType<InstanceType<typeof X12Parser>['parse']> | undefined;
  try {
    read = new X12Parser(true).parse(text);
  } catch {
    // What it says may hold a piece of the file.
    throw new CommandFailure('node-x12 cannot read it');
  }
  if (!('functionalGroups' in read) || !isAsWeRead(read, sets)) {
    throw new CommandFailure(
      'node-x12 reads it otherwise than our reader does, so its answers are not given',
    );
  }
  return read;
}

function isAsWeRead(read: X12Interchange, sets: readonly (readonly SegmentElements[])[]): boolean {
  const theirs = read.functionalGroups.flatMap(({ transactions }) =>
    transactions.map(({ header, segments, trailer }) =>
      [header, ...segments, trailer].map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value)]),
    ),
  );
  return JSON.stringify(theirs) === JSON.stringify(sets);
}
