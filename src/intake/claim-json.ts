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
  const members: [string, string][] = [];
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (part === undefined) continue;
    if (name.endsWith(UNIT)) members.push([name.slice(0, -UNIT.length), `"${printCents(part as Cents)}"`]);
    else members.push([name, jsonText(part)]);
  }
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, text]) => `"${name}":${text}`).join(',')}}`;
}
