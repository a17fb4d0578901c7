/** Whole numbers below `n`, the same row for the same seed, which is not 0 (xorshift). */
export function randomFrom(seed) {
  let state = seed;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}
