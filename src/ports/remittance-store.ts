import type { Cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { BalanceProof } from '../domain/remittance/balance.ts';
import type { Remittance } from '../domain/remittance/remittance.ts';

export type RemittanceState = 'published' | 'held';

export interface NewRemittance {
  readonly id: string;
  /** Tenant, payer, trace number, date, amount and payee in one text: same identity, other content is a conflict. */
  readonly identity: string;
  /** SHA-256 of the transaction set's body with delimiters normalised. */
  readonly contentSha256: string;
  readonly fileSha256: string;
  readonly setControlNumber: string;
  readonly payerName: string;
  /** Who pays, as `payerKeyOf` writes it. */
  readonly payerKey: string;
  readonly payee: Remittance['payee'];
  readonly traceNumber: string;
  readonly paymentDate?: BusinessDate;
  readonly paidCents: Cents;
  /** BPR04: ACH, CHK, NON … */
  readonly paymentMethod: string;
  readonly claimCount: number;
  readonly state: RemittanceState;
  /**
   * Why it is held: the code of an exception, such as `trn-duplicate`. Of a published one: why it was, until a person
   * posted it.
   */
  readonly holdCode?: string;
  readonly proof: BalanceProof;
  /**
   * Where the whole proof stands in the archive; absent where the remittance could not be read, or was posted before
   * proofs were kept.
   */
  readonly proofSha256?: string;
}

/** Payer key, payee and payment method are not known of a remittance that came before they were kept. */
export interface StoredRemittance
  extends Omit<NewRemittance, 'payerKey' | 'payee' | 'paymentMethod'>,
    Partial<Pick<NewRemittance, 'payerKey' | 'payee' | 'paymentMethod'>> {
  readonly createdAt: Instant;
}

export interface RemittanceReader {
  findByIdentityOrContent(identity: string, contentSha256: string): Promise<readonly StoredRemittance[]>;
  get(id: string): Promise<StoredRemittance | undefined>;
  /** Those of these ids that there are. */
  byIds(ids: readonly string[]): Promise<readonly StoredRemittance[]>;
  /** By id or trace number, oldest first: payers do use a trace number twice. */
  lookUp(reference: string): Promise<readonly StoredRemittance[]>;
  /** Newest first. `after` is the last id of the page before. */
  list(options: { after?: string; limit: number }): Promise<readonly StoredRemittance[]>;
}

export interface RemittanceWriter {
  insert(remittance: NewRemittance): Promise<void>;
  /** Makes a held one published, where it is held because it resembles another one; false where it is not held. */
  release(id: string): Promise<boolean>;
}
