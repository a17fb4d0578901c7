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
  // Nearly every text is as it should be, and to see that takes no pointers.
  return isSound(claim, '') ? [] : brokenIn(claim, '', '');
}

function isSound(value: unknown, member: string): boolean {
  if (typeof value === 'string') return ruleAgainst(value, member) === undefined;
  if (!isContainer(value)) return true;
  for (const key of Object.keys(value)) if (!isSound(value[key], key)) return false;
  return true;
}

function brokenIn(value: unknown, member: string, pointer: string): BrokenRule[] {
  if (typeof value === 'string') {
    const code = ruleAgainst(value, member);
    return code === undefined ? [] : [{ code, pointer }];
  }
  if (!isContainer(value)) return [];
  return Object.keys(value).flatMap((key) => brokenIn(value[key], key, `${pointer}/${key}`));
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function ruleAgainst(text: string, member: string): BrokenRule['code'] | undefined {
  if (NEVER_SENT.has(member)) return undefined;
  if (IDENTIFIERS.has(member)) return IDENTIFIER.test(text) ? undefined : 'text.identifier-characters';
  if (PLAIN.test(text)) return undefined;
  return PLAIN.test(text.normalize('NFKD').replaceAll(/\p{M}/gu, '')) ? undefined : 'text.characters';
}
