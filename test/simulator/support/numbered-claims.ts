import type { ClaimFrequency } from '../../../src/domain/claim/claim.ts';
import { claimInterchange, type InterchangeOfTest, type NumberedClaim } from './claim-interchange.ts';
import { claimOf } from './claims.ts';

/** A claim of one visit for 100.00, paid by CGPAY1 unless something else is said. */
export function numbered(
  number: string,
  memberId = 'SIMPAID1',
  more: { readonly payer?: string; readonly npi?: string; readonly frequency?: string } = {},
): NumberedClaim {
  const claim = claimOf({
    accountNumber: number,
    memberId,
    lines: [{ procedure: '99213', chargeCents: 10_000 }],
    ...(more.payer === undefined ? {} : { payer: more.payer }),
  });
  const billingProvider = { ...claim.billingProvider, npi: more.npi ?? claim.billingProvider.npi };
  // A sender may write a frequency that we do not know.
  const frequency = (more.frequency ?? '1') as ClaimFrequency;
  return { number, claim: { ...claim, billingProvider, frequency } };
}

/** Interchange 7 with one transaction set. */
export function interchangeOf(
  claims: readonly NumberedClaim[],
  more: Partial<InterchangeOfTest> = {},
): string {
  return claimInterchange({ control: 7, sets: [claims], ...more });
}
