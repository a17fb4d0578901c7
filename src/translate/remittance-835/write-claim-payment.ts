import { invariant } from '../../base/invariant.ts';
import { type BusinessDate, printCompactDate } from '../../base/time.ts';
import type { ClaimPayment, RemittancePerson, ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import { writeNameSegment } from '../name-segment.ts';
import { procedureComponents } from '../procedure.ts';
import { writeClaimAdjustments } from './claim-adjustments.ts';

/** MOA03 to MOA07. */
const CLAIM_REMARKS_MAX = 5;

/** Writes loop 2100 with its lines. */
export function writeClaimPayment(writer: SegmentWriter, claim: ClaimPayment): void {
  invariant(claim.patient?.name, 'every claim payment that is written names its patient');
  writer
    .begin('CLP')
    .elements(claim.patientControlNumber, claim.statusCode)
    .amount(claim.chargeCents)
    .amount(claim.paidCents)
    .amount(claim.patientResponsibilityCents)
    .elements(claim.filingIndicator, claim.payerClaimControlNumber)
    .end();
  writeClaimAdjustments(writer, claim.adjustments);
  writePerson(writer, 'QC', claim.patient);
  if (claim.insured !== undefined) writePerson(writer, 'IL', claim.insured);
  if (claim.crossoverPayer !== undefined) {
    const { name: carrier, identifier } = claim.crossoverPayer;
    const known = identifier === undefined ? undefined : { qualifier: 'PI', value: identifier };
    writeNameSegment(writer, 'TT', { kind: 'organization', name: carrier }, known);
  }
  invariant(claim.remarkCodes.length <= CLAIM_REMARKS_MAX, 'MOA holds five remark codes');
  if (claim.remarkCodes.length > 0)
    writer
      .begin('MOA')
      .elements('', '', ...claim.remarkCodes)
      .end();
  const { originalPayerClaimControlNumber, claimDates } = claim;
  if (originalPayerClaimControlNumber !== undefined) {
    writer.begin('REF').elements('F8', originalPayerClaimControlNumber).end();
  }
  if (claimDates?.start !== undefined) writeDate(writer, '232', claimDates.start);
  if (claimDates?.end !== undefined) writeDate(writer, '233', claimDates.end);
  if (claim.interestCents !== undefined) writer.begin('AMT').element('I').amount(claim.interestCents).end();
  for (const service of claim.services) writeServicePayment(writer, service);
}

function writePerson(writer: SegmentWriter, entity: string, { name, memberId }: RemittancePerson): void {
  const identifier = memberId === undefined ? undefined : { qualifier: 'MI', value: memberId };
  writeNameSegment(writer, entity, name ?? { kind: 'person', last: '' }, identifier);
}

function writeDate(writer: SegmentWriter, meaning: string, date: BusinessDate): void {
  writer.begin('DTM').elements(meaning, printCompactDate(date)).end();
}

/** Loop 2110. */
function writeServicePayment(writer: SegmentWriter, service: ServicePayment): void {
  const { originalProcedure, serviceDate, lineControlNumber, allowedCents } = service;
  writer
    .begin('SVC')
    .composite(procedureComponents(service.procedure))
    .amount(service.chargeCents)
    .amount(service.paidCents)
    .elements('', service.paidUnits)
    .composite(originalProcedure === undefined ? [] : procedureComponents(originalProcedure))
    .end();
  if (serviceDate !== undefined) writeDate(writer, '472', serviceDate);
  writeClaimAdjustments(writer, service.adjustments);
  if (lineControlNumber !== undefined) writer.begin('REF').elements('6R', lineControlNumber).end();
  if (allowedCents !== undefined) writer.begin('AMT').element('B6').amount(allowedCents).end();
  for (const code of service.remarkCodes) writer.begin('LQ').elements('HE', code).end();
}
