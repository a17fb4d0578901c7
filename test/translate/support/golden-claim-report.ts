import { cents } from '../../../src/base/money.ts';
import type { ClaimAcknowledgmentReport } from '../../../src/translate/claim-acknowledgment-277ca.ts';
import { day } from '../../domain/support/claims.ts';

/** What `277ca-payer` says. */
export const PAYER_REPORT: ClaimAcknowledgmentReport = {
  source: { kind: 'payer', name: 'CLAIMGATE SAMPLE HEALTH', identifier: 'CGPAY1' },
  receiver: { name: 'RIVERBEND BILLING', identifier: 'RIVERBENDFC' },
  reference: 'CGANSWER0001',
  date: day('2026-06-16'),
  time: '1000',
  submissionId: '0000005010001',
  receivedDate: day('2026-06-15'),
  processedDate: day('2026-06-16'),
  providers: [
    {
      name: { kind: 'organization', name: 'RIVERBEND FAMILY CLINIC' },
      npi: '1999999984',
      claims: [
        {
          patientName: { kind: 'person', last: 'SAMPLE', first: 'FAY', middle: 'L', suffix: 'JR' },
          memberId: 'CGM100900',
          patientControlNumber: 'CGA0000000000001',
          chargeCents: cents(25_000),
          outcome: 'accepted',
          statuses: [{ category: 'A2', status: '20', entity: 'PR' }],
          payerClaimControlNumber: 'CGP0000000001',
          serviceDate: day('2026-06-03'),
          serviceDateEnd: day('2026-06-03'),
        },
        {
          patientName: { kind: 'person', last: 'SAMPLETON', first: 'ADA' },
          memberId: 'CGM100901',
          patientControlNumber: 'CGA0000000000002',
          chargeCents: cents(9550),
          outcome: 'rejected',
          statuses: [
            { category: 'A7', status: '21' },
            { category: 'A7', status: '164' },
            { category: 'A7', status: '187' },
            { category: 'A8', status: '33', entity: 'IL' },
          ],
          serviceDate: day('2026-06-04'),
          serviceDateEnd: day('2026-06-05'),
        },
      ],
    },
    {
      name: { kind: 'person', last: 'SAMPLEDOC', first: 'KIM' },
      npi: '1999990017',
      claims: [
        {
          patientName: { kind: 'person', last: 'SAMPLE', first: 'LEE' },
          memberId: 'CGM100902',
          patientControlNumber: 'CGA0000000000003',
          chargeCents: cents(6000),
          outcome: 'accepted',
          statuses: [{ category: 'A2', status: '20' }],
          payerClaimControlNumber: 'CGP0000000003',
          serviceDate: day('2026-06-06'),
        },
      ],
    },
  ],
};

/** What a reader says of the claims of a report. */
export function saidBy(report: ClaimAcknowledgmentReport): unknown[] {
  return report.providers
    .flatMap((provider) => provider.claims)
    .map(({ patientControlNumber, outcome, statuses, payerClaimControlNumber }) => ({
      patientControlNumber,
      from: report.source.kind,
      outcome,
      statuses,
      ...(payerClaimControlNumber === undefined ? {} : { payerClaimControlNumber }),
      effectiveDate: report.processedDate,
    }));
}
