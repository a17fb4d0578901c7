import type { Cents } from '../base/money.ts';
import type { BusinessDate, Instant } from '../base/time.ts';
import type { BalanceProof } from '../domain/remittance/balance.ts';

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
  readonly traceNumber: string;
  readonly paymentDate?: BusinessDate;
  readonly paidCents: Cents;
  readonly claimCount: number;
  readonly state: RemittanceState;
  /** Why it is held: `remittance.out-of-balance` … */
  readonly holdCode?: string;
  readonly proof: BalanceProof;
}

export interface StoredRemittance extends NewRemittance {
  readonly createdAt: Instant;
}

export interface RemittanceReader {
  findByIdentityOrContent(identity: string, contentSha256: string): Promise<readonly StoredRemittance[]>;
  get(id: string): Promise<StoredRemittance | undefined>;
  list(options: { limit: number }): Promise<readonly StoredRemittance[]>;
}

export interface RemittanceWriter {
  insert(remittance: NewRemittance): Promise<void>;
}
