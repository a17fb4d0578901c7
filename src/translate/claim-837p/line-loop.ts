import { ZERO_CENTS } from '../../base/money.ts';
import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { type ClaimLoop, LEFT_OUT, type NamingLoop } from './claim-loop.ts';
import { type ClaimValues, codesOf } from './claim-values.ts';
import { decimalForm } from './decimal-form.ts';
import { ProviderLoop } from './party-loops.ts';
import { NOT_SENT } from './transmitted-claim.ts';

const SV1 = tagOf('SV1');
const DTP = tagOf('DTP');
const REF = tagOf('REF');
const NTE = tagOf('NTE');

const SERVICE = tagOf('472');
const LINE_CONTROL_NUMBER = tagOf('6R');
const ADDITIONAL = tagOf('ADD');
const GOALS = tagOf('DCP');
const RENDERING = tagOf('82');
const YES = tagOf('Y');

/** SV101-3 to SV101-6. */
const MODIFIERS_MAX = 4;

/** SV103. */
const UNIT_KINDS = codesOf('UN', 'MJ');

const DAY_LENGTH = 'CCYYMMDD'.length;

const NO_PROCEDURE: Procedure = { qualifier: '', code: '', modifiers: [] };

/** Loop 2400 with 2420A. */
export class LineLoop implements NamingLoop {
  readonly line: Building<ServiceLine>;
  /** Where its LX stands. */
  readonly #place: SourcePlace;
  #hasService = false;
  #hasDate = false;
  #hasRendering = false;
  #controlNumber: string | undefined;
  #note: string | undefined;

  constructor(values: ClaimValues) {
    this.#place = values.place;
    this.line = {
      number: values.count(1),
      procedure: NO_PROCEDURE,
      chargeCents: ZERO_CENTS,
      unitKind: 'UN',
      units: '',
      diagnosisPointers: [],
      serviceDate: NOT_SENT.birthDate,
    };
  }

  take(values: ClaimValues): void {
    const { tag, segment } = values;
    if (tag === SV1) {
      if (!this.#hasService) readService(this.line, values);
      this.#hasService = true;
    } else if (tag === DTP && segment.code(1) === SERVICE) {
      if (!this.#hasDate) readServiceDates(this.line, values);
      this.#hasDate = true;
    } else if (tag === REF && segment.code(1) === LINE_CONTROL_NUMBER) {
      this.#controlNumber ??= segment.text(2);
    } else if (tag === NTE && (segment.code(1) === ADDITIONAL || segment.code(1) === GOALS)) {
      this.#takeNote(segment.text(2));
    }
  }

  #takeNote(note: string): void {
    if (this.#note === undefined && note !== '') this.line.note = note;
    this.#note ??= note;
  }

  party(values: ClaimValues): ClaimLoop {
    if (this.#hasRendering || values.segment.code(1) !== RENDERING) return LEFT_OUT;
    this.#hasRendering = true;
    const loop = new ProviderLoop(values);
    this.line.renderingProvider = loop.provider;
    return loop;
  }

  /** REF*6R; '' where the line has none. */
  get controlNumber(): string {
    return this.#controlNumber ?? '';
  }

  /** The loop has ended: what is missing is a fault. */
  end(values: ClaimValues): void {
    if (!this.#hasService) values.missing('SV1', this.#place);
    if (!this.#hasDate) values.missing('DTP', this.#place);
  }
}

function readService(line: Building<ServiceLine>, values: ClaimValues): void {
  const { segment } = values;
  line.procedure = readProcedure(values);
  line.chargeCents = values.cents(2);
  line.unitKind = values.code(3, UNIT_KINDS);
  line.units = readUnits(values);
  line.diagnosisPointers = values.counts(7);
  const placeOfService = segment.text(5);
  if (placeOfService !== '') line.placeOfService = placeOfService;
  if (segment.code(9) === YES) line.isEmergency = true;
}

function readProcedure(values: ClaimValues): Procedure {
  const components = values.segment.components(1);
  const qualifier = components[0] ?? '';
  const code = components[1] ?? '';
  if (qualifier === '' || code === '') values.fault(1);
  const modifiers = components.slice(2, 2 + MODIFIERS_MAX);
  return { qualifier, code, modifiers: modifiers.includes('') ? modifiers.filter(isFilled) : modifiers };
}

function isFilled(text: string): boolean {
  return text !== '';
}

function readUnits(values: ClaimValues): string {
  const units = decimalForm(values.segment.text(4));
  if (units === undefined || units.startsWith('-')) values.fault(4);
  return units ?? '';
}

/** D8 one day, RD8 two with a dash; two that are the same are one. */
function readServiceDates(line: Building<ServiceLine>, values: ClaimValues): void {
  const { segment } = values;
  if (segment.stopOf(3) - segment.startOf(3) === DAY_LENGTH) {
    line.serviceDate = values.date(3);
    return;
  }
  const [start = '', end, more] = segment.text(3).split('-');
  if (more !== undefined) values.fault(3);
  line.serviceDate = values.dateOf(3, start);
  if (end !== undefined && end !== start) line.serviceDateEnd = values.dateOf(3, end);
}
