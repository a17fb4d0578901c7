export const READ_BACK_CODES = [
  'read-back.rejected',
  'read-back.envelope',
  'read-back.claims',
  'read-back.bytes',
] as const;

export type ReadBackCode = (typeof READ_BACK_CODES)[number];

/** Why a written interchange may not leave: it does not say what it should. No part of it holds a value of a claim. */
export interface ReadBackRefusal {
  readonly code: ReadBackCode;
  readonly message: string;
  readonly remedy: string;
  /**
   * Where, at most `PLACES_MAX` of them: problem codes with set and segment, pointers into the envelope, control numbers
   * of claims with pointers into them, the first byte that differs.
   */
  readonly places: readonly string[];
}

/** A person reads a few, and a fault in the writer shows in every claim. */
export const PLACES_MAX = 50;

const REPORT_IT = 'This is a fault of claimgate. Keep the places and report them; the claims stay here.';

/** What each refusal says. */
export const READ_BACK_WORDS: Readonly<Record<ReadBackCode, string>> = {
  'read-back.rejected': 'The checker finds an error in an interchange that was just written.',
  'read-back.envelope': 'Read back, the envelope of an interchange is another than was meant.',
  'read-back.claims': 'Read back, a claim is another than was meant, or missing.',
  'read-back.bytes': 'The bytes of an interchange are not those that its claims give.',
};

export function readBackRefusal(code: ReadBackCode, places: readonly string[]): ReadBackRefusal {
  return { code, message: READ_BACK_WORDS[code], remedy: REPORT_IT, places: places.slice(0, PLACES_MAX) };
}
