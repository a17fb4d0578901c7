import { printCents, sumCents } from '../base/money.ts';
import type { ClaimReader } from '../ports/claim-store.ts';
import type { StoredRemittance } from '../ports/remittance-store.ts';
import type { StoreTransaction } from '../ports/store.ts';
import { trialBalanceLines } from './ledger.ts';
import { tableLines } from './table.ts';

type HeadlineCount = Awaited<ReturnType<ClaimReader['countByHeadline']>>[number];

const REMITTANCES_SHOWN_MAX = 100;

export interface Report {
  readonly claims: readonly HeadlineCount[];
  readonly remittances: readonly StoredRemittance[];
  readonly balance: Awaited<ReturnType<StoreTransaction['ledger']['trialBalance']>>;
}

export async function loadReport(transaction: StoreTransaction): Promise<Report> {
  return {
    claims: await transaction.claims.countByHeadline(),
    // In the order of their names, whichever was read first.
    remittances: (await transaction.remittances.list({ limit: REMITTANCES_SHOWN_MAX })).toSorted((a, b) =>
      a.traceNumber < b.traceNumber ? -1 : 1,
    ),
    balance: await transaction.ledger.trialBalance(),
  };
}

function claimsByStatusLines(claims: readonly HeadlineCount[]): string[] {
  const rows = claims
    .toSorted((a, b) => a.headline.localeCompare(b.headline))
    .map((row) => [row.headline, String(row.count), printCents(row.chargeCents)]);
  rows.push([
    'total',
    String(claims.reduce((count, row) => count + row.count, 0)),
    printCents(sumCents(claims.map((row) => row.chargeCents))),
  ]);
  return tableLines(
    [{ title: 'status' }, { title: 'claims', align: 'right' }, { title: 'charges', align: 'right' }],
    rows,
  );
}

/** One line a remittance: what was proven, at how many places, and what became of it. */
function proofLines(remittances: readonly StoredRemittance[]): string[] {
  return tableLines(
    [
      { title: 'remittance' },
      { title: 'payer' },
      { title: 'claims', align: 'right' },
      { title: 'claim payments', align: 'right' },
      { title: '− provider level', align: 'right' },
      { title: '= payment', align: 'right' },
      { title: 'equations' },
      { title: 'balance proof' },
    ],
    remittances.map(({ traceNumber, payerName, claimCount, proof, state, holdCode }) => [
      traceNumber,
      payerName,
      String(claimCount),
      printCents(proof.claimPaidCents),
      printCents(proof.providerAdjustmentCents),
      printCents(proof.paymentCents),
      `${proof.checkedCount.services} lines, ${proof.checkedCount.claims} claims`,
      proof.isBalanced ? `holds, ${state}` : `fails at ${proof.failures.length}, ${holdCode ?? state}`,
    ]),
  );
}

export function reportLines(report: Report): string[] {
  return [
    'Claims by status',
    '',
    ...claimsByStatusLines(report.claims),
    'A replacement or void counts as a claim here; the ledger books only what it changes.',
    '',
    'Remittances',
    '',
    ...proofLines(report.remittances),
    '',
    'Money by account',
    '',
    ...trialBalanceLines(report.balance),
  ];
}
