/** Thrown when our own code broke a promise. Never for bad input, a business rule or a world that does not answer. */
export class InvariantViolation extends Error {
  override readonly name = 'InvariantViolation';
}

/**
 * Asserts what only a mistake of ours could make false.
 * The sentence says what should have held; it never holds a value from a file.
 */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new InvariantViolation(sentence);
}
