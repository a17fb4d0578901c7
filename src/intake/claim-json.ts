import { type Cents, printCents } from '../base/money.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';

/**
 * The claim's JSON form: what `readClaim` reads back as the same claim. Every default is written out, members stand in
 * the order of their names, so that one claim has one text, which can be hashed.
 */
export function canonicalClaimJson(claim: ProfessionalClaim): string {
  return JSON.stringify(jsonForm(claim));
}

const UNIT = 'Cents';

/** An amount in cents becomes a string in dollars, and loses the unit in its name. */
function jsonForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonForm);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]: [string, unknown]) =>
      name.endsWith(UNIT)
        ? ([name.slice(0, -UNIT.length), printCents(part as Cents)] as const)
        : ([name, jsonForm(part)] as const),
    );
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
