import type { SegmentPlace } from '../envelope/envelope-handler.ts';

/** What is remembered of single slots of open loops, which is seldom anything. */
export class SlotNotes {
  readonly #duePlaces = new Map<number, SegmentPlace>();
  readonly #forgiven = new Set<number>();

  /** A required slot was due before the segment at `place`, and is empty. */
  noteDue(slot: number, place: SegmentPlace): void {
    this.#duePlaces.set(slot, place);
  }

  duePlaceOf(slot: number): SegmentPlace | undefined {
    return this.#duePlaces.get(slot);
  }

  /** The slot is not told missing: what was meant for it has been told already. */
  forgive(slot: number): void {
    this.#forgiven.add(slot);
  }

  isForgiven(slot: number): boolean {
    return this.#forgiven.has(slot);
  }

  /** Forgets the slots `[start, stop)`: their loop has ended. */
  forget(start: number, stop: number): void {
    if (this.#duePlaces.size + this.#forgiven.size === 0) return;
    for (let slot = start; slot < stop; slot++) {
      this.#duePlaces.delete(slot);
      this.#forgiven.delete(slot);
    }
  }

  clear(): void {
    this.#duePlaces.clear();
    this.#forgiven.clear();
  }
}
