import { invariant } from '../../base/invariant.ts';
import { printCompactDate } from '../../base/time.ts';
import type { ClaimPayment, ServicePayment } from '../../domain/remittance/remittance.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import { writeNameSegment } from '../name-segment.ts';
import { writeClaimAdjustments } from './claim-adjustments.ts';
import { procedureComponents } from './procedure.ts';
import type { RemittancePatient } from './remittance-details.ts';

/** MOA03 to MOA07. */
const CLAIM_REMARKS_MAX = 5;

/** Writes loop 2100 with its lines. */
export function writeClaimPayment(
  writer: SegmentWriter,
  claim: ClaimPayment,
  patient: RemittancePatient | undefined,
): void {
  invariant(patient, 'every claim payment that is written has its patient');
  writer
    .begin('CLP')
    .elements(claim.patientControlNumber, claim.statusCode)
    .amount(claim.chargeCents)
    .amount(claim.paidCents)
    .amount(claim.patientResponsibilityCents)
    .elements(claim.filingIndicator, claim.payerClaimControlNumber)
    .end();
  writeClaimAdjustments(writer, claim.adjustments);
  const { name, memberId } = patient;
  writeNameSegment(
    writer,
    'QC',
    name,
    memberId === undefined ? undefined : { qualifier: 'MI', value: memberId },
  );
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
  const { originalReferenceNumber, serviceDate, interestCents } = claim;
  if (originalReferenceNumber !== undefined) {
    writer.begin('REF').elements('F8', originalReferenceNumber).end();
  }
  if (serviceDate !== undefined) writer.begin('DTM').elements('232', printCompactDate(serviceDate)).end();
  if (interestCents !== undefined) writer.begin('AMT').element('I').amount(interestCents).end();
  for (const service of claim.services) writeServicePayment(writer, service);
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
  if (serviceDate !== undefined) writer.begin('DTM').elements('472', printCompactDate(serviceDate)).end();
  writeClaimAdjustments(writer, service.adjustments);
  if (lineControlNumber !== undefined) writer.begin('REF').elements('6R', lineControlNumber).end();
  if (allowedCents !== undefined) writer.begin('AMT').element('B6').amount(allowedCents).end();
  for (const code of service.remarkCodes) writer.begin('LQ').elements('HE', code).end();
}
