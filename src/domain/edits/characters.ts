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
  walkTexts(claim, '', (code, pointer) => broken.push({ code, pointer }));
  return broken;
}

type Report = (code: BrokenRule['code'], pointer: string) => void;

/** Nearly every text is as it should be, so that a place gets its pointer only where one is not. */
function walkTexts(value: unknown, member: string, report: Report): void {
  if (typeof value === 'string') {
    const code = ruleAgainst(value, member);
    if (code !== undefined) report(code, '');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    walkTexts(part, key, (code, pointer) => report(code, `/${key}${pointer}`));
  }
}

function ruleAgainst(text: string, member: string): BrokenRule['code'] | undefined {
  if (NEVER_SENT.has(member)) return undefined;
  if (IDENTIFIERS.has(member)) return IDENTIFIER.test(text) ? undefined : 'text.identifier-characters';
  if (PLAIN.test(text)) return undefined;
  return PLAIN.test(text.normalize('NFKD').replaceAll(/\p{M}/gu, '')) ? undefined : 'text.characters';
}
