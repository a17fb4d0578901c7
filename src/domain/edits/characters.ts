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
  const broken: BrokenRule[] = [];
  walkTexts(claim, [], broken);
  return broken;
}

/** Nearly every text is as it should be, so that a place gets its pointer only where one is not. */
function walkTexts(value: unknown, path: string[], broken: BrokenRule[]): void {
  if (typeof value === 'string') {
    const code = ruleAgainst(value, path.at(-1) ?? '');
    if (code !== undefined) broken.push({ code, pointer: `/${path.join('/')}` });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    path.push(key);
    walkTexts((value as Readonly<Record<string, unknown>>)[key], path, broken);
    path.pop();
  }
}

function ruleAgainst(text: string, member: string): BrokenRule['code'] | undefined {
  if (NEVER_SENT.has(member)) return undefined;
  if (IDENTIFIERS.has(member)) return IDENTIFIER.test(text) ? undefined : 'text.identifier-characters';
  if (PLAIN.test(text)) return undefined;
  return PLAIN.test(text.normalize('NFKD').replaceAll(/\p{M}/gu, '')) ? undefined : 'text.characters';
}
