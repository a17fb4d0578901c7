import { type Cents, printCents } from '../base/money.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';

/**
 * The claim's JSON form: what `readClaim` reads back as the same claim. Every default is written out, members stand in
 * the order of their names, so that one claim has one text, which can be hashed.
 */
export function canonicalClaimJson(claim: ProfessionalClaim): string {
  return jsonText(claim);
}

const UNIT = 'Cents';

/** An amount in cents becomes a string in dollars, and loses the unit in its name. */
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  const names = Object.keys(value).toSorted((a, b) => (writtenName(a) < writtenName(b) ? -1 : 1));
  for (const name of names) {
    const part = (value as Readonly<Record<string, unknown>>)[name];
    if (part === undefined) continue;
    const written = name.endsWith(UNIT) ? `"${printCents(part as Cents)}"` : jsonText(part);
    text += `${text === '' ? '' : ','}"${writtenName(name)}":${written}`;
  }
  return `{${text}}`;
}

function writtenName(name: string): string {
  return name.endsWith(UNIT) ? name.slice(0, -UNIT.length) : name;
}
