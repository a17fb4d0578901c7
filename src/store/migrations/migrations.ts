import type { QueryExecutorProvider } from 'kysely';
import { up as claims } from './0001-claims.ts';
import { up as exchange } from './0002-exchange.ts';
import { up as ledger } from './0003-ledger.ts';
import { up as work } from './0004-work.ts';
import { up as partners } from './0005-partners.ts';
import { up as queues } from './0006-queues.ts';
import { up as awaitedAnswers } from './0007-awaited-answers.ts';
import { up as claimRows } from './0008-claim-rows.ts';
import { up as claimStages } from './0009-claim-stages.ts';
import { up as money } from './0010-money.ts';
import { up as proofs } from './0011-proofs.ts';
import { up as matching } from './0012-matching.ts';
import { up as bankPayments } from './0013-bank-payments.ts';
import { up as releasedRemittances } from './0014-released-remittances.ts';
import { up as entriesAsAdded } from './0015-entries-as-added.ts';
import { up as claimStatus } from './0016-claim-status.ts';

export interface Migration {
  readonly name: string;
  readonly up: (db: QueryExecutorProvider) => Promise<void>;
}

/** In order. What has run anywhere is never changed: a mistake is mended by the next one. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-claims', up: claims },
  { name: '0002-exchange', up: exchange },
  { name: '0003-ledger', up: ledger },
  { name: '0004-work', up: work },
  { name: '0005-partners', up: partners },
  { name: '0006-queues', up: queues },
  { name: '0007-awaited-answers', up: awaitedAnswers },
  { name: '0008-claim-rows', up: claimRows },
  { name: '0009-claim-stages', up: claimStages },
  { name: '0010-money', up: money },
  { name: '0011-proofs', up: proofs },
  { name: '0012-matching', up: matching },
  { name: '0013-bank-payments', up: bankPayments },
  { name: '0014-released-remittances', up: releasedRemittances },
  { name: '0015-entries-as-added', up: entriesAsAdded },
  { name: '0016-claim-status', up: claimStatus },
];
