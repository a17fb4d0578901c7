import type { InsuranceTypeCode, PayerRank } from '../../domain/claim/claim.ts';
import type { Payer } from '../../domain/party/party.ts';
import type { ClaimText } from './claim-text.ts';

/** Medicare part A and part B (SBR09). */
const MEDICARE = ['MA', 'MB'];

/** One coverage of a claim: the destination payer's or another's. */
interface Coverage {
  readonly rank: PayerRank;
  readonly payer: Payer;
  readonly insuranceTypeCode: InsuranceTypeCode | undefined;
}

/**
 * SBR05 as it is sent: why Medicare is not the primary payer, wherever it is not, and nothing anywhere else
 * (005010X222A1, 2000B and 2320). `pointer` is of the coverage.
 */
export function insuranceTypeForm(
  { rank, payer, insuranceTypeCode }: Coverage,
  pointer: string,
  form: ClaimText,
): InsuranceTypeCode | undefined {
  if (rank === 'P' || !MEDICARE.includes(payer.filingIndicator.toUpperCase())) return undefined;
  if (insuranceTypeCode === undefined) {
    form.refuse('writing.insurance-type-missing', `${pointer}/insuranceTypeCode`);
  }
  return insuranceTypeCode;
}
