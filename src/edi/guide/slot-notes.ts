import type { SegmentPlace } from '../envelope/envelope-handler.ts';

/** What is remembered of single slots of open loops, which is seldom anything. */
export class SlotNotes {
  readonly #duePlaces: (SegmentPlace | undefined)[];
  readonly #isForgiven: Uint8Array;

  constructor(slotCount: number) {
    this.#duePlaces = Array.from({ length: slotCount }, () => undefined);
    this.#isForgiven = new Uint8Array(slotCount);
  }

  /** A required slot was due before the segment at `place`, and is empty. */
  noteDue(slot: number, place: SegmentPlace): void {
    this.#duePlaces[slot] = place;
  }

  duePlaceOf(slot: number): SegmentPlace | undefined {
    return this.#duePlaces[slot];
  }

  /** The slot is not told missing: what was meant for it has been told already. */
  forgive(slot: number): void {
    this.#isForgiven[slot] = 1;
  }

  isForgiven(slot: number): boolean {
    return this.#isForgiven[slot] === 1;
  }

  /** Forgets the slots `[start, stop)`: their loop has ended. */
  forget(start: number, stop: number): void {
    this.#duePlaces.fill(undefined, start, stop);
    this.#isForgiven.fill(0, start, stop);
  }
}
