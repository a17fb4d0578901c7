import { packView, tagOf } from '../syntax/tag.ts';

/** A code of at most four bytes is compared as one integer. */
export const PACKED_LENGTH_MAX = 4;

/** Code lists behind each other; a list is named by where it begins. */
export interface CodeLists {
  /**
   * A list begins with a shift. Where it is not zero, a multiplier follows and then a table of hashes without
   * collisions: a code can only be at `(code × multiplier) >>> shift`. Where it is zero, the count of codes follows
   * and then the codes, ascending.
   */
  readonly table: Int32Array;
  /** Codes past four bytes, of which there are few: the ids of a guide, context names of a 999. */
  readonly long: ReadonlyMap<number, readonly string[]>;
}

/** Whether the bytes `[start, stop)` are a code of the list. */
export function isListed(
  lists: CodeLists,
  list: number,
  view: DataView,
  start: number,
  stop: number,
): boolean {
  if (stop - start > PACKED_LENGTH_MAX) return isLongCode(lists.long.get(list) ?? [], view, start, stop);
  return isPackedCode(lists.table, list, packView(view, start, stop));
}

/** Whether a packed code is one of the list at `list` of a table of code lists. */
export function isPackedCode(table: Int32Array, list: number, code: number): boolean {
  const shift = table[list] as number;
  if (shift === 0) return isFoundByHalves(table, list + 1, code);
  return table[list + 2 + (Math.imul(code, table[list + 1] as number) >>> shift)] === code;
}

function isFoundByHalves(table: Int32Array, counted: number, code: number): boolean {
  let low = counted + 1;
  let high = counted + (table[counted] as number);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const listed = table[middle] as number;
    if (listed === code) return true;
    if (listed < code) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function isLongCode(codes: readonly string[], view: DataView, start: number, stop: number): boolean {
  return codes.some((code) => {
    if (code.length !== stop - start) return false;
    for (let i = 0; i < code.length; i++) if (code.charCodeAt(i) !== view.getUint8(start + i)) return false;
    return true;
  });
}

/** Collects lists while a guide is compiled; the same codes are one list. */
export class CodeListsBuilder {
  readonly #known = new Map<string, number>();
  readonly #table: number[] = [];
  readonly #long = new Map<number, readonly string[]>();

  /** The list that holds these codes. */
  add(codes: readonly string[]): number {
    const key = codes.join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const list = this.#table.length;
    const packed = codes.filter((code) => code.length <= PACKED_LENGTH_MAX).map(tagOf);
    this.#table.push(...(hashed(packed) ?? [0, packed.length, ...packed.toSorted((a, b) => a - b)]));
    this.#long.set(
      list,
      codes.filter((code) => code.length > PACKED_LENGTH_MAX),
    );
    this.#known.set(key, list);
    return list;
  }

  build(): CodeLists {
    return { table: Int32Array.from(this.#table), long: this.#long };
  }
}

/** A longer list would need too large a table of hashes. */
const HASHED_COUNT_MAX = 32;
const HASHED_BITS_MAX = 8;
const MULTIPLIERS_TRIED = 200;
const GOLDEN_RATIO = 0x9e37_79b1;

/** The list as a table of hashes without collisions; undefined when none is found. */
function hashed(codes: readonly number[]): number[] | undefined {
  if (codes.length === 0 || codes.length > HASHED_COUNT_MAX) return undefined;
  for (let bits = Math.max(1, Math.ceil(Math.log2(codes.length))); bits <= HASHED_BITS_MAX; bits++) {
    for (let attempt = 0; attempt < MULTIPLIERS_TRIED; attempt++) {
      const multiplier = Math.imul(GOLDEN_RATIO, attempt * 2 + 1);
      const table = tableOf(codes, multiplier, 32 - bits);
      if (table !== undefined) return [32 - bits, multiplier, ...table];
    }
  }
  return undefined;
}

function tableOf(codes: readonly number[], multiplier: number, shift: number): number[] | undefined {
  const placeOf = (code: number): number => Math.imul(code, multiplier) >>> shift;
  const table: (number | undefined)[] = Array.from({ length: 1 << (32 - shift) }, () => undefined);
  for (const code of codes) {
    if (table[placeOf(code)] !== undefined && table[placeOf(code)] !== code) return undefined;
    table[placeOf(code)] = code;
  }
  // What belongs elsewhere matches nothing: no code is looked up here but those that belong here.
  return table.map((code, place) => code ?? codes.find((other) => placeOf(other) !== place) ?? 0);
}
