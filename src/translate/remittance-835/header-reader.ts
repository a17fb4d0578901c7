import { type Cents, ZERO_CENTS } from '../../base/money.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { Remittance } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { RequiredElements } from './required-elements.ts';

const BPR = tagOf('BPR');
const TRN = tagOf('TRN');
const N1 = tagOf('N1');
const REF = tagOf('REF');
const CAS = tagOf('CAS');
const SVC = tagOf('SVC');

const PAYER = tagOf('PR');
const PAYEE = tagOf('PE');

/** N103 and REF01. */
const PLAN_ID = tagOf('XV');
const NPI = tagOf('XX');
const TAX_ID = tagOf('FI');
const PAYER_ID = tagOf('2U');
const PAYEE_TAX_ID = tagOf('TJ');

/** BPR03: the payee's account is credited. */
const CREDIT = tagOf('C');

type Payment = Pick<Remittance['payment'], 'amountCents' | 'method' | 'date' | 'place'>;
type Trace = Pick<Remittance['payment'], 'traceNumber' | 'originatorId'>;
/** Payment, payer and payee of a remittance. */
export type RemittanceHeader = Pick<Remittance, 'payment' | 'payer' | 'payee'>;

const NO_PAYMENT: Payment = { amountCents: ZERO_CENTS, method: '', date: undefined };
const NO_TRACE: Trace = { traceNumber: '', originatorId: '' };

/** Reads what stands above the claims of an 835: payment, trace number, payer, payee. Each may stand there once. */
export class HeaderReader {
  readonly #required: RequiredElements;
  #payment: Payment | undefined;
  #trace: Trace | undefined;
  #payer: { name: string; identifier?: string } | undefined;
  #payee: { name: string; npi?: string; taxId?: string } | undefined;
  #party: 'payer' | 'payee' | undefined;

  constructor(required: RequiredElements) {
    this.#required = required;
  }

  segment(segment: SegmentCursor): void {
    switch (segment.tag) {
      case BPR:
        if (this.#payment === undefined) this.#payment = this.#readPayment(segment);
        else this.#required.note();
        return;
      case TRN:
        if (this.#trace === undefined) this.#trace = this.#readTrace(segment);
        else this.#required.note();
        return;
      case N1:
        return this.#openParty(segment);
      case REF:
        return this.#addIdentifier(segment);
      case CAS:
      case SVC:
        // Money of a claim that is not there.
        return this.#required.note();
      default:
    }
  }

  /** Notes at `place`, where the set begins, each part that never came. */
  close(place: SourcePlace): void {
    for (const part of [this.#payment, this.#trace, this.#payer, this.#payee]) {
      if (part === undefined) this.#required.note(place);
    }
  }

  get hasPayment(): boolean {
    return this.#payment !== undefined;
  }

  /** What was read so far. */
  read(): RemittanceHeader {
    return {
      payment: { ...(this.#payment ?? NO_PAYMENT), ...(this.#trace ?? NO_TRACE) },
      payer: this.#payer ?? { name: '' },
      payee: this.#payee ?? { name: '' },
    };
  }

  /**
   * BPR03 D takes money from the payee by an agreement of its own, and BPR02 is never negative: a payer carries a debt
   * forward in PLB instead (interpretation 2660). Both are noted, since neither is a payment that could be posted.
   */
  #readPayment(segment: SegmentCursor): Payment {
    const amountCents = this.#required.amount(segment, 2);
    if (segment.code(3) !== CREDIT || amountCents < 0) this.#required.note();
    return {
      amountCents: neverNegative(amountCents),
      method: this.#required.text(segment, 4),
      date: this.#required.date(segment, 16),
      place: this.#required.amountPlace(2),
    };
  }

  #readTrace(segment: SegmentCursor): Trace {
    return {
      traceNumber: this.#required.text(segment, 2),
      originatorId: this.#required.text(segment, 3),
    };
  }

  #openParty(segment: SegmentCursor): void {
    const entity = segment.code(1);
    const qualifier = segment.code(3);
    const identifier = segment.text(4);
    this.#party = undefined;
    if (entity === PAYER && this.#payer === undefined) {
      this.#party = 'payer';
      this.#payer = { name: this.#required.text(segment, 2) };
      if (qualifier === PLAN_ID && identifier !== '') this.#payer.identifier = identifier;
    } else if (entity === PAYEE && this.#payee === undefined) {
      this.#party = 'payee';
      this.#payee = { name: this.#required.text(segment, 2) };
      if (qualifier === NPI && identifier !== '') this.#payee.npi = identifier;
      if (qualifier === TAX_ID && identifier !== '') this.#payee.taxId = identifier;
    } else if (entity === PAYER || entity === PAYEE) this.#required.note();
  }

  /** REF of the party that was opened last: what N104 did not say already. */
  #addIdentifier(segment: SegmentCursor): void {
    if (!segment.has(2)) return;
    const qualifier = segment.code(1);
    if (this.#party === 'payer' && this.#payer !== undefined && qualifier === PAYER_ID) {
      this.#payer.identifier ??= segment.text(2);
    }
    if (this.#party === 'payee' && this.#payee !== undefined && qualifier === PAYEE_TAX_ID) {
      this.#payee.taxId ??= segment.text(2);
    }
  }
}

function neverNegative(amount: Cents): Cents {
  return amount < 0 ? ZERO_CENTS : amount;
}
