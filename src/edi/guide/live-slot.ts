import type { Tag } from '../syntax/tag.ts';
import type { CompiledGuide } from './guide-tables.ts';
import * as tables from './guide-tables.ts';
import { requiredOf } from './slot-queries.ts';

const {
  LOOP_CLAIM_ELEMENT,
  LOOP_LENGTH,
  SLOT_GROUP,
  SLOT_IS_REQUIRED,
  SLOT_LENGTH,
  SLOT_LOOP,
  SLOT_ONLY_CODE,
  SLOT_ONLY_ELEMENT,
  SLOT_OWNER,
  SLOT_REPEAT_MAX,
  SLOT_SHAPE,
  SLOT_SYMBOL,
  SLOT_TAG,
} = tables;

/** Of two identifiers, the slots that were filled last behind another: one of them mostly is again. */
export interface Successors {
  latest: LiveSlot;
  other: LiveSlot;
}

/**
 * A slot in the set at hand: how often it has been filled, and what is mostly filled behind it. With it stands what of
 * its row is looked at for every segment, because a field of an object is read in half the steps that an integer of a
 * table takes.
 */
export class LiveSlot {
  readonly number: number;
  readonly group: number;
  readonly onlyElement: number;
  /** Where it is one code, and not of several the one found last. */
  readonly onlyCode: number;
  readonly repeatMax: number;
  /** 1 where it must be filled, 0 elsewhere. */
  readonly requiredCount: number;
  readonly loop: number;
  readonly shape: number;
  readonly symbol: number;
  readonly owner: number;
  readonly tag: Tag;
  /** The first element that is not proven with the slot: a qualifier in front is. */
  readonly firstUnproven: number;
  count = 0;
  /** Behind it, filled once; and filled again, as the last of several lines is. */
  readonly onceFollowed: Successors;
  readonly againFollowed: Successors;

  constructor({ slots }: CompiledGuide, number: number) {
    const row = number * SLOT_LENGTH;
    const at = (column: number): number => slots[row + column] as number;
    this.number = number;
    this.group = at(SLOT_GROUP);
    this.onlyElement = at(SLOT_ONLY_ELEMENT);
    this.onlyCode = at(SLOT_ONLY_CODE);
    this.repeatMax = at(SLOT_REPEAT_MAX);
    this.requiredCount = at(SLOT_IS_REQUIRED);
    this.loop = at(SLOT_LOOP);
    this.shape = at(SLOT_SHAPE);
    this.symbol = at(SLOT_SYMBOL);
    this.owner = at(SLOT_OWNER);
    this.tag = at(SLOT_TAG);
    this.firstUnproven = Math.abs(this.onlyElement) === 1 ? 2 : 1;
    this.onceFollowed = { latest: this, other: this };
    this.againFollowed = { latest: this, other: this };
  }

  get hasRoom(): boolean {
    return this.count < this.repeatMax;
  }
}

/** What of a loop's row is looked at where it begins. */
export class LiveLoop {
  readonly number: number;
  /** The element of its first segment that names a claim, 0 in other loops. */
  readonly claimElement: number;
  /** In its order. */
  readonly required: readonly LiveSlot[];

  constructor({ loops }: CompiledGuide, number: number, required: readonly LiveSlot[]) {
    this.number = number;
    this.claimElement = loops[number * LOOP_LENGTH + LOOP_CLAIM_ELEMENT] as number;
    this.required = required;
  }
}

/**
 * The slots and loops of a guide, each made when it is first asked for: a file has few of them, and most files are
 * small.
 */
export class LiveSlots {
  readonly #guide: CompiledGuide;
  readonly #slots: (LiveSlot | undefined)[];
  readonly #loops: (LiveLoop | undefined)[];

  constructor(guide: CompiledGuide) {
    this.#guide = guide;
    this.#slots = Array.from({ length: guide.slots.length / SLOT_LENGTH }, () => undefined);
    this.#loops = guide.loopIds.map(() => undefined);
  }

  /** None from `start` to before `stop` is filled any more. */
  empty(start = 0, stop = this.#slots.length): void {
    for (let number = start; number < stop; number++) {
      const slot = this.#slots[number];
      if (slot !== undefined) slot.count = 0;
    }
  }

  at(number: number): LiveSlot {
    let slot = this.#slots[number];
    if (slot === undefined) {
      slot = new LiveSlot(this.#guide, number);
      this.#slots[number] = slot;
    }
    return slot;
  }

  loopAt(number: number): LiveLoop {
    return this.#loops[number] ?? this.#makeLoop(number);
  }

  /** Apart from `loopAt`, which would make room for the function below at each call. */
  #makeLoop(number: number): LiveLoop {
    const required = Array.from(requiredOf(this.#guide, number), (slot) => this.at(slot));
    const loop = new LiveLoop(this.#guide, number, required);
    this.#loops[number] = loop;
    return loop;
  }
}
