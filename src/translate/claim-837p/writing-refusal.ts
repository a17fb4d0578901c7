export const WRITING_CODES = [
  'writing.identifier-characters',
  'writing.text-characters',
  'writing.text-empty',
  'writing.text-length',
  'writing.number',
  'writing.units-length',
  'writing.adjustment-count',
  'writing.contact-number-missing',
  'writing.referring-organization',
  'writing.insurance-type-missing',
] as const;

export type WritingCode = (typeof WRITING_CODES)[number];

/** Why a claim cannot be written for a partner. No part of it holds a value of the claim. */
export interface WritingRefusal {
  readonly code: WritingCode;
  /** JSON pointer (RFC 6901) into the claim as its JSON form names the members. */
  readonly pointer: string;
  readonly message: string;
  /** What the biller should do. */
  readonly remedy: string;
}

/** Takes each refusal as soon as it is known. */
export type TellRefusal = (code: WritingCode, pointer: string) => void;

/** What each refusal says. Fixed sentences, so that none can hold a value of a claim. */
export const WRITING_WORDS: Readonly<Record<WritingCode, Pick<WritingRefusal, 'message' | 'remedy'>>> = {
  'writing.identifier-characters': {
    message: 'An identifier holds a character that this partner cannot be sent unchanged.',
    remedy: 'Correct the identifier, or agree on other delimiters with the partner.',
  },
  'writing.text-characters': {
    message: 'A text holds a character that has no equal in the character set of X12.',
    remedy: 'Write it with the letters A to Z, digits and plain punctuation.',
  },
  'writing.text-empty': {
    message: 'Nothing of a text is left in the character set of X12.',
    remedy: 'Write it with letters and digits, or leave it out where it may be absent.',
  },
  'writing.text-length': {
    message: 'As it is sent, a text is shorter or longer than its element allows.',
    remedy: 'Shorten the text, or write the name in full.',
  },
  'writing.number': {
    message: 'A quantity is no decimal, or the units of a line are below zero.',
    remedy: 'Write digits, with a point where there are decimals.',
  },
  'writing.units-length': {
    message: 'The units of a line have more than eight digits.',
    remedy: 'Split the line, or give fewer decimals.',
  },
  'writing.adjustment-count': {
    message: 'The adjustments of a prior payer need more than five CAS segments.',
    remedy: 'Add up the adjustments of one group and reason.',
  },
  'writing.contact-number-missing': {
    message: 'The contact of the submitter has neither telephone nor mail address.',
    remedy: 'Add one, or leave the submitter out.',
  },
  'writing.referring-organization': {
    message: 'The referring provider is an organization; an 837P can name only a person.',
    remedy: 'Name the person who referred the patient.',
  },
  'writing.insurance-type-missing': {
    message: 'Medicare is not the primary payer, and the claim does not say why (SBR05).',
    remedy: 'Give the insurance type code of the coverage: 12 working aged, 43 disabled …',
  },
};

export function writingRefusal(code: WritingCode, pointer: string): WritingRefusal {
  return { code, pointer, ...WRITING_WORDS[code] };
}
