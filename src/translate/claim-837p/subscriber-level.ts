import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { DependentPatient, Payer, Subscriber } from '../../domain/party/party.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { type ClaimLoop, LEFT_OUT, LoopBeginning, type NamingLoop } from './claim-loop.ts';
import type { ClaimFault, ClaimValues } from './claim-values.ts';
import { PayerLoop, PersonLoop } from './party-loops.ts';
import { readSubscriberInformation, type SubscriberInformation } from './subscriber-information.ts';
import { NOT_SENT } from './transmitted-claim.ts';

const SBR = tagOf('SBR');
const PAT = tagOf('PAT');

const INSURED = tagOf('IL');
const PAYER = tagOf('PR');
const PATIENT = tagOf('QC');

/** Who stands where nobody was read; a claim with one of them is never given out. */
export const NO_SUBSCRIBER: Subscriber = { name: { kind: 'person', last: '' }, memberId: '', ...NOT_SENT };
export const NO_PAYER: Payer = { name: '', identifier: '', filingIndicator: '' };

type Insured = Pick<ProfessionalClaim, 'payerRank' | 'insuranceTypeCode' | 'payer' | 'subscriber'>;

/** Loop 2000B. */
export class SubscriberLevel implements NamingLoop {
  readonly #beginning: LoopBeginning;
  readonly faults: ClaimFault[] = [];
  #information: SubscriberInformation | undefined;
  #insured: PersonLoop | undefined;
  #payer: PayerLoop | undefined;

  constructor(values?: ClaimValues) {
    this.#beginning = new LoopBeginning(values);
  }

  take(values: ClaimValues): void {
    if (values.tag === SBR) this.#information ??= readSubscriberInformation(values);
  }

  party(values: ClaimValues): ClaimLoop {
    const role = values.segment.code(1);
    if (role === INSURED && this.#insured === undefined) {
      this.#insured = new PersonLoop(values, true);
      return this.#insured;
    }
    if (role === PAYER && this.#payer === undefined) {
      this.#payer = new PayerLoop(values);
      return this.#payer;
    }
    return LEFT_OUT;
  }

  /** What the level says of a claim; `isPatient` demands what a patient must have. */
  read(isPatient: boolean, values: ClaimValues): Insured {
    values.addFaults(this.faults);
    if (this.#information === undefined) values.missing('SBR', this.#beginning.place(values));
    if (this.#payer === undefined) values.missing('NM1', this.#beginning.place(values));
    if (this.#insured === undefined) values.missing('NM1', this.#beginning.place(values));
    const { rank, groupNumber, insuranceTypeCode, filingIndicator } = this.#information ?? {
      rank: 'P',
      filingIndicator: '',
    };
    const insured: Building<Insured> = {
      payerRank: rank,
      payer: this.#payer?.payer(filingIndicator, values) ?? NO_PAYER,
      subscriber: this.#insured?.subscriber(groupNumber, isPatient, values) ?? NO_SUBSCRIBER,
    };
    if (insuranceTypeCode !== undefined) insured.insuranceTypeCode = insuranceTypeCode;
    return insured;
  }
}

/** Loop 2000C. */
export class PatientLevel implements NamingLoop {
  readonly #beginning: LoopBeginning;
  readonly faults: ClaimFault[] = [];
  #relationship: string | undefined;
  #patient: PersonLoop | undefined;

  constructor(values: ClaimValues) {
    this.#beginning = new LoopBeginning(values);
  }

  take(values: ClaimValues): void {
    if (values.tag === PAT) this.#relationship ??= values.text(1);
  }

  party(values: ClaimValues): ClaimLoop {
    if (this.#patient !== undefined || values.segment.code(1) !== PATIENT) return LEFT_OUT;
    this.#patient = new PersonLoop(values, false);
    return this.#patient;
  }

  /** Undefined where nobody is named, which is a fault. */
  patient(values: ClaimValues): DependentPatient | undefined {
    values.addFaults(this.faults);
    if (this.#patient === undefined) values.missing('NM1', this.#beginning.place(values));
    if (this.#relationship === undefined) values.missing('PAT', this.#beginning.place(values));
    return this.#patient?.patient(this.#relationship ?? '', values);
  }
}
