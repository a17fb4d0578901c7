import { invariant } from '../../base/invariant.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { SentClaim } from './claim-form.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';
import { writeCoverage } from './write-coverage.ts';
import { writeDate } from './write-date.ts';
import { writeLine } from './write-line.ts';
import { writeAddress, writeName, writeNamedProvider, writeReference } from './write-party.ts';

/** CLM01 (005010X222A1: 20), REF*6R (30). */
const PATIENT_CONTROL_NUMBER_MAX = 20;
const LINE_CONTROL_NUMBER_MAX = 30;

/** Writes loop 2300 and everything in it, in the guide's order. */
export function writeClaim(
  writer: SegmentWriter,
  claim: SentClaim,
  numbers: Omit<TransmittedClaim, 'claim'>,
): void {
  ensureNumbers(claim, numbers);
  const { patientControlNumber, lineControlNumbers } = numbers;
  writeClaimInformation(writer, claim, patientControlNumber);
  writeDate(writer, '431', claim.onsetDate);
  writeDate(writer, '439', claim.accident?.date);
  if (claim.patientPaidCents !== undefined) {
    writer.begin('AMT').element('F5').amount(claim.patientPaidCents).end();
  }
  writeReference(writer, '9F', claim.referralNumber);
  writeReference(writer, 'G1', claim.priorAuthorizationNumber);
  writeReference(writer, 'F8', claim.payerClaimControlNumber);
  if (claim.note !== undefined) writer.begin('NTE').element(claim.note.kind).element(claim.note.text).end();
  writeDiagnoses(writer, claim.diagnoses);
  writeProviders(writer, claim);
  for (const coverage of claim.otherCoverages) writeCoverage(writer, coverage, claim);
  claim.lines.forEach((line, index) => writeLine(writer, line, lineControlNumbers[index] ?? ''));
}

function ensureNumbers(
  claim: SentClaim,
  { patientControlNumber, lineControlNumbers }: Omit<TransmittedClaim, 'claim'>,
): void {
  invariant(fits(patientControlNumber, PATIENT_CONTROL_NUMBER_MAX), 'CLM01 is 1 to 20 characters');
  invariant(
    lineControlNumbers.length === claim.lines.length &&
      lineControlNumbers.every((number) => fits(number, LINE_CONTROL_NUMBER_MAX)),
    'every line has a control number of 1 to 30 characters',
  );
}

function fits({ length }: string, lengthMax: number): boolean {
  return length >= 1 && length <= lengthMax;
}

function writeClaimInformation(writer: SegmentWriter, claim: SentClaim, patientControlNumber: string): void {
  const { accident } = claim;
  writer
    .begin('CLM')
    .element(patientControlNumber)
    .amount(claim.chargeCents)
    .empty(2)
    .composite([claim.placeOfService, 'B', claim.frequency])
    .element(claim.isProviderSignatureOnFile ? 'Y' : 'N')
    .element(claim.assignment)
    .element(claim.benefitsAssignment)
    .element(claim.releaseOfInformation)
    .empty(1)
    .composite(accident === undefined ? [] : [accident.cause, undefined, undefined, accident.state])
    .end();
}

/** ABK is the principal diagnosis of ICD-10-CM, ABF every other. */
function writeDiagnoses(writer: SegmentWriter, diagnoses: readonly string[]): void {
  writer.begin('HI');
  for (let index = 0; index < diagnoses.length; index++) {
    writer.composite([index === 0 ? 'ABK' : 'ABF', diagnoses[index]]);
  }
  writer.end();
}

function writeProviders(writer: SegmentWriter, claim: SentClaim): void {
  const { referringProvider, renderingProvider, serviceFacility } = claim;
  if (referringProvider !== undefined) writeNamedProvider(writer, 'DN', referringProvider);
  if (renderingProvider !== undefined) writeNamedProvider(writer, '82', renderingProvider);
  if (serviceFacility === undefined) return;
  const { name, npi, address } = serviceFacility;
  writeName(
    writer,
    '77',
    { kind: 'organization', name },
    npi === undefined ? undefined : { qualifier: 'XX', value: npi },
  );
  writeAddress(writer, address);
}
