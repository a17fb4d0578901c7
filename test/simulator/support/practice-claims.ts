import { readFileSync } from 'node:fs';
import { readClaims } from '../../../src/intake/read-claims.ts';
import type { NumberedClaim } from './claim-interchange.ts';

const PRACTICE = new URL('../../../samples/claims/practice.ndjson', import.meta.url);

/** The claims of the practice sample, each under a CLM01 that its place in the sample decides. */
export async function practiceClaims(): Promise<NumberedClaim[]> {
  const claims: NumberedClaim[] = [];
  for await (const { claim, ordinal } of readClaims([readFileSync(PRACTICE)])) {
    if (!claim.ok) throw new Error('a claim of the practice sample cannot be read');
    claims.push({ number: `PRACTICE${String(ordinal).padStart(3, '0')}`, claim: claim.value });
  }
  return claims;
}
