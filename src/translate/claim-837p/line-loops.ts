import { ZERO_CENTS } from '../../base/money.ts';
import type { ServiceLine } from '../../domain/claim/claim.ts';
import type { Procedure } from '../../domain/claim/procedure.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { CollectedList } from '../collected-list.ts';
import { readProcedure } from '../procedure.ts';
import { type ClaimLoop, LEFT_OUT, LoopBeginning, type NamingLoop } from './claim-loop.ts';
import { type ClaimFault, type ClaimValues, codesOf } from './claim-values.ts';
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

/** SV103. */
const UNIT_KINDS = codesOf('UN', 'MJ');

const DAY_LENGTH = 'CCYYMMDD'.length;

const NO_POINTERS: readonly number[] = [];
const NO_PROCEDURE: Procedure = { qualifier: '', code: '', modifiers: [] };

/** What the lines of a claim say: as many control numbers (REF*6R) as lines, '' where a line has none. */
interface ReadLines {
  readonly lines: readonly ServiceLine[];
  readonly lineControlNumbers: readonly string[];
}

/** The loops 2400 of a claim with 2420A, one after the other: `open` begins one, `end` gives all of them. */
export class LineLoops implements NamingLoop {
  readonly #lines = new CollectedList<ServiceLine>();
  readonly #controlNumbers = new CollectedList<string>();
  /** Of the line that is open. */
  readonly #beginning = new LoopBeginning();
  /** What the lines lack. */
  #faults: ClaimFault[] = [];
  #line: Building<ServiceLine> | undefined;
  #hasService = false;
  #hasDate = false;
  #hasRendering = false;
  #controlNumber: string | undefined;
  #note: string | undefined;

  open(values: ClaimValues): void {
    this.#close(values);
    this.#beginning.moveTo(values);
    this.#line = {
      number: values.count(1),
      procedure: NO_PROCEDURE,
      chargeCents: ZERO_CENTS,
      unitKind: 'UN',
      units: '',
      diagnosisPointers: NO_POINTERS,
      serviceDate: NOT_SENT.birthDate,
    };
    this.#hasService = false;
    this.#hasDate = false;
    this.#hasRendering = false;
    this.#controlNumber = undefined;
    this.#note = undefined;
  }

  take(values: ClaimValues): void {
    const line = this.#line;
    if (line === undefined) return;
    const { tag, segment } = values;
    if (tag === SV1) {
      if (!this.#hasService) readService(line, values);
      this.#hasService = true;
    } else if (tag === DTP && segment.code(1) === SERVICE) {
      if (!this.#hasDate) readServiceDates(line, values);
      this.#hasDate = true;
    } else if (tag === REF && segment.code(1) === LINE_CONTROL_NUMBER) {
      this.#controlNumber ??= segment.text(2);
    } else if (tag === NTE && (segment.code(1) === ADDITIONAL || segment.code(1) === GOALS)) {
      this.#takeNote(line, segment.text(2));
    }
  }

  #takeNote(line: Building<ServiceLine>, note: string): void {
    if (this.#note === undefined && note !== '') line.note = note;
    this.#note ??= note;
  }

  party(values: ClaimValues): ClaimLoop {
    const line = this.#line;
    if (line === undefined || this.#hasRendering || values.segment.code(1) !== RENDERING) return LEFT_OUT;
    this.#hasRendering = true;
    const loop = new ProviderLoop(values);
    line.renderingProvider = loop.provider;
    return loop;
  }

  /** The claim has ended: what is missing is a fault. */
  end(values: ClaimValues): ReadLines {
    this.#close(values);
    values.addFaults(this.#faults);
    if (this.#faults.length > 0) this.#faults = [];
    return { lines: this.#lines.take(), lineControlNumbers: this.#controlNumbers.take() };
  }

  #close(values: ClaimValues): void {
    if (this.#line === undefined) return;
    if (!this.#hasService) this.#missing('SV1', values);
    if (!this.#hasDate) this.#missing('DTP', values);
    this.#lines.add(this.#line);
    this.#controlNumbers.add(this.#controlNumber ?? '');
    this.#line = undefined;
  }

  #missing(segment: string, values: ClaimValues): void {
    this.#faults.push({ segment, element: 0, place: this.#beginning.place(values) });
  }
}

function readService(line: Building<ServiceLine>, values: ClaimValues): void {
  const { segment } = values;
  line.procedure = readProcedure(segment, 1);
  if (line.procedure.qualifier === '' || line.procedure.code === '') values.fault(1);
  line.chargeCents = values.cents(2);
  line.unitKind = values.code(3, UNIT_KINDS);
  line.units = readUnits(values);
  line.diagnosisPointers = values.counts(7);
  const placeOfService = segment.text(5);
  if (placeOfService !== '') line.placeOfService = placeOfService;
  if (segment.code(9) === YES) line.isEmergency = true;
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
