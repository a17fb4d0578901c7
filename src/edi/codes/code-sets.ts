import type { CodeList } from './code-list.ts';
import { CodeSet } from './code-set.ts';
import type { CodeSetId } from './code-set-ids.ts';
import { shippedList } from './lists/shipped-lists.ts';

/** Every code set, each with the list that is loaded of it. */
export class CodeSets {
  readonly #lists: ReadonlyMap<CodeSetId, CodeList>;
  readonly #sets = new Map<CodeSetId, CodeSet>();

  /** An imported list stands in for the one that is shipped. */
  constructor(imported: readonly CodeList[] = []) {
    this.#lists = new Map(imported.map((list) => [list.id, list]));
  }

  byId(id: CodeSetId): CodeSet {
    const known = this.#sets.get(id);
    if (known !== undefined) return known;
    const set = new CodeSet(id, this.#lists.get(id) ?? shippedList(id));
    this.#sets.set(id, set);
    return set;
  }

  isImported(id: CodeSetId): boolean {
    return this.#lists.has(id);
  }
}

let shipped: CodeSets | undefined;

/** The code sets as they are shipped; made once, as every reader may share them. */
export function shippedCodeSets(): CodeSets {
  shipped ??= new CodeSets();
  return shipped;
}

/** A code set with the list that is shipped. */
export function codeSetById(id: CodeSetId): CodeSet {
  return shippedCodeSets().byId(id);
}
