import type { OtherCoverage } from '../../domain/claim/claim.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';
import { type ClaimLoop, LEFT_OUT, LoopBeginning, type NamingLoop } from './claim-loop.ts';
import type { ClaimValues } from './claim-values.ts';
import { CAS_REASONS_MAX } from './coverage-form.ts';
import { decimalForm } from './decimal-form.ts';
import { member } from './member.ts';
import { OtherPayerLoop, PersonLoop } from './party-loops.ts';
import { readSubscriberInformation, type SubscriberInformation } from './subscriber-information.ts';
import { NO_PAYER, NO_SUBSCRIBER } from './subscriber-level.ts';

const CAS = tagOf('CAS');
const AMT = tagOf('AMT');

const INSURED = tagOf('IL');
const PAYER = tagOf('PR');
const PAID = tagOf('D');

/** Loop 2320 with 2330A and 2330B. */
export class CoverageLoop implements NamingLoop {
  readonly #beginning: LoopBeginning;
  readonly #information: SubscriberInformation;
  readonly #adjustments: ClaimAdjustment[] = [];
  #paidCents: OtherCoverage['paidCents'];
  #insured: PersonLoop | undefined;
  #payer: OtherPayerLoop | undefined;

  constructor(values: ClaimValues) {
    this.#beginning = new LoopBeginning(values);
    this.#information = readSubscriberInformation(values);
    if (this.#information.relationship === '') values.fault(2);
  }

  take(values: ClaimValues): void {
    const { tag, segment } = values;
    if (tag === CAS) readAdjustments(values, this.#adjustments);
    else if (tag === AMT && segment.code(1) === PAID) this.#paidCents ??= values.cents(2);
  }

  party(values: ClaimValues): ClaimLoop {
    const role = values.segment.code(1);
    if (role === INSURED && this.#insured === undefined) {
      this.#insured = new PersonLoop(values, true);
      return this.#insured;
    }
    if (role === PAYER && this.#payer === undefined) {
      this.#payer = new OtherPayerLoop(values);
      return this.#payer;
    }
    return LEFT_OUT;
  }

  /** The loop has ended. */
  coverage(values: ClaimValues): OtherCoverage {
    if (this.#payer === undefined) values.missing('NM1', this.#beginning.place(values));
    if (this.#insured === undefined) values.missing('NM1', this.#beginning.place(values));
    const { rank, relationship, groupNumber, insuranceTypeCode, filingIndicator } = this.#information;
    const coverage: Building<OtherCoverage> = {
      rank,
      payer: this.#payer?.payer(filingIndicator, values) ?? NO_PAYER,
      subscriber: this.#insured?.subscriber(groupNumber, false, values) ?? NO_SUBSCRIBER,
      relationship,
      ...member('insuranceTypeCode', insuranceTypeCode),
      ...member('paidCents', this.#paidCents),
      ...member('adjudicationDate', this.#payer?.adjudicationDate),
      adjustments: this.#adjustments,
    };
    const claimControlNumber = this.#payer?.claimControlNumber ?? '';
    if (claimControlNumber !== '') coverage.payerClaimControlNumber = claimControlNumber;
    return coverage;
  }
}

function readAdjustments(values: ClaimValues, adjustments: ClaimAdjustment[]): void {
  const { segment } = values;
  const groupCode = values.text(1);
  for (let index = 0; index < CAS_REASONS_MAX; index++) {
    const position = 2 + index * 3;
    if (!segment.has(position) && !segment.has(position + 1) && !segment.has(position + 2)) continue;
    const reasonCode = values.text(position);
    const amountCents = values.cents(position + 1);
    const quantity = segment.has(position + 2) ? decimalForm(segment.text(position + 2)) : undefined;
    if (segment.has(position + 2) && quantity === undefined) values.fault(position + 2);
    adjustments.push({ groupCode, reasonCode, amountCents, ...member('quantity', quantity) });
  }
}
