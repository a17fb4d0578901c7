import { accepted, type Result, refused } from '../../base/result.ts';
import type { BusinessDate } from '../../base/time.ts';
import { type CodeImportRefusal, codeImportRefusal } from './code-import-refusal.ts';
import { type CodeEntry, type CodeList, entriesOf, periodsOf } from './code-list.ts';
import type { CodeSetId } from './code-set-ids.ts';
import type { CodeFile } from './read-code-file.ts';

/** A list that takes the place of another, and what is different. */
export interface Succession {
  readonly list: CodeList;
  /** Codes that the list before did not have. */
  readonly addedCount: number;
  /** Codes that by the list before were valid on the day of the new one, and are not. */
  readonly stoppedCount: number;
}

export interface PublishedFile extends CodeFile {
  readonly id: CodeSetId;
  /** The day from which the file holds. */
  readonly asOf: BusinessDate;
}

/**
 * Makes the list that follows `current` out of a published file. What the file no longer has stays known and stops on
 * the file's day, so that claims of earlier service dates keep their codes; where the file has no history, what is new
 * starts on that day. A file that is older than the list before, or has less than half of its codes, is refused: it is
 * the wrong file, or part of one. Without `current` the file is the list.
 */
export function succeedCodeList(
  current: CodeList | undefined,
  file: PublishedFile,
): Result<Succession, CodeImportRefusal> {
  const { id, asOf, hasHistory, entries } = file;
  if (current === undefined) {
    const list = { id, asOf, ...(hasHistory ? {} : { coversFrom: asOf }), periods: periodsOf(entries) };
    return accepted({ list, addedCount: entries.length, stoppedCount: 0 });
  }
  if (asOf < current.asOf) return refused(codeImportRefusal('codes.older'));
  const before = new Map(entriesOf(current).map((entry) => [entry.code, entry]));
  const validBefore = [...before.values()].filter((entry) => isValidOn(entry, asOf));
  const valid = new Set(entries.filter((entry) => isValidOn(entry, asOf)).map(({ code }) => code));
  if (valid.size * 2 < validBefore.length) return refused(codeImportRefusal('codes.shrinks'));
  const { coversFrom } = current;
  return accepted({
    list: {
      id,
      asOf,
      ...(hasHistory || coversFrom === undefined ? {} : { coversFrom }),
      periods: periodsOf([
        ...entries.map((entry) => (hasHistory ? entry : withStart(entry, before, asOf))),
        ...whatIsGone(before, new Set(entries.map(({ code }) => code)), asOf),
      ]),
    },
    addedCount: entries.filter(({ code }) => !before.has(code)).length,
    stoppedCount: validBefore.filter(({ code }) => !valid.has(code)).length,
  });
}

function isValidOn({ start, stop }: CodeEntry, date: BusinessDate): boolean {
  return (start === undefined || start <= date) && (stop === undefined || date < stop);
}

/** An entry of a file that may not say since when a code is valid: since the list before had it, or from now on. */
function withStart(entry: CodeEntry, before: ReadonlyMap<string, CodeEntry>, asOf: BusinessDate): CodeEntry {
  if (entry.start !== undefined) return entry;
  const known = before.get(entry.code);
  const start = known === undefined ? asOf : known.start;
  const isKnowable = start !== undefined && (entry.stop === undefined || start <= entry.stop);
  return isKnowable ? { ...entry, start } : entry;
}

/** What only the list before has, stopped by now; a code that was to start later never does. */
function whatIsGone(
  before: ReadonlyMap<string, CodeEntry>,
  present: ReadonlySet<string>,
  asOf: BusinessDate,
): CodeEntry[] {
  return [...before.values()]
    .filter(({ code, start }) => !present.has(code) && (start === undefined || start < asOf))
    .map((entry) => (entry.stop !== undefined && entry.stop <= asOf ? entry : { ...entry, stop: asOf }));
}
