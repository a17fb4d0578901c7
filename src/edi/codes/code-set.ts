import type { BusinessDate } from '../../base/time.ts';
import type { CodeList } from './code-list.ts';
import { CODE_SET_DESCRIPTIONS } from './code-set-descriptions.ts';
import type { CodeSetId } from './code-set-ids.ts';
import { type CompiledShape, compileShape, hasShape } from './code-shape.ts';
import { bytesOf, CodeTable, type DayNumber, dayNumberOf, NEVER } from './code-table.ts';

/** What a list says of a code on a day. */
export type CodeStatus =
  | 'valid'
  /** Listed, but only from a later day on. */
  | 'not-yet'
  /** Listed, but no longer on that day. */
  | 'stopped'
  /** Not listed: wrong, or newer than the list. It never stops a file. */
  | 'unknown';

const ANY_SHAPE: readonly CompiledShape[] = [];

/** Told for a code that the list does not have. */
export const NOT_LISTED = -1;
/** Told where there is no list: any code may be right. */
export const NO_LIST = -2;

/** A code set with the list of it that is loaded, if there is one. */
export class CodeSet {
  readonly id: CodeSetId;
  /** For people. */
  readonly name: string;
  /** X12's number for where the list is kept, such as 139; absent where it is a list of X12's own. */
  readonly codeSource: string | undefined;
  /** Absent where no list is shipped and none was imported. */
  readonly list: CodeList | undefined;
  readonly #shapes: readonly CompiledShape[];
  #table: CodeTable | undefined;

  constructor(id: CodeSetId, list: CodeList | undefined) {
    const { name, codeSource, shapes } = CODE_SET_DESCRIPTIONS[id];
    this.id = id;
    this.name = name;
    this.codeSource = codeSource;
    this.list = list;
    this.#shapes = shapes?.map(compileShape) ?? ANY_SHAPE;
  }

  /** Whether the list has codes that are not valid on every day. */
  get isDated(): boolean {
    return this.list?.periods.some(({ start, stop }) => start !== undefined || stop !== undefined) === true;
  }

  /** How many codes the list has, in all times. */
  get size(): number {
    return this.#tableOfList()?.size ?? 0;
  }

  /** Whether a text looks like a code of the set, listed or not. */
  isWellFormed(code: string): boolean {
    const bytes = bytesOf(code);
    return this.isWellFormedBytes(bytes, 0, bytes.length);
  }

  /** The same of the bytes `[start, stop)` of a file. */
  isWellFormedBytes(bytes: Uint8Array, start: number, stop: number): boolean {
    return this.#shapes === ANY_SHAPE || hasShape(this.#shapes, bytes, start, stop);
  }

  /**
   * What the list says of a code on a day: the date of service for codes of a service, the payment date for those of a
   * remittance. Without a list every code is valid, as nothing speaks against it.
   */
  statusOn(code: string, date: BusinessDate): CodeStatus {
    const bytes = bytesOf(code);
    return this.statusOfBytes(bytes, 0, bytes.length, dayNumberOf(date));
  }

  /** The same of the bytes `[start, stop)` of a file; it makes no string. */
  statusOfBytes(bytes: Uint8Array, start: number, stop: number, day: DayNumber): CodeStatus {
    const entry = this.find(bytes, start, stop);
    if (entry === NO_LIST) return 'valid';
    return entry === NOT_LISTED ? 'unknown' : this.statusOfEntry(entry, day);
  }

  /** Where the list has the code in the bytes `[start, stop)`, for those who learn the day later. */
  find(bytes: Uint8Array, start: number, stop: number): number {
    const table = this.#tableOfList();
    return table === undefined ? NO_LIST : table.find(bytes, start, stop);
  }

  /** From which day to before which one the code that was found at `entry` is valid. */
  timeOf(entry: number): { readonly first: DayNumber; readonly end: DayNumber } {
    const table = this.#table;
    if (table === undefined || entry < 0) return { first: 0, end: NEVER };
    return { first: table.firstDay(entry), end: table.endDay(entry) };
  }

  /** What the list says on a day of the code that was found at `entry`. */
  statusOfEntry(entry: number, day: DayNumber): CodeStatus {
    const table = this.#table;
    if (table === undefined) return 'valid';
    if (day < table.firstDay(entry)) return 'not-yet';
    return day < table.endDay(entry) ? 'valid' : 'stopped';
  }

  /**
   * Whether the list is from a time that lets it speak for a day: neither older than the day, nor younger where it has
   * no dates. Where it does not, an unknown code may be right.
   */
  speaksFor(date: BusinessDate): boolean {
    return this.speaksForDay(dayNumberOf(date));
  }

  /** The same of a day as a number. */
  speaksForDay(day: DayNumber): boolean {
    if (this.list === undefined) return false;
    const { asOf, coversFrom } = this.list;
    return day <= dayNumberOf(asOf) && (coversFrom === undefined || day >= dayNumberOf(coversFrom));
  }

  /** Made when it is first asked: most files need few sets, and the largest has some hundred thousand codes. */
  #tableOfList(): CodeTable | undefined {
    if (this.list !== undefined) this.#table ??= new CodeTable(this.list);
    return this.#table;
  }
}
