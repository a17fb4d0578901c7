import type { InsuranceTypeCode, PayerRank } from '../../domain/claim/claim.ts';
import { type ClaimValues, codesOf } from './claim-values.ts';

/** SBR01. */
const RANKS = codesOf('P', 'S', 'T');

/** SBR05. */
const INSURANCE_TYPES = codesOf('12', '13', '14', '15', '16', '41', '42', '43', '47');

/** SBR of 2000B or 2320. */
export interface SubscriberInformation {
  readonly rank: PayerRank;
  /** '' where there is none, as in 2000B where the patient is somebody else. */
  readonly relationship: string;
  readonly groupNumber: string | undefined;
  readonly insuranceTypeCode: InsuranceTypeCode | undefined;
  readonly filingIndicator: string;
}

export function readSubscriberInformation(values: ClaimValues): SubscriberInformation {
  return {
    rank: values.code(1, RANKS),
    relationship: values.segment.text(2),
    groupNumber: values.optionalText(3),
    insuranceTypeCode: values.segment.has(5) ? values.code(5, INSURANCE_TYPES) : undefined,
    filingIndicator: values.text(9),
  };
}
