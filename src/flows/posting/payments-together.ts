import { addToGroup } from '../../base/groups.ts';
import type { ClaimPayment } from '../../domain/remittance/remittance.ts';
import type { RepeatedNumbers } from './repeated-numbers.ts';

/** Posted at a time: enough to share the cost of a statement, few enough to be held with their claims. */
const PAYMENTS_MAX = 1500;
/** Waiting for others of their number; a set in which more do is not worth the memory. */
const WAITING_MAX = 5000;

/**
 * Divides the claim payments of one transaction set into groups that are posted one after the other. Those with one
 * patient control number stay together: the parts of a claim that the payer split are matched by the sum of what they
 * charge (interpretations 137, 1076), and a reversal and its correction are booked as what they are together.
 */
export class PaymentsTogether {
  readonly #repeated: RepeatedNumbers;
  readonly #waiting = new Map<string, [ClaimPayment, ...ClaimPayment[]]>();
  #waitingCount = 0;
  #ready: ClaimPayment[] = [];

  constructor(repeated: RepeatedNumbers) {
    this.#repeated = repeated;
  }

  /** The next claim payment of the set; gives the group that is complete with it, if one is. */
  add(payment: ClaimPayment): readonly ClaimPayment[] | undefined {
    const { patientControlNumber: number, ordinal } = payment;
    if (this.#repeated.lastOf(number) > ordinal) this.#wait(number, payment);
    else this.#release(number, payment);
    if (this.#waitingCount > WAITING_MAX) return this.rest();
    return this.#ready.length < PAYMENTS_MAX ? undefined : this.#take();
  }

  /** All that are left. */
  rest(): readonly ClaimPayment[] {
    for (const payments of this.#waiting.values()) this.#ready.push(...payments);
    this.#waiting.clear();
    this.#waitingCount = 0;
    return this.#take();
  }

  #wait(number: string, payment: ClaimPayment): void {
    addToGroup(this.#waiting, number, payment);
    this.#waitingCount++;
  }

  #release(number: string, last: ClaimPayment): void {
    const before = this.#waiting.get(number);
    if (before !== undefined) {
      this.#ready.push(...before);
      this.#waitingCount -= before.length;
      this.#waiting.delete(number);
    }
    this.#ready.push(last);
  }

  #take(): readonly ClaimPayment[] {
    return this.#ready.splice(0);
  }
}
