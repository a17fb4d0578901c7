import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import { writeDate } from './write-date.ts';
import { writeNamedProvider, writeReference } from './write-party.ts';

/** Writes loop 2400 and 2420A, in the guide's order. */
export function writeLine(writer: SegmentWriter, line: ServiceLine, lineControlNumber: string): void {
  const { qualifier, code, modifiers } = line.procedure;
  writer.begin('LX').count(line.number).end();
  writer
    .begin('SV1')
    .composite([qualifier, code, modifiers[0], modifiers[1], modifiers[2], modifiers[3]])
    .amount(line.chargeCents)
    .element(line.unitKind)
    .element(line.units)
    .element(line.placeOfService)
    .empty(1)
    .composite(line.diagnosisPointers)
    .empty(1)
    .element(line.isEmergency === true ? 'Y' : undefined)
    .end();
  writeDate(writer, '472', line.serviceDate, line.serviceDateEnd);
  writeReference(writer, '6R', lineControlNumber);
  if (line.note !== undefined) writer.begin('NTE').element('ADD').element(line.note).end();
  if (line.renderingProvider !== undefined) writeNamedProvider(writer, '82', line.renderingProvider);
}
