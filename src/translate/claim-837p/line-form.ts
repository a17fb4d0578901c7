import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { NamedProvider } from '../../domain/party/party.ts';
import type { ClaimText } from './claim-text.ts';
import { decimalForm } from './decimal-form.ts';
import { NOTE, PROCEDURE, TWO } from './element-lengths.ts';
import { member } from './member.ts';
import { namedProviderForm } from './party-form.ts';
import { saysNothingNew } from './says-nothing-new.ts';

/** SV104 has at most eight digits (005010X222A1; the point is not counted, X12.6 type R). */
const UNITS_DIGITS_MAX = 8;

/** What a line need not say again. */
export interface LineContext {
  readonly placeOfService: string;
  /** Who renders the claim: its rendering provider, or the billing provider. */
  readonly rendering: NamedProvider;
}

/** Pointers to lines: nearly none is needed, and each is put together once. A claim has at most fifty (2400 LX). */
const POINTERS = Array.from({ length: 50 }, (_, index) => `/lines/${index}`);

/** The line at `index` as it is sent (loops 2400, 2420A); the very same where nothing changes. */
export function lineForm(line: ServiceLine, index: number, claim: LineContext, form: ClaimText): ServiceLine {
  const pointer = POINTERS[index] ?? `/lines/${index}`;
  const number = index + 1;
  const procedure = procedureForm(line.procedure, pointer, form);
  const units = unitsForm(line.units, pointer, form);
  const placeOfService = placeOfServiceForm(line, claim, pointer, form);
  const serviceDateEnd = line.serviceDateEnd === line.serviceDate ? undefined : line.serviceDateEnd;
  const isEmergency = line.isEmergency === true ? true : undefined;
  const renderingProvider = renderingForm(line, claim, pointer, form);
  const note = form.text(line.note, pointer, 'note', NOTE);
  if (
    number === line.number &&
    procedure === line.procedure &&
    units === line.units &&
    placeOfService === line.placeOfService &&
    serviceDateEnd === line.serviceDateEnd &&
    isEmergency === line.isEmergency &&
    renderingProvider === line.renderingProvider &&
    note === line.note
  ) {
    return line;
  }
  return {
    number,
    procedure,
    chargeCents: line.chargeCents,
    unitKind: line.unitKind,
    units,
    ...member('placeOfService', placeOfService),
    diagnosisPointers: line.diagnosisPointers,
    serviceDate: line.serviceDate,
    ...member('serviceDateEnd', serviceDateEnd),
    ...member('isEmergency', isEmergency),
    ...member('renderingProvider', renderingProvider),
    ...member('note', note),
  };
}

function procedureForm(procedure: Procedure, pointer: string, form: ClaimText): Procedure {
  const qualifier = form.identifier(procedure.qualifier, pointer, 'procedure/qualifier', TWO);
  const code = form.identifier(procedure.code, pointer, 'procedure/code', PROCEDURE);
  const modifiers = form.identifiers(procedure.modifiers, pointer, 'procedure/modifiers', TWO);
  const isSame =
    qualifier === procedure.qualifier && code === procedure.code && modifiers === procedure.modifiers;
  return isSame ? procedure : { qualifier, code, modifiers };
}

/** SV105 is sent where it is another than the claim's. */
function placeOfServiceForm(
  line: ServiceLine,
  claim: LineContext,
  pointer: string,
  form: ClaimText,
): string | undefined {
  const sent = form.identifier(line.placeOfService, pointer, 'placeOfService', TWO);
  return sent === claim.placeOfService ? undefined : sent;
}

function renderingForm(
  { renderingProvider }: ServiceLine,
  { rendering }: LineContext,
  pointer: string,
  form: ClaimText,
): NamedProvider | undefined {
  if (renderingProvider === undefined) return undefined;
  const sent = namedProviderForm(renderingProvider, `${pointer}/renderingProvider`, form);
  return saysNothingNew(sent, rendering) ? undefined : sent;
}

function unitsForm(units: string, pointer: string, form: ClaimText): string {
  const sent = decimalForm(units);
  if (sent === undefined || sent.startsWith('-')) form.refuse('writing.number', `${pointer}/units`);
  else if (sent.length > UNITS_DIGITS_MAX && sent.replace('.', '').length > UNITS_DIGITS_MAX) {
    form.refuse('writing.units-length', `${pointer}/units`);
  }
  return sent ?? '0';
}
