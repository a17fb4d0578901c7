import { z } from 'zod';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import {
  address,
  billingProvider,
  dependentPatient,
  namedProvider,
  payer,
  serviceFacility,
  submitter,
  subscriber,
} from './party-schemas.ts';
import { amount, date, text } from './text-schemas.ts';

/** Above what any edit allows, so that the edit speaks first; a bound all the same. */
const LIST_MAX = 100;

const procedure = z.strictObject({
  qualifier: z.enum(['HC', 'ER']).default('HC'),
  code: text(48),
  modifiers: z.array(text(2)).max(LIST_MAX).default([]),
});

const serviceLine = z
  .strictObject({
    number: z.int().min(1).max(999).exactOptional().describe('Its place among the lines when absent'),
    procedure,
    charge: amount,
    unitKind: z.enum(['UN', 'MJ']).default('UN'),
    units: text(15).default('1'),
    placeOfService: text(2, 2).exactOptional(),
    diagnosisPointers: z.array(z.int().min(1).max(99)).max(LIST_MAX),
    serviceDate: date,
    serviceDateEnd: date.exactOptional(),
    isEmergency: z.boolean().exactOptional(),
    renderingProvider: namedProvider.exactOptional(),
    note: text(80).exactOptional(),
  })
  .transform(({ charge, ...line }) => ({ ...line, chargeCents: charge }));

const claimAdjustment = z
  .strictObject({
    groupCode: z.enum(['CO', 'PR', 'OA', 'PI', 'CR']),
    reasonCode: text(5),
    amount,
    quantity: text(15).exactOptional(),
  })
  .transform(({ amount: amountCents, ...adjustment }) => ({ ...adjustment, amountCents }));

const payerRank = z.enum(['P', 'S', 'T']);

const insuranceTypeCode = z
  .enum(['12', '13', '14', '15', '16', '41', '42', '43', '47'])
  .describe('Why Medicare is not the primary payer (SBR05)');

const otherCoverage = z
  .strictObject({
    rank: payerRank,
    insuranceTypeCode: insuranceTypeCode.exactOptional(),
    payer,
    subscriber,
    relationship: text(2, 2).default('18'),
    paid: amount.exactOptional(),
    adjudicationDate: date.exactOptional(),
    payerClaimControlNumber: text(50).exactOptional(),
    adjustments: z.array(claimAdjustment).max(LIST_MAX).default([]),
  })
  .transform(({ paid, ...coverage }) => ({
    ...coverage,
    ...(paid === undefined ? {} : { paidCents: paid }),
  }));

/** ICD-10-CM is printed with a dot behind the third character and sent without. */
const diagnosis = text(10)
  .toUpperCase()
  .overwrite((code) => code.replace(/^(...)\./, '$1'));

const accident = z.strictObject({
  cause: z.enum(['AA', 'EM', 'OA']),
  state: text(2, 2).exactOptional(),
  date,
});

const claimNote = z.strictObject({ kind: z.enum(['ADD', 'CER', 'DCP', 'DGN', 'TPO']), text: text(80) });

/**
 * The JSON form of a professional claim, as a biller sends it. It states shape only; whether the claim makes sense is
 * for the edits. Members are named as in `ProfessionalClaim`; amounts are strings in dollars and have no unit in their
 * names.
 */
export const claimShape = z
  .strictObject({
    schemaVersion: z.literal(1).exactOptional(),
    accountNumber: text(38),
    frequency: z.enum(['1', '7', '8']).default('1'),
    payerClaimControlNumber: text(50).exactOptional(),
    placeOfService: text(2, 2),
    charge: amount,
    patientPaid: amount.exactOptional(),
    isProviderSignatureOnFile: z.boolean().default(true),
    assignment: z.enum(['A', 'B', 'C']).default('A'),
    benefitsAssignment: z.enum(['Y', 'N', 'W']).default('Y'),
    releaseOfInformation: z.enum(['Y', 'I']).default('Y'),
    submitter: submitter.exactOptional(),
    billingProvider,
    payToAddress: address.exactOptional(),
    renderingProvider: namedProvider.exactOptional(),
    referringProvider: namedProvider.exactOptional(),
    serviceFacility: serviceFacility.exactOptional(),
    payerRank: payerRank.default('P'),
    insuranceTypeCode: insuranceTypeCode.exactOptional(),
    payer,
    subscriber,
    patient: dependentPatient.exactOptional(),
    otherCoverages: z.array(otherCoverage).max(LIST_MAX).default([]),
    diagnoses: z.array(diagnosis).max(LIST_MAX),
    onsetDate: date.exactOptional(),
    accident: accident.exactOptional(),
    priorAuthorizationNumber: text(50).exactOptional(),
    referralNumber: text(50).exactOptional(),
    note: claimNote.exactOptional(),
    lines: z.array(serviceLine).max(LIST_MAX),
  })
  .meta({ $id: 'urn:claimgate:schema:professional-claim:1', title: 'Professional claim' });

/** Reads the JSON form into the claim. */
export const claimSchema = claimShape.transform((written): ProfessionalClaim => {
  const { schemaVersion: _schemaVersion, charge, patientPaid, lines, ...claim } = written;
  return {
    ...claim,
    chargeCents: charge,
    ...(patientPaid === undefined ? {} : { patientPaidCents: patientPaid }),
    lines: lines.map((line, index) => ({ ...line, number: line.number ?? index + 1 })),
  };
});
