import type { PayerRank } from '../../domain/claim/claim.ts';
import type { Payer } from '../../domain/party/party.ts';
import type { ClaimText } from './claim-text.ts';

/** Medicare part A and part B (SBR09). */
const MEDICARE = ['MA', 'MB'];

/**
 * SBR05 must say why Medicare is not the primary payer wherever it is not (005010X222A1, 2000B and 2320), and a claim
 * has no place for the reason yet.
 */
export function refuseMedicareBehind(
  { rank, payer }: { readonly rank: PayerRank; readonly payer: Payer },
  pointer: string,
  form: ClaimText,
): void {
  if (rank !== 'P' && MEDICARE.includes(payer.filingIndicator.toUpperCase())) {
    form.refuse('writing.insurance-type-missing', pointer);
  }
}
