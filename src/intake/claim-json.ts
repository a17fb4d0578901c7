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
  for (const name of orderedNames(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[name];
    if (part === undefined) continue;
    const written = name.endsWith(UNIT) ? `"${printCents(part as Cents)}"` : jsonText(part);
    text += `${text === '' ? '' : ','}"${writtenName(name)}":${written}`;
  }
  return `{${text}}`;
}

/** A claim has few members, which are in order sooner where nothing is made for it. */
function orderedNames(value: object): readonly string[] {
  const names = Object.keys(value);
  for (let end = 1; end < names.length; end++) {
    const name = names[end] as string;
    const written = writtenName(name);
    let place = end;
    for (; place > 0 && writtenName(names[place - 1] as string) > written; place--) {
      names[place] = names[place - 1] as string;
    }
    names[place] = name;
  }
  return names;
}

function writtenName(name: string): string {
  return name.endsWith(UNIT) ? name.slice(0, -UNIT.length) : name;
}
