/** Every way in which an input is no claim; `docs/reference/edits.md` has a row for each. */
export const INPUT_CODES = [
  'input.not-json',
  'input.not-utf-8',
  'input.too-long',
  'input.empty',
  'input.required',
  'input.type',
  'input.unknown-field',
  'input.choice',
  'input.format',
  'input.length',
  'input.range',
  'input.amount',
  'input.date',
] as const;

export type InputCode = (typeof INPUT_CODES)[number];

/** Why an input cannot become a claim. No part of it holds a value from the input. */
export interface ClaimInputError {
  /** JSON pointer (RFC 6901) into the claim as it was sent; '' for the whole of it. */
  readonly pointer: string;
  readonly code: InputCode;
  readonly message: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<InputCode, { readonly message: string; readonly remedy: string }>> = {
  'input.not-json': {
    message: 'This is not JSON.',
    remedy: 'Send one claim or an array of claims as JSON, or one claim a line (NDJSON).',
  },
  'input.not-utf-8': { message: 'The bytes are not UTF-8.', remedy: 'Write the file in UTF-8.' },
  'input.too-long': {
    message: 'A line or a JSON document is longer than 32 MiB.',
    remedy: 'Send one claim a line (NDJSON).',
  },
  'input.empty': { message: 'There is no claim in it.', remedy: 'Send at least one claim.' },
  'input.required': { message: 'A required member is missing.', remedy: 'Add it.' },
  'input.type': {
    message: 'The member has another JSON type than it should.',
    remedy: 'Compare with the JSON Schema; amounts and codes are strings.',
  },
  'input.unknown-field': {
    message: 'A claim has no member of this name.',
    remedy: 'Correct the spelling or remove it.',
  },
  'input.choice': {
    message: 'The value is none of those allowed.',
    remedy: 'Take one from the JSON Schema.',
  },
  'input.format': {
    message: 'The text does not have the right form.',
    remedy: 'See the pattern in the JSON Schema.',
  },
  'input.length': {
    message: 'A text or list is too short or too long.',
    remedy: 'See the limits in the JSON Schema.',
  },
  'input.range': {
    message: 'The number is too small or too large.',
    remedy: 'See the limits in the JSON Schema.',
  },
  'input.amount': {
    message: 'This is no amount in dollars with at most two decimals.',
    remedy: 'Write a string such as "125.00": no currency sign, no thousands separator.',
  },
  'input.date': { message: 'This is no day of the calendar.', remedy: 'Write YYYY-MM-DD.' },
};

/** An error of that code; the words are fixed, so that none can hold a value. */
export function inputError(code: InputCode, pointer = ''): ClaimInputError {
  return { pointer, code, ...WORDS[code] };
}
