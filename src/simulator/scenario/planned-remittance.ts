import type { Cents } from '../../base/money.ts';
import type { ClaimPayment } from '../../domain/remittance/remittance.ts';
import type { AnsweredGroup } from '../answer-group.ts';
import type { AcceptedClaim } from '../payer/build-remittance.ts';
import type { PayerOfScenario, WrittenRemittance } from './remittance-schema.ts';

/** The claims of one interchange that were taken into adjudication. */
export interface Take {
  /** Which interchange with claims it is, from 1. */
  readonly arrival: number;
  /** The day of the exchange on which it came. */
  readonly day: number;
  /** Whom to answer. */
  readonly answered: AnsweredGroup;
  readonly claims: readonly AcceptedClaim[];
}

/** What an 835 says of a claim; its ordinal is given where the remittance is composed. */
export interface PlannedClaimPayment {
  readonly accepted: AcceptedClaim;
  readonly payment: Omit<ClaimPayment, 'ordinal'>;
  /** Which line of the claim each service of the payment is. */
  readonly lineNumbers: readonly number[];
}

export interface PlannedProviderAdjustment {
  readonly reasonCode: string;
  readonly reference?: string;
  readonly amountCents: Cents;
}

/** One payment of one payer to one payee: everything that a scenario says comes down to these. */
export interface PlannedRemittance {
  /** The arrival with which the last of its claims came. */
  readonly completedBy: number;
  /** On which its file comes. */
  readonly day: number;
  /** BPR16. */
  readonly paidOn: number;
  /** Those of one key stand in one file. */
  readonly fileKey: string;
  readonly answered: AnsweredGroup;
  /** Of the payee, and of the payer where `payer` names no other. */
  readonly accepted: AcceptedClaim;
  readonly payer: PayerOfScenario;
  readonly traceNumber: string;
  readonly method?: 'ACH' | 'CHK' | 'NON';
  readonly claims: readonly PlannedClaimPayment[];
  readonly providerAdjustments: readonly PlannedProviderAdjustment[];
  readonly wishes: RemittanceWishes;
}

/** What becomes of a remittance on its way, besides coming whole and once. */
export type RemittanceWishes = Pick<
  WrittenRemittance,
  'outOfBalance' | 'damage' | 'copies' | 'wholeOn' | 'isLost' | 'eft'
>;
