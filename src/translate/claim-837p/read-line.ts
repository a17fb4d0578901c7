import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { Building } from './building.ts';
import type { ClaimValues } from './claim-values.ts';
import { decimalForm } from './decimal-form.ts';
import {
  componentsOf,
  elementOf,
  findParty,
  findSegment,
  type KeptLoop,
  type KeptSegment,
} from './kept-loop.ts';
import { readNamedProvider } from './read-party.ts';
import { NOT_SENT } from './transmitted-claim.ts';

/** SV101-3 to SV101-6. */
const MODIFIERS_MAX = 4;

/** SV103. */
const UNIT_KINDS = ['UN', 'MJ'] as const;

/** Reads loop 2400. */
export function readLine(loop: KeptLoop, values: ClaimValues): ServiceLine {
  const lx = values.segment(loop, 'LX');
  const sv1 = values.segment(loop, 'SV1');
  const rendering = findParty(loop, '82');
  const line: Building<ServiceLine> = {
    number: readCount(lx, 1, values.text(lx, 1), values),
    procedure: readProcedure(sv1, values),
    chargeCents: values.cents(sv1, 2),
    unitKind: values.code(sv1, 3, UNIT_KINDS),
    units: readUnits(sv1, values),
    diagnosisPointers: readPointers(sv1, values),
    serviceDate: NOT_SENT.birthDate,
  };
  readServiceDates(line, values.segment(loop, 'DTP', '472'), values);
  const placeOfService = values.optionalText(sv1, 5);
  if (placeOfService !== undefined) line.placeOfService = placeOfService;
  if (values.optionalText(sv1, 9) === 'Y') line.isEmergency = true;
  if (rendering !== undefined) line.renderingProvider = readNamedProvider(rendering, values);
  const note = values.optionalText(findSegment(loop, 'NTE', 'ADD', 'DCP'), 2);
  if (note !== undefined) line.note = note;
  return line;
}

/** REF*6R; '' where the line has none. */
export function readLineControlNumber(loop: KeptLoop): string {
  const reference = findSegment(loop, 'REF', '6R');
  return reference === undefined ? '' : elementOf(reference, 2);
}

function readProcedure(sv1: KeptSegment | undefined, values: ClaimValues): ServiceLine['procedure'] {
  if (sv1 === undefined) return { qualifier: '', code: '', modifiers: [] };
  const [qualifier = '', code = '', ...more] = componentsOf(sv1, 1);
  if (qualifier === '' || code === '') values.fault(sv1, 1);
  const modifiers =
    more.length === 0 ? more : more.slice(0, MODIFIERS_MAX).filter((modifier) => modifier !== '');
  return { qualifier, code, modifiers };
}

function readUnits(sv1: KeptSegment | undefined, values: ClaimValues): string {
  if (sv1 === undefined) return '';
  const units = decimalForm(elementOf(sv1, 4));
  if (units === undefined || units.startsWith('-')) values.fault(sv1, 4);
  return units ?? '';
}

function readPointers(sv1: KeptSegment | undefined, values: ClaimValues): number[] {
  if (sv1 === undefined) return [];
  return componentsOf(sv1, 7).map((pointer) => readCount(sv1, 7, pointer, values));
}

function readCount(
  segment: KeptSegment | undefined,
  position: number,
  text: string,
  values: ClaimValues,
): number {
  if (segment === undefined) return 0;
  const isCount = /^\d{1,6}$/.test(text);
  // An empty element was noted as missing.
  if (!isCount && text !== '') values.fault(segment, position);
  return isCount ? Number(text) : 0;
}

/** D8 one day, RD8 two with a dash; two that are the same are one. */
function readServiceDates(
  line: Building<ServiceLine>,
  dtp: KeptSegment | undefined,
  values: ClaimValues,
): void {
  const period = dtp === undefined ? '' : elementOf(dtp, 3);
  const [start = '', end, more] = period.includes('-') ? period.split('-') : [period];
  if (dtp !== undefined && more !== undefined) values.fault(dtp, 3);
  line.serviceDate = values.dateOf(dtp, 3, start);
  if (end !== undefined && end !== start) line.serviceDateEnd = values.dateOf(dtp, 3, end);
}
