import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import { type BilledLine, billedLine } from '../claim/billed-line.ts';
import type { PayerRank, ProfessionalClaim } from '../claim/claim.ts';
import type { PersonName } from '../party/party.ts';

export interface CandidatePayer {
  readonly rank: PayerRank;
  readonly name: string;
  readonly identifier: string;
}

/** A claim of ours with what a claim payment can be compared with. */
export interface MatchCandidate {
  readonly claimId: string;
  readonly claim: ProfessionalClaim;
  /** Of a claim and those that replace or void it: the same. */
  readonly accountNumber: string;
  readonly chargeCents: Cents;
  readonly firstDay: BusinessDate;
  readonly lastDay: BusinessDate;
  /** The payer that the claim was sent to. */
  readonly payer: CandidatePayer;
  /** The patient's other payers that the claim names. */
  readonly otherPayers: readonly CandidatePayer[];
  readonly memberId: string;
  readonly patientName: PersonName;
  readonly subscriberName: PersonName;
  readonly payee: { readonly npi: string; readonly taxId: string };
  /** CLM01 of every sending. */
  readonly patientControlNumbers: readonly string[];
  /** Numbers that payers gave this claim (277CA REF*1K, CLP07), as far as they were asked for. */
  readonly payerClaimControlNumbers: readonly string[];
  /** REF*F8: the payer's number of the claim that this one replaces or voids. */
  readonly originalPayerClaimControlNumber?: string;
  readonly lines: readonly BilledLine[];
}

/** The candidate that a claim is, under the numbers that went out with it and came back for it. */
export function matchCandidate(
  claimId: string,
  claim: ProfessionalClaim,
  numbers: Pick<MatchCandidate, 'patientControlNumbers' | 'payerClaimControlNumbers'>,
): MatchCandidate {
  const { billingProvider, payerClaimControlNumber } = claim;
  const days = claim.lines.flatMap((line) => [line.serviceDate, line.serviceDateEnd ?? line.serviceDate]);
  days.sort();
  return {
    claimId,
    claim,
    accountNumber: claim.accountNumber,
    chargeCents: claim.chargeCents,
    firstDay: days[0] as BusinessDate,
    lastDay: days.at(-1) as BusinessDate,
    payer: candidatePayer(claim.payerRank, claim.payer),
    otherPayers: claim.otherCoverages.map(({ rank, payer }) => candidatePayer(rank, payer)),
    memberId: claim.subscriber.memberId,
    patientName: (claim.patient ?? claim.subscriber).name,
    subscriberName: claim.subscriber.name,
    payee: { npi: billingProvider.npi, taxId: billingProvider.taxId.value },
    ...numbers,
    ...(payerClaimControlNumber === undefined
      ? {}
      : { originalPayerClaimControlNumber: payerClaimControlNumber }),
    lines: claim.lines.map((line) => billedLine(line, numbers.patientControlNumbers)),
  };
}

function candidatePayer(rank: PayerRank, { name, identifier }: ProfessionalClaim['payer']): CandidatePayer {
  return { rank, name, identifier };
}
