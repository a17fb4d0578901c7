import type { BusinessDate } from '../../base/time.ts';
import { type CodeList, entriesOf } from './code-list.ts';

/** A day as one integer, 20260315, so that comparing two makes no string. */
export type DayNumber = number;

/** Later than every day. */
export const NEVER = 99_999_999;

export function dayNumberOf(date: BusinessDate): DayNumber {
  return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}

/** The codes of a list by their bytes: a hash table with open addressing, half empty, in flat arrays. */
export class CodeTable {
  readonly size: number;
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** All codes, one behind the other: code `n` is `[codeStarts[n], codeStarts[n + 1])`. */
  readonly #codes: Uint8Array;
  readonly #codeStarts: Int32Array;
  readonly #firstDays: Int32Array;
  readonly #endDays: Int32Array;

  constructor(list: CodeList) {
    const entries = entriesOf(list);
    this.size = entries.length;
    let slotCount = 4;
    while (slotCount < entries.length * 2) slotCount *= 2;
    this.#mask = slotCount - 1;
    this.#slots = new Int32Array(slotCount).fill(-1);
    this.#codes = bytesOf(entries.map(({ code }) => code).join(''));
    this.#codeStarts = new Int32Array(entries.length + 1);
    this.#firstDays = Int32Array.from(entries, ({ start }) => (start === undefined ? 0 : dayNumberOf(start)));
    this.#endDays = Int32Array.from(entries, ({ stop }) => (stop === undefined ? NEVER : dayNumberOf(stop)));
    for (const [entry, { code }] of entries.entries()) {
      const start = this.#codeStarts[entry] as number;
      this.#codeStarts[entry + 1] = start + code.length;
      // Where a list that was written by hand has a code twice, the last holds.
      this.#slots[this.#slotOf(this.#codes, start, start + code.length)] = entry;
    }
  }

  /** The number of the code in the bytes `[start, stop)`; -1 when the list does not have it. */
  find(bytes: Uint8Array, start: number, stop: number): number {
    return this.#slots[this.#slotOf(bytes, start, stop)] as number;
  }

  /** The first day on which code number `entry` is valid. */
  firstDay(entry: number): DayNumber {
    return this.#firstDays[entry] as number;
  }

  /** The first day on which it is no longer. */
  endDay(entry: number): DayNumber {
    return this.#endDays[entry] as number;
  }

  /** Where the code stands, or the free slot where it would. */
  #slotOf(bytes: Uint8Array, start: number, stop: number): number {
    let slot = hashOf(bytes, start, stop) & this.#mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === -1 || this.#isCode(entry, bytes, start, stop)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #isCode(entry: number, bytes: Uint8Array, start: number, stop: number): boolean {
    const codeStart = this.#codeStarts[entry] as number;
    if ((this.#codeStarts[entry + 1] as number) - codeStart !== stop - start) return false;
    for (let i = start; i < stop; i++) {
      if (bytes[i] !== this.#codes[codeStart + i - start]) return false;
    }
    return true;
  }
}

/** A text as bytes; a character that is none (past U+00FF) becomes 0, which no code holds. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    bytes[i] = character > 0xff ? 0 : character;
  }
  return bytes;
}

/** FNV-1a, with its bits mixed once more because only the lowest choose the slot. */
function hashOf(bytes: Uint8Array, start: number, stop: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < stop; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}
