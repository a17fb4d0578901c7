/** More parts than the composites of the standard have: where there are more, the room grows. */
const PARTS_USUAL = 32;

/** Where the parts of one element stand, components or repetitions. They are looked for once, however often they are asked for. */
export class ElementParts {
  count = 0;
  /** Part `i` is `[offsets[i], offsets[i + 1] - 1)` of the bytes. */
  offsets = new Int32Array(PARTS_USUAL + 1);
  #start = 0;
  #stop = -1;
  #separator = 0;

  /** The bytes are others now. */
  reset(): void {
    this.#stop = -1;
  }

  /** Turns to the element `bytes[start, stop)`; `release` is the release character, 0 where it holds none. */
  locate(bytes: Uint8Array, start: number, stop: number, separator: number, release: number): void {
    if (stop === this.#stop && start === this.#start && separator === this.#separator) return;
    this.#start = start;
    this.#stop = stop;
    this.#separator = separator;
    let count = 0;
    this.offsets[0] = start;
    for (let i = start; i < stop; i++) {
      const byte = bytes[i];
      if (byte === separator) {
        if (++count === this.offsets.length - 1) this.#grow();
        this.offsets[count] = i + 1;
      } else if (byte === release && release !== 0) i++;
    }
    this.offsets[count + 1] = stop + 1;
    this.count = count + 1;
  }

  #grow(): void {
    const larger = new Int32Array(this.offsets.length * 2);
    larger.set(this.offsets);
    this.offsets = larger;
  }
}
