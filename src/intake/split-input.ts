import { accepted, type Result, refused } from '../base/result.ts';
import { type ClaimInputError, inputError } from './claim-input-error.ts';
import { type Bytes, type InputLine, splitLines } from './split-lines.ts';

/** One claim of an input, as JSON, or why there is none. */
export interface InputItem {
  /** Counts what the input holds from 1. */
  readonly ordinal: number;
  /** The line it stands in; absent in a JSON document, which may stand in any number of lines. */
  readonly line?: number;
  readonly content: Result<unknown, ClaimInputError>;
}

/** A claim with 50 lines has about 30 KB; a JSON document is read as a whole, so it has to end somewhere. NDJSON has no end. */
const TEXT_BYTES_MAX = 32 * 1024 * 1024;

/**
 * Cuts an input into claims: one JSON object, a JSON array, or NDJSON, whatever it is called. NDJSON streams: a line
 * that is no JSON is one error, and the others go on.
 */
export async function* splitInput(chunks: Bytes): AsyncGenerator<InputItem> {
  const lines = filledLines(splitLines(chunks, TEXT_BYTES_MAX));
  const { value: head } = await lines.next();
  if (head === undefined) yield { ordinal: 1, content: refused(inputError('input.empty')) };
  else if (startsDocument(head)) yield* splitDocument(head, lines);
  else yield* numbered(joined([head], lines));
}

async function* filledLines(lines: AsyncIterable<InputLine>): AsyncGenerator<InputLine, undefined> {
  for await (const line of lines) if (line.bytes === undefined || !isBlank(line.bytes)) yield line;
}

const SPACE = 0x20;

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= SPACE);
}

/** A document is an array, or an object that its first line does not end. */
function startsDocument(head: InputLine): boolean {
  const text = Buffer.from(head.bytes ?? [])
    .toString('utf8')
    .replace(BYTE_ORDER_MARK, '')
    .trim();
  return text.startsWith('[') || (text.startsWith('{') && !text.endsWith('}'));
}

async function* splitDocument(
  head: InputLine,
  rest: AsyncGenerator<InputLine, undefined>,
): AsyncGenerator<InputItem> {
  const collected = [head];
  let length = head.bytes?.length ?? 0;
  for (;;) {
    const next = length > TEXT_BYTES_MAX ? undefined : await rest.next();
    if (next?.value === undefined) break;
    collected.push(next.value);
    length += (next.value.bytes?.length ?? 0) + 1;
  }
  const document = length > TEXT_BYTES_MAX ? refused(inputError('input.too-long')) : parseWhole(collected);
  if (document.ok) yield* documentItems(document.value);
  // A first line that is cut looks like a document; the claims of the other lines shall not suffer from it.
  else if (areMostlyObjects(collected.slice(1))) yield* numbered(joined(collected, rest));
  else yield { ordinal: 1, content: document };
}

function* documentItems(value: unknown): Generator<InputItem> {
  const claims: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (claims.length === 0) yield { ordinal: 1, content: refused(inputError('input.empty')) };
  for (const [index, claim] of claims.entries()) yield { ordinal: index + 1, content: accepted(claim) };
}

async function* joined(
  collected: readonly InputLine[],
  rest: AsyncIterable<InputLine>,
): AsyncGenerator<InputLine> {
  yield* collected;
  yield* rest;
}

async function* numbered(lines: AsyncIterable<InputLine>): AsyncGenerator<InputItem> {
  let ordinal = 0;
  for await (const line of lines) yield { ordinal: ++ordinal, line: line.number, content: parseLine(line) };
}

/** In a document that is broken hardly any line is an object by itself; in NDJSON nearly every line is. */
function areMostlyObjects(lines: readonly InputLine[]): boolean {
  const objects = lines.filter((line) => {
    const parsed = parseLine(line);
    return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null;
  });
  return objects.length > lines.length / 2;
}

function parseLine(line: InputLine): InputItem['content'] {
  return line.bytes === undefined ? refused(inputError('input.too-long')) : parseBytes(line.bytes);
}

function parseWhole(lines: readonly InputLine[]): InputItem['content'] {
  if (lines.some((line) => line.bytes === undefined)) return refused(inputError('input.too-long'));
  return parseBytes(Buffer.concat(lines.flatMap((line) => [line.bytes ?? new Uint8Array(), LINE_END])));
}

const LINE_END = Uint8Array.of(0x0a);
const BYTE_ORDER_MARK = /^\uFEFF/;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The decoder drops a byte order mark. */
function parseBytes(bytes: Uint8Array): InputItem['content'] {
  let text: string;
  try {
    text = UTF_8.decode(bytes);
  } catch {
    return refused(inputError('input.not-utf-8'));
  }
  try {
    return accepted(JSON.parse(text) as unknown);
  } catch {
    // The parser's own words hold a piece of the text.
    return refused(inputError('input.not-json'));
  }
}
