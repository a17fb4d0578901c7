import { invariant } from '../base/invariant.ts';
import { type Cents, sumCents } from '../base/money.ts';
import { type BalanceProof, BalanceProver } from '../domain/remittance/balance.ts';
import type { ClaimPayment, RemittanceParticulars } from '../domain/remittance/remittance.ts';
import type { EnvelopeNumbers } from '../edi/envelope/envelope-handler.ts';
import { normalizedSegment } from '../edi/syntax/normalized-segment.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import { RemittanceSetReader } from '../translate/remittance-835.ts';
import { BalanceProofWriter } from './balance-proof.ts';
import { RepeatedNumbers } from './posting/repeated-numbers.ts';
import { TextHash } from './text-hash.ts';

/** What is known of one 835 transaction set before any of it counts. */
export interface SurveyedRemittance {
  readonly particulars: RemittanceParticulars;
  /** SHA-256 of the set with its envelope left out and its delimiters normalised. */
  readonly contentSha256: string;
  readonly claimCount: number;
  readonly balance: BalanceProof;
  /** AMT*I of all its claim payments; absent where none has any. */
  readonly interestToldCents?: Cents;
  readonly repeatedNumbers: RepeatedNumbers;
}

const ST = tagOf('ST');
const SE = tagOf('SE');

/** Surveys one 835 as its segments come; of its claim payments it keeps none. */
export class RemittanceSurvey {
  readonly #fileSha256: string;
  readonly #reader = new RemittanceSetReader((payment) => this.#paid(payment));
  readonly #content = new TextHash('latin1');
  readonly #balance = new BalanceProver();
  readonly #proof = new BalanceProofWriter();
  readonly #repeatedNumbers = new RepeatedNumbers();
  #claimCount = 0;
  #interestToldCents: Cents | undefined;
  #surveyed: SurveyedRemittance | undefined;

  constructor(fileSha256: string) {
    this.#fileSha256 = fileSha256;
  }

  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void {
    this.#reader.segment(segment, segmentOrdinal, numbers);
    // Its own control number is envelope: the same remittance in another file is the same remittance.
    if (segment.tag !== ST && segment.tag !== SE) this.#content.add(normalizedSegment(segment));
  }

  finish(): void {
    const particulars = this.#reader.finish();
    const contentSha256 = this.#content.digest();
    const balance = this.#balance.close(particulars);
    if (!this.isUnreadable) {
      if (this.#claimCount === 0) this.#proof.header(this.#fileSha256, particulars);
      this.#proof.close(particulars.providerAdjustments, { contentSha256, balance });
    }
    this.#surveyed = {
      particulars,
      contentSha256,
      claimCount: this.#claimCount,
      balance,
      ...(this.#interestToldCents === undefined ? {} : { interestToldCents: this.#interestToldCents }),
      repeatedNumbers: this.#repeatedNumbers.compact(),
    };
  }

  get isFinished(): boolean {
    return this.#surveyed !== undefined;
  }

  /** Something in it could not be read: it is held for that, and nothing can be proven of it. */
  get isUnreadable(): boolean {
    return this.#reader.isUnreadable;
  }

  /** What there is of its proof and was not taken yet. */
  takeProof(): Uint8Array {
    return this.#proof.take();
  }

  surveyed(): SurveyedRemittance {
    invariant(this.#surveyed !== undefined, 'a transaction set is surveyed when it has ended');
    return this.#surveyed;
  }

  #paid(payment: ClaimPayment): void {
    const { patientControlNumber, ordinal, interestCents } = payment;
    this.#claimCount++;
    this.#balance.add(payment);
    this.#repeatedNumbers.note(patientControlNumber, ordinal);
    if (interestCents !== undefined) {
      this.#interestToldCents = sumCents([this.#interestToldCents ?? 0, interestCents]);
    }
    if (this.isUnreadable) return;
    if (ordinal === 1) this.#proof.header(this.#fileSha256, this.#reader.header());
    this.#proof.claim(payment);
  }
}
