import { type Cents, sumCents } from '../../base/money.ts';
import type { OtherCoverage } from '../../domain/claim/claim.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { SentClaim } from './claim-form.ts';
import { adjustmentGroups, CAS_REASONS_MAX } from './coverage-form.ts';
import { writeDate } from './write-date.ts';
import { writeAddress, writeInsured, writePayer, writeReference } from './write-party.ts';

/** Writes loop 2320 with 2330A and 2330B, in the guide's order. */
export function writeCoverage(writer: SegmentWriter, coverage: OtherCoverage, claim: SentClaim): void {
  const { subscriber, payer } = coverage;
  writeSubscriberInformation(writer, {
    rank: coverage.rank,
    relationship: coverage.relationship,
    groupNumber: subscriber.groupNumber,
    insuranceTypeCode: coverage.insuranceTypeCode,
    filingIndicator: payer.filingIndicator,
  });
  for (const group of adjustmentGroups(coverage.adjustments)) writeAdjustments(writer, group);
  if (coverage.paidCents !== undefined) {
    writer.begin('AMT').element('D').amount(coverage.paidCents).end();
    writer.begin('AMT').element('EAF').amount(remainingLiability(coverage.adjustments)).end();
  }
  writer
    .begin('OI')
    .empty(2)
    .element(claim.benefitsAssignment)
    .empty(2)
    .element(claim.releaseOfInformation)
    .end();
  writeInsured(writer, subscriber);
  writeAddress(writer, subscriber.address);
  writePayer(writer, payer);
  writeDate(writer, '573', coverage.adjudicationDate);
  writeReference(writer, 'F8', coverage.payerClaimControlNumber);
}

/** Writes SBR of 2000B or 2320. */
export function writeSubscriberInformation(
  writer: SegmentWriter,
  sbr: {
    readonly rank: string;
    /** SBR02; of 2000B empty unless the patient is the subscriber. */
    readonly relationship: string | undefined;
    readonly groupNumber: string | undefined;
    readonly insuranceTypeCode: string | undefined;
    readonly filingIndicator: string;
  },
): void {
  writer
    .begin('SBR')
    .element(sbr.rank)
    .element(sbr.relationship)
    .element(sbr.groupNumber)
    .empty(1)
    .element(sbr.insuranceTypeCode)
    .empty(3)
    .element(sbr.filingIndicator)
    .end();
}

/**
 * What a payer that decided left to the patient. Required, zero included, where its decision is given for the claim as
 * a whole (X12 interpretations 1515, 1517); what it called the patient's responsibility is what it left.
 */
function remainingLiability(adjustments: readonly ClaimAdjustment[]): Cents {
  return sumCents(
    adjustments.filter(({ groupCode }) => groupCode === 'PR').map(({ amountCents }) => amountCents),
  );
}

/** One group, in as many CAS segments as it needs. */
function writeAdjustments(writer: SegmentWriter, group: readonly ClaimAdjustment[]): void {
  for (let start = 0; start < group.length; start += CAS_REASONS_MAX) {
    const reasons = group.slice(start, start + CAS_REASONS_MAX);
    writer.begin('CAS').element(reasons[0]?.groupCode);
    for (const { reasonCode, amountCents, quantity } of reasons) {
      writer.element(reasonCode).amount(amountCents).element(quantity);
    }
    writer.end();
  }
}
