import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { amountAt, CAS_AMOUNTS, componentCode, componentStart, componentStop, sumAt } from './components.ts';
import { OtherPayer } from './other-payer.ts';
import { at, type Listen, type Rule, type SetRule, type TellRule, triggerAt } from './rule.ts';
import { NO_NUMBER, TextTable } from './text-table.ts';

const CLM = tagOf('CLM');
const SBR = tagOf('SBR');
const CAS = tagOf('CAS');
const AMT = tagOf('AMT');
const NM1 = tagOf('NM1');
const DTP = tagOf('DTP');
const REF = tagOf('REF');
const LX = tagOf('LX');
const SV2 = tagOf('SV2');
const SVD = tagOf('SVD');
const PAID = tagOf('D');
const LIABILITY = tagOf('EAF');
const PAYER_IDENTIFIER = tagOf('2U');
/** Ten other payers are allowed; the eleventh is told as one too many, and those behind it are not followed. */
const PAYERS_MAX = 16;

/** Where REF04 may name a payer: authorizations and referrals of a line, and numbers of its providers. */
const PAYER_REFERENCES = [
  ...['G1', '9F', 'G3'].map((code) => `2400/REF*${code}`),
  ...['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `2420${letter}/REF`),
];

/**
 * 837 coordination of benefits. For each other payer that has decided about the claim (TR3 005010X222A1 §1.4.4; X12
 * interpretation 1294): CLM02 is what it paid (2320 AMT*D) and all that it adjusted, in 2320 CAS and in 2430 CAS; the
 * charge of a line is what it paid for the line, SVD02, and adjusted in it. The day of its decision, DTP*573, stands in
 * 2330B or in the lines, and not in both; the same of what it left to the patient, AMT*EAF (§2.4, 2320 AMT, 2330B DTP,
 * 2430 DTP and AMT; for EAF a warning). The payers that lines name, in SVD01 and in REF04, are the other payers of the
 * claim (§2.4, 2430 SVD01, 2400 and 2420 REF04-2).
 *
 * That AMT*D is the sum of SVD02 less the claim's own adjustments follows from the two sums where every line has been
 * decided, and need not hold elsewhere.
 */
export const otherPayers: Rule = {
  segments: ['CLM', '2320/SBR', 'SVD', ...PAYER_REFERENCES],
  whileListening: {
    segments: [
      ...['CAS', 'AMT'].map((segment) => `2320/${segment}`),
      ...['NM1', 'DTP'].map((segment) => `2330B/${segment}`),
      ...['CAS', 'DTP', 'AMT'].map((segment) => `2430/${segment}`),
      'LX',
      'SV1',
      'SV2',
      'SV3',
    ],
    loops: ['2300', '2400'],
  },
  begin: (tell, listen) => new OtherPayers(tell, listen),
};

class OtherPayers implements SetRule {
  readonly #tell: TellRule;
  /** It listens in claims that have other payers. */
  readonly #listen: Listen;
  #totalCents = 0;
  #chargeCents = 0;
  /** One object a payer, used again in each claim. */
  readonly #payers: OtherPayer[] = [];
  #count = 0;
  /** The identifiers, and for the number of each the payer that has it. */
  readonly #identifiers = new TextTable(PAYERS_MAX);
  readonly #byIdentifier: OtherPayer[] = [];
  /** The payer of the loop at hand, 2320 or 2430. */
  #payer: OtherPayer | undefined;

  constructor(tell: TellRule, listen: Listen) {
    this.#tell = tell;
    this.#listen = listen;
  }

  segment(placed: PlacedSegment): void {
    const { cursor } = placed;
    switch (cursor.tag) {
      case CLM:
        this.#listen(false);
        this.#totalCents = amountAt(cursor, 2);
        this.#count = 0;
        this.#payer = undefined;
        this.#identifiers.clear();
        return;
      case SBR:
        return this.#beginPayer();
      case LX:
        this.#payer = undefined;
        this.#chargeCents = Number.NaN;
        return;
      case SVD:
        return this.#beginAdjudication(placed);
      case REF:
        if (cursor.elementCount >= 4) this.#checkReference(placed);
        return;
      case NM1:
      case CAS:
      case AMT:
      case DTP:
        if (this.#payer !== undefined) this.#takeDetail(placed, this.#payer);
        return;
      default:
        this.#chargeCents = amountAt(cursor, cursor.tag === SV2 ? 3 : 2);
    }
  }

  loopEnded(loop: string): void {
    for (let i = 0; i < this.#count; i++) {
      const payer = this.#payers[i] as OtherPayer;
      if (loop === '2400') payer.endLine(this.#tell, this.#chargeCents);
      else payer.end(this.#tell, this.#totalCents);
    }
    if (loop === '2300') this.#count = 0;
  }

  #beginPayer(): void {
    this.#listen(true);
    this.#payer = undefined;
    if (this.#count === PAYERS_MAX) return;
    const payer = this.#payers[this.#count] ?? new OtherPayer();
    this.#payers[this.#count++] = payer;
    payer.begin();
    this.#payer = payer;
  }

  /** A segment of 2320, 2330B or 2430. */
  #takeDetail(placed: PlacedSegment, payer: OtherPayer): void {
    const { cursor, loop } = placed;
    const isLine = loop === '2430';
    switch (cursor.tag) {
      case NM1:
        return this.#namePayer(placed, payer);
      case CAS: {
        const cents = sumAt(cursor, CAS_AMOUNTS);
        payer.adjustedCents += cents;
        payer.firstAdjustment ??= triggerAt(placed);
        if (isLine) payer.lineCents += cents;
        return;
      }
      case DTP:
        if (isLine) payer.lineDate ??= triggerAt(placed);
        else payer.claimDate = triggerAt(placed);
        return;
      default:
    }
    const kind = cursor.code(1);
    if (kind === PAID && !isLine) {
      payer.paid = triggerAt(placed);
      payer.paidCents = amountAt(cursor, 2);
    } else if (kind === LIABILITY) {
      if (isLine) payer.lineLiability ??= triggerAt(placed);
      else payer.claimLiability = triggerAt(placed);
    }
  }

  #namePayer(placed: PlacedSegment, payer: OtherPayer): void {
    const { view } = placed.cursor;
    const start = placed.cursor.startOf(9);
    const stop = placed.cursor.stopOf(9);
    payer.name = triggerAt(placed, 9);
    if (this.#identifiers.add(view, start, stop)) {
      this.#byIdentifier[this.#identifiers.count - 1] = payer;
      return;
    }
    payer.isAmbiguous = true;
    const first = this.#byIdentifier[this.#identifiers.numberOf(view, start, stop)];
    if (first !== undefined) first.isAmbiguous = true;
  }

  #beginAdjudication(placed: PlacedSegment): void {
    const { cursor } = placed;
    const payer = this.#payerBy(placed, cursor.startOf(1), cursor.stopOf(1));
    this.#payer = payer;
    if (payer === undefined) {
      if (!this.#isEveryPayerNamed() || !cursor.has(1)) return;
      this.#tell('situation.other-payer-unknown', placed.place, at(placed, 1));
      return;
    }
    const cents = amountAt(cursor, 2);
    // A line that the payer has split has several, which balance together.
    payer.lineCents = payer.line === undefined ? cents : payer.lineCents + cents;
    payer.line ??= triggerAt(placed);
  }

  /** REF04 of a line says for which other payer a number is. */
  #checkReference(placed: PlacedSegment): void {
    const { cursor } = placed;
    if (componentCode(cursor, 4, 1) !== PAYER_IDENTIFIER || !this.#isEveryPayerNamed()) return;
    const start = componentStart(cursor, 4, 2);
    if (start < 0 || this.#payerBy(placed, start, componentStop(cursor, 4, start)) !== undefined) return;
    this.#tell('situation.other-payer-unknown', placed.place, at(placed, 4, 2));
  }

  #payerBy({ cursor }: PlacedSegment, start: number, stop: number): OtherPayer | undefined {
    const number = this.#identifiers.numberOf(cursor.view, start, stop);
    return number === NO_NUMBER ? undefined : this.#byIdentifier[number];
  }

  /** Where a payer has no name, or is not followed, a line may well mean that one. */
  #isEveryPayerNamed(): boolean {
    for (let i = 0; i < this.#count; i++) if (this.#payers[i]?.name === undefined) return false;
    return this.#count < PAYERS_MAX;
  }
}
