/** Far more than chance makes of a table that is half full; whoever chooses numbers so that they meet gains nothing. */
const PROBES_MAX = 32;
const FIRST_SIZE = 64;
/** Beside an ordinal: its number stood before. */
const REPEATED = 2 ** 31;

/**
 * Where in a transaction set each patient control number (CLP01) that stands in it more than once stands last, for
 * millions of numbers in eight bytes each. Two numbers may be taken for one, and one may be forgotten: what is told is
 * good for keeping payments together that belong together, and for nothing else.
 */
export class RepeatedNumbers {
  #hashes = new Uint32Array(FIRST_SIZE);
  /** CLP ordinals, with `REPEATED` where they are that; 0 where the place is free. */
  #ordinals = new Uint32Array(FIRST_SIZE);
  #count = 0;

  /** Ordinals come in ascending order. */
  note(number: string, ordinal: number): void {
    if (this.#count * 2 >= this.#hashes.length) this.#grow();
    const hash = hashOf(number);
    const place = this.#placeOf(hash);
    if (place === undefined) return;
    this.#set(place, hash, this.#ordinals[place] === 0 ? ordinal : ordinal + REPEATED);
  }

  /** The ordinal of the last claim payment with this number; 0 where it is not known to stand there twice. */
  lastOf(number: string): number {
    const place = this.#placeOf(hashOf(number));
    const ordinal = place === undefined ? 0 : (this.#ordinals[place] ?? 0);
    return ordinal >= REPEATED ? ordinal - REPEATED : 0;
  }

  /** The same in the room that the repeated ones take, which are few. */
  compact(): RepeatedNumbers {
    const compacted = new RepeatedNumbers();
    for (const [place, ordinal] of this.#ordinals.entries()) {
      if (ordinal >= REPEATED) compacted.#add(this.#hashes[place] ?? 0, ordinal);
    }
    return compacted;
  }

  #add(hash: number, ordinal: number): void {
    if (this.#count * 2 >= this.#hashes.length) this.#grow();
    const place = this.#placeOf(hash);
    if (place !== undefined) this.#set(place, hash, ordinal);
  }

  #set(place: number, hash: number, ordinal: number): void {
    if (this.#ordinals[place] === 0) this.#count++;
    this.#hashes[place] = hash;
    this.#ordinals[place] = ordinal;
  }

  /** The place that a hash has or could have; undefined where too many others are in its way. */
  #placeOf(hash: number): number | undefined {
    const mask = this.#hashes.length - 1;
    for (let probe = 0; probe < PROBES_MAX; probe++) {
      const place = (hash + probe) & mask;
      if (this.#ordinals[place] === 0 || this.#hashes[place] === hash) return place;
    }
    return undefined;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const ordinals = this.#ordinals;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#ordinals = new Uint32Array(hashes.length * 2);
    this.#count = 0;
    for (const [place, ordinal] of ordinals.entries()) {
      if (ordinal !== 0) this.#add(hashes[place] ?? 0, ordinal);
    }
  }
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
