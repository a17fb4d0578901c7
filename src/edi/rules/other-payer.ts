import { differs } from './components.ts';
import type { RuleTrigger, TellRule } from './rule.ts';

/** What one of the other payers of a claim has decided about it (2320), and about its lines (2430). */
export class OtherPayer {
  /** NM1 of 2330B, which names the payer; undefined where there is none. */
  name: RuleTrigger | undefined;
  /** Whether another payer of the claim has the same identifier: then nobody knows whose the lines are. */
  isAmbiguous = false;
  /** AMT*D, and its amount. */
  paid: RuleTrigger | undefined;
  paidCents = 0;
  /** AMT*EAF and DTP*573, at the level of the claim and of a line. */
  claimLiability: RuleTrigger | undefined;
  lineLiability: RuleTrigger | undefined;
  claimDate: RuleTrigger | undefined;
  lineDate: RuleTrigger | undefined;
  /** All adjustments, of the claim and of its lines, and where the first stands. */
  adjustedCents = 0;
  firstAdjustment: RuleTrigger | undefined;
  /** SVD of the line at hand, what was paid for it and adjusted in it. */
  line: RuleTrigger | undefined;
  lineCents = 0;

  begin(): void {
    this.name = undefined;
    this.isAmbiguous = false;
    this.paid = undefined;
    this.claimLiability = undefined;
    this.lineLiability = undefined;
    this.claimDate = undefined;
    this.lineDate = undefined;
    this.adjustedCents = 0;
    this.firstAdjustment = undefined;
    this.line = undefined;
  }

  endLine(tell: TellRule, chargeCents: number): void {
    const { line } = this;
    this.line = undefined;
    if (line === undefined || this.isAmbiguous || !differs(chargeCents, this.lineCents)) return;
    tell('balance.other-payer-line', line.place, { ...placeOf(line), element: 2 });
  }

  end(tell: TellRule, totalCents: number): void {
    if (this.name === undefined || this.isAmbiguous) return;
    this.#judgePayment(tell, totalCents, this.name);
    this.#judgeDates(tell, this.name);
    const { claimLiability, lineLiability } = this;
    if (claimLiability === undefined || lineLiability === undefined) return;
    tell('situation.patient-liability-repeated', claimLiability.place, {
      ...placeOf(claimLiability),
      trigger: lineLiability,
    });
  }

  #judgePayment(tell: TellRule, totalCents: number, name: RuleTrigger): void {
    const { paid } = this;
    if (paid === undefined) {
      const trigger = this.firstAdjustment ?? this.lineDate;
      if (trigger === undefined) return;
      tell('situation.payer-paid-missing', name.place, { segment: 'AMT', loop: '2320', trigger });
    } else if (differs(totalCents, this.paidCents + this.adjustedCents)) {
      tell('balance.other-payer', paid.place, { ...placeOf(paid), element: 2 });
    }
  }

  #judgeDates(tell: TellRule, name: RuleTrigger): void {
    const { claimDate, lineDate } = this;
    if (claimDate !== undefined && lineDate !== undefined) {
      tell('situation.adjudication-date-repeated', claimDate.place, {
        ...placeOf(claimDate),
        trigger: lineDate,
      });
    } else if (claimDate === undefined && lineDate === undefined && this.paid !== undefined) {
      tell('situation.adjudication-date-missing', name.place, {
        segment: 'DTP',
        loop: '2330B',
        trigger: this.paid,
      });
    }
  }
}

function placeOf({ segment, loop }: RuleTrigger): Pick<RuleTrigger, 'segment' | 'loop'> {
  return { segment, loop };
}
