import type { ProfessionalClaim } from '../claim/claim.ts';
import type { BrokenRule } from './edit-finding.ts';

/** Loop 2400 of a professional claim repeats at most 50 times (005010X222A1); LX counts from 1. */
const LINES_MAX = 50;

export function editLineNumbers(claim: ProfessionalClaim): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (claim.lines.length < 1 || claim.lines.length > LINES_MAX) {
    broken.push({ code: 'claim.line-count', pointer: '/lines' });
  }
  // One missing number displaces all that follow: the first says it.
  const first = claim.lines.findIndex((line, index) => line.number !== index + 1);
  if (first !== -1) broken.push({ code: 'line.number-sequence', pointer: `/lines/${first}/number` });
  return broken;
}
