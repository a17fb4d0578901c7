import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { NamedProvider } from '../../domain/party/party.ts';
import type { Building } from './building.ts';
import type { ClaimText } from './claim-text.ts';
import { decimalForm } from './decimal-form.ts';
import { NOTE, PROCEDURE, TWO } from './element-lengths.ts';
import { namedProviderForm } from './party-form.ts';
import { saysNothingNew } from './says-nothing-new.ts';

/** SV104 has at most eight digits (005010X222A1; the point is not counted, X12.6 type R). */
const UNITS_DIGITS_MAX = 8;

/** What a line need not say again. */
export interface LineContext {
  /** The line's place among the lines, from 0. */
  readonly index: number;
  readonly placeOfService: string;
  /** Who renders the claim: its rendering provider, or the billing provider. */
  readonly rendering: NamedProvider;
}

/** A service line as it is sent (loops 2400, 2420A). */
export function lineForm(line: ServiceLine, claim: LineContext, form: ClaimText): ServiceLine {
  const pointer = `/lines/${claim.index}`;
  const { serviceDate, serviceDateEnd, renderingProvider, note } = line;
  const sent: Building<ServiceLine> = {
    number: claim.index + 1,
    procedure: procedureForm(line.procedure, `${pointer}/procedure`, form),
    chargeCents: line.chargeCents,
    unitKind: line.unitKind,
    units: unitsForm(line.units, pointer, form),
    diagnosisPointers: line.diagnosisPointers,
    serviceDate,
  };
  if (line.placeOfService !== undefined) {
    const placeOfService = form.identifier(line.placeOfService, pointer, 'placeOfService', TWO);
    if (placeOfService !== claim.placeOfService) sent.placeOfService = placeOfService;
  }
  if (serviceDateEnd !== undefined && serviceDateEnd !== serviceDate) sent.serviceDateEnd = serviceDateEnd;
  if (line.isEmergency === true) sent.isEmergency = true;
  if (renderingProvider !== undefined) {
    const provider = namedProviderForm(renderingProvider, `${pointer}/renderingProvider`, form);
    if (!saysNothingNew(provider, claim.rendering)) sent.renderingProvider = provider;
  }
  if (note !== undefined) sent.note = form.text(note, pointer, 'note', NOTE);
  return sent;
}

function procedureForm(procedure: Procedure, pointer: string, form: ClaimText): Procedure {
  return {
    qualifier: form.identifier(procedure.qualifier, pointer, 'qualifier', TWO),
    code: form.identifier(procedure.code, pointer, 'code', PROCEDURE),
    modifiers: procedure.modifiers.map((modifier, place) =>
      form.identifier(modifier, `${pointer}/modifiers`, place, TWO),
    ),
  };
}

function unitsForm(units: string, pointer: string, form: ClaimText): string {
  const sent = decimalForm(units);
  if (sent === undefined || sent.startsWith('-')) form.refuse('writing.number', `${pointer}/units`);
  else if (sent.length > UNITS_DIGITS_MAX && sent.replace('.', '').length > UNITS_DIGITS_MAX) {
    form.refuse('writing.units-length', `${pointer}/units`);
  }
  return sent ?? '0';
}
