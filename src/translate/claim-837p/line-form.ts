import type { ServiceLine } from '../../domain/claim/claim.ts';
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
  /** The line's place among the lines, from 0. */
  readonly index: number;
  readonly placeOfService: string;
  /** Who renders the claim: its rendering provider, or the billing provider. */
  readonly rendering: NamedProvider;
}

/** A service line as it is sent (loops 2400, 2420A). */
export function lineForm(line: ServiceLine, claim: LineContext, form: ClaimText): ServiceLine {
  const pointer = `/lines/${claim.index}`;
  const { procedure, serviceDateEnd } = line;
  const placeOfService = form.identifier(line.placeOfService, `${pointer}/placeOfService`, TWO);
  const provider =
    line.renderingProvider && namedProviderForm(line.renderingProvider, `${pointer}/renderingProvider`, form);
  return {
    number: claim.index + 1,
    procedure: {
      qualifier: form.identifier(procedure.qualifier, `${pointer}/procedure/qualifier`, TWO),
      code: form.identifier(procedure.code, `${pointer}/procedure/code`, PROCEDURE),
      modifiers: procedure.modifiers.map((modifier, place) =>
        form.identifier(modifier, `${pointer}/procedure/modifiers/${place}`, TWO),
      ),
    },
    chargeCents: line.chargeCents,
    unitKind: line.unitKind,
    units: unitsForm(line.units, `${pointer}/units`, form),
    ...(placeOfService === claim.placeOfService ? {} : member('placeOfService', placeOfService)),
    diagnosisPointers: line.diagnosisPointers,
    serviceDate: line.serviceDate,
    ...(serviceDateEnd === line.serviceDate ? {} : member('serviceDateEnd', serviceDateEnd)),
    ...(line.isEmergency === true ? { isEmergency: true } : {}),
    ...(provider === undefined || saysNothingNew(provider, claim.rendering)
      ? {}
      : { renderingProvider: provider }),
    ...member('note', form.text(line.note, `${pointer}/note`, NOTE)),
  };
}

function unitsForm(units: string, pointer: string, form: ClaimText): string {
  const sent = decimalForm(units);
  if (sent === undefined || sent.startsWith('-')) form.refuse('writing.number', pointer);
  else if (sent.replace('.', '').length > UNITS_DIGITS_MAX) form.refuse('writing.units-length', pointer);
  return sent ?? '0';
}
