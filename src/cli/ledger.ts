import type { Command } from 'commander';
import { printCents, sumCents } from '../base/money.ts';
import type { LedgerReader } from '../ports/ledger-store.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure } from './exit.ts';
import { addLedgerBankPayments } from './ledger-bank-payments.ts';
import { addLedgerOpenItems } from './ledger-open-items.ts';
import { addLedgerVerify } from './ledger-verify.ts';
import { tableLines } from './table.ts';

type TrialBalance = Awaited<ReturnType<LedgerReader['trialBalance']>>;

/** The trial balance as a table; its last line is the total of all accounts, which is zero. */
export function trialBalanceLines(balance: TrialBalance): string[] {
  const rows = balance.map(({ account, debitCents, creditCents }) => [
    account,
    printCents(debitCents),
    printCents(creditCents),
    printCents(sumCents([debitCents, creditCents])),
  ]);
  rows.push([
    'total',
    printCents(sumCents(balance.map((row) => row.debitCents))),
    printCents(sumCents(balance.map((row) => row.creditCents))),
    printCents(trialBalanceTotal(balance)),
  ]);
  return tableLines(
    [
      { title: 'account' },
      { title: 'debit', align: 'right' },
      { title: 'credit', align: 'right' },
      { title: 'balance', align: 'right' },
    ],
    rows,
  );
}

export function trialBalanceTotal(balance: TrialBalance): ReturnType<typeof sumCents> {
  return sumCents(balance.flatMap((row) => [row.debitCents, row.creditCents]));
}

export function addLedgerCommands(program: Command, context: CommandContext): void {
  const ledger = program.command('ledger').description('the journal and its accounts');
  addTrialBalance(ledger, context);
  addLedgerOpenItems(ledger, context);
  addLedgerBankPayments(ledger, context);
  addLedgerVerify(ledger, context);
}

function addTrialBalance(ledger: Command, context: CommandContext): void {
  ledger
    .command('trial-balance')
    .description('every account with its debits, credits and balance; the total is zero')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print JSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate ledger trial-balance')
    .action(async (options: { directory: string; json?: true }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const balance = await gateway.store.inTransaction(gateway.tenantId, (transaction) =>
          transaction.ledger.trialBalance(),
        );
        if (options.json) {
          context.output.data(JSON.stringify({ accounts: balance, totalCents: trialBalanceTotal(balance) }));
        } else {
          for (const line of trialBalanceLines(balance)) context.output.data(line);
        }
        if (trialBalanceTotal(balance) !== 0) throw new CommandFailure('the trial balance is not zero');
      } finally {
        await gateway.close();
      }
    });
}
