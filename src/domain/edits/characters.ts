import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** Members whose text identifies something: to leave a character out would name something else. */
const IDENTIFIERS = new Set([
  'memberId',
  'groupNumber',
  'identifier',
  'payerClaimControlNumber',
  'priorAuthorizationNumber',
  'referralNumber',
]);

/** The biller's own number stays here and is free. */
const NEVER_SENT = new Set(['accountNumber']);

/** Printable ASCII without the delimiters that X12 files use nearly everywhere: * : ^ ~ */
const IDENTIFIER = /^[\x20-\x29\x2b-\x39\x3b-\x5d\x5f-\x7d]+$/;

/** What is left of a text when its letters have lost their accents, as when it is sent. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Walks every text of the claim; an accent is no trouble, another script is. */
export function editCharacters(claim: ProfessionalClaim): BrokenRule[] {
  return textRules(claim, '', '');
}

function textRules(value: unknown, member: string, pointer: string): BrokenRule[] {
  if (typeof value === 'string') {
    if (NEVER_SENT.has(member)) return [];
    if (IDENTIFIERS.has(member)) {
      return IDENTIFIER.test(value) ? [] : [{ code: 'text.identifier-characters', pointer }];
    }
    return PLAIN.test(value.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
      ? []
      : [{ code: 'text.characters', pointer }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    textRules(part, key, `${pointer}/${key}`),
  );
}
